import type { TextLine } from '../lines';

/** A line this much shorter than it could be was ended by its writer: verse, an address, a signature. */
const SLACK = 12;

/**
 * A block of lines as one paragraph: a space for each line end that wrapping at `columns` made. A line end stays when
 * the next word would have fit, or when the next line is indented, as verse and lists are.
 */
export function unwrap(block: readonly TextLine[], columns: number): string {
  let text = '';
  for (const [at, { content, lineEnd }] of block.entries()) {
    const next = block[at + 1]?.content;
    if (next === undefined) text += content;
    else if (!isWrap(content, next, columns)) text += content + lineEnd;
    else text += `${content.trimEnd()} `;
  }
  return text;
}

function isWrap(line: string, next: string, columns: number): boolean {
  if (/^(?: {2,}|\t)\S/u.test(next) && !/^(?: {2,}|\t)\S/u.test(line)) return false;
  const word = /^\S*/u.exec(next.trimStart())![0].length;
  return line.trimEnd().length + 1 + word > columns - SLACK;
}
