import type { TextLine } from '../lines';
import type { TextLayout } from './guessStyle';

/** A line this much shorter than it could be was ended by its writer: verse, an address, a signature. */
const SLACK = 12;

/**
 * A block of lines as one paragraph: a space for each line end that wrapping at `columns` made. A line end stays when
 * the next word would have fit, or when the next line is indented, as verse and lists are. No space comes behind the
 * hyphen of a word, which stays, nor beside a dash in a text that has no spaces there.
 */
export function unwrap(block: readonly TextLine[], { columns, tightDashes }: TextLayout): string {
  let text = '';
  for (const [at, { content, lineEnd }] of block.entries()) {
    const next = block[at + 1]?.content;
    if (next === undefined) text += content;
    else if (!isWrap(content, next, columns)) text += content + lineEnd;
    else if (isOneWord(content, next, tightDashes)) text += content.trimEnd();
    else text += `${content.trimEnd()} `;
  }
  return text;
}

function isWrap(line: string, next: string, columns: number): boolean {
  if (/^(?: {2,}|\t)\S/u.test(next) && !/^(?: {2,}|\t)\S/u.test(line)) return false;
  const word = /^\S*/u.exec(next.trimStart())![0].length;
  return line.trimEnd().length + 1 + word > columns - SLACK;
}

function isOneWord(line: string, next: string, tightDashes: boolean): boolean {
  const end = line.trimEnd();
  if (/\p{L}[-\u2010]$/u.test(end)) return /^\p{L}/u.test(next);
  return tightDashes && (/[^\s–—-](?:--|[–—])$/u.test(end) || /^(?:--|[–—])[^\s–—-]/u.test(next));
}
