/** A line of a text: its content, and the characters that ended it (none at the end of the text). */
export type TextLine = { content: string; lineEnd: string };

/**
 * All that ends a line in files that people have: LF, CRLF, lone CR, NEL, U+2028, U+2029, form feed and vertical tab.
 * Unicode Standard Annex 14, classes BK, CR, LF, NL.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: form feed and vertical tab end lines
const LINE_END = /\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]/gu;

/**
 * The lines of a text that comes in slices, cut anywhere. Linear in the text, whatever the length of its lines.
 *
 * @param limit UTF-16 units: as soon as a line is longer, as much of it as has come is the last line that is handed on
 */
export function* linesOf(slices: Iterable<string>, limit = Infinity): Generator<TextLine> {
  let open = '';
  let heldCr = '';
  for (const slice of slices) {
    if (slice === '') continue;
    let text = heldCr + slice;
    // A CR at the end may be half of a CRLF.
    heldCr = text.endsWith('\r') ? '\r' : '';
    if (heldCr) text = text.slice(0, -1);
    let start = 0;
    for (const { 0: lineEnd, index } of text.matchAll(LINE_END)) {
      yield { content: open + text.slice(start, index), lineEnd };
      open = '';
      start = index + lineEnd.length;
    }
    open += text.slice(start);
    if (open.length > limit) break;
  }
  if (heldCr) yield { content: open, lineEnd: heldCr };
  else if (open) yield { content: open, lineEnd: '' };
}

/** Nothing to read: white space (NBSP and the ideographic space too), zero-width and byte order marks. */
export function isBlank(text: string): boolean {
  return /^[\s\u200b-\u200d\u2060\ufeff]*$/u.test(text);
}
