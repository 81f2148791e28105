/** A line of a text: its content is `text.slice(start, end)`, its line end `text.slice(end, next)`. */
export type Line = { start: number; end: number; next: number };

/**
 * All that ends a line in files that people have: LF, CRLF, lone CR, NEL, U+2028, U+2029, form feed and vertical tab.
 * Unicode Standard Annex 14, classes BK, CR, LF, NL.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: form feed and vertical tab end lines
const LINE_END = /\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]/gu;

export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const match of text.matchAll(LINE_END)) {
    const next = match.index + match[0].length;
    lines.push({ start, end: match.index, next });
    start = next;
  }
  if (start < text.length) lines.push({ start, end: text.length, next: text.length });
  return lines;
}

/** Nothing to read: white space (NBSP and the ideographic space too), zero-width and byte order marks. */
export function isBlank(text: string): boolean {
  return /^[\s\u200b-\u200d\u2060\ufeff]*$/u.test(text);
}
