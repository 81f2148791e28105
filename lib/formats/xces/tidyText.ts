/** The text of an element as people read it. @param isTokens whether it came word by word. */
export const tidyText = (text: string, isTokens: boolean): string =>
  (isTokens ? text.replace(/\s+/gu, ' ') : text.replace(/(?<![ \t])[ \t]*\r?\n[ \t]{2,}/gu, ' ')).trim();
