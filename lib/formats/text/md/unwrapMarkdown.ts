import type { TextLine } from '../lines';

/**
 * CommonMark 0.31, sections 6.7 and 6.8: two spaces or a backslash at the end of a line are a hard line break, which
 * stays; any other line end is a soft one, which every program shows as a space.
 */
export function unwrapMarkdown(block: readonly TextLine[]): string {
  let text = '';
  for (const [at, { content, lineEnd }] of block.entries()) {
    const line = at === 0 ? content : content.trimStart();
    if (at === block.length - 1) text += line;
    else if (/(?: {2,}|\\)$/u.test(line)) text += line.replace(/(?: +|\\)$/u, '') + lineEnd;
    else text += `${line.trimEnd()} `;
  }
  return text;
}
