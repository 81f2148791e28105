import type { Check, CheckInput } from './types';

const PAIRS: [string, string][] = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['«', '»'],
];

/**
 * A bracket or quote that is opened and not closed (or the other way) in the translation while the source is in order.
 * When the source has an open end too, the quotation simply goes on in the next bead.
 */
export const unbalanced: Check = {
  id: 'unbalanced',
  find({ source, target }: CheckInput) {
    if (!ANY_MARK.test(target.reading)) return [];
    const marks = openEnds(target.reading);
    if (!marks.length || openEnds(source.reading).length) return [];
    // Where the source has no such marks at all, the translation quotes over several beads in its own way.
    if (marks.every(isQuote) && !QUOTE.test(source.reading)) return [];
    const mark = marks[0];
    const at = target.reading.lastIndexOf(mark);
    return [
      {
        severity: 'warning',
        side: 'target',
        spans: at < 0 ? [] : [{ start: at, end: at + 1 }],
        params: { mark },
      },
    ];
  },
};

const QUOTE = /["“”„«»]/;
const ANY_MARK = /[()[\]{}"“”„«»]/;
const isQuote = (mark: string): boolean => QUOTE.test(mark);

/** The marks whose partner is missing. */
function openEnds(text: string): string[] {
  const count = (mark: string) => text.split(mark).length - 1;
  const ends: string[] = [];
  for (const [open, close] of PAIRS) {
    const end = openEnd(text, open, close);
    if (end) ends.push(end);
  }
  // Curly and straight quotes get mixed up in one text: only their number tells. Inch signs are no quotes.
  const quotes = count('“') + count('”') + count('„') + (text.match(/(?<!\d)"|"(?=\p{L})/gu)?.length ?? 0);
  if (quotes % 2 === 1)
    ends.push(text.includes('"') ? '"' : text.includes('“') ? '“' : text.includes('„') ? '„' : '”');
  return ends;
}

/** The mark without a partner, of one kind. "1)" and ":-)" close nothing. */
function openEnd(text: string, open: string, close: string): string | null {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === open) depth++;
    else if (text[at] !== close) continue;
    else if (depth > 0) depth--;
    else if (
      close !== ')' ||
      !/(?:^|[\s(])(?:\p{L}|\p{N}{1,3})$|[:;]-?$/u.test(text.slice(Math.max(0, at - 4), at))
    )
      return close;
  }
  return depth > 0 ? open : null;
}
