/** A letter with its mark behind it, where one character would do; and a cheap look for what most paragraphs lack. */
export const PIECES = {
  rare: /[\u0300-\u036f]/u,
  pattern: /\p{L}[\u0300-\u0304\u0306\u0309\u031b\u0323\u0326-\u0328]/gu,
};

/** How many letters are written in several code points (NFD, or half of it as much of published Vietnamese). O(length). */
export function countPieces(paragraphs: readonly string[]): number {
  let count = 0;
  for (const paragraph of paragraphs)
    if (PIECES.rare.test(paragraph)) count += paragraph.match(PIECES.pattern)?.length ?? 0;
  return count;
}

/** The same text in NFC (Unicode Standard Annex 15). */
export const composeLetters = (text: string): string =>
  PIECES.rare.test(text) ? text.normalize('NFC') : text;
