import { lowerBound } from '../segments';
import type { Paragraph } from '../types';
import type { Piece } from './pieces';

export type DifferencePart = { kind: 'same' | 'out' | 'in'; text: string };
/** A paragraph of the newer version that does not read as the older one did. `ordinal` counts from 1. */
export type Difference = { ordinal: number; parts: DifferencePart[] };

/**
 * The paragraphs in which two versions differ, with what went out and what came in where it happened. What went out at
 * the end of the text stands with its last paragraph.
 *
 * @returns the first `limit` of them, and how many there are.
 */
export function differences(
  older: readonly Paragraph[],
  newer: readonly Paragraph[],
  pieces: readonly Piece[],
  limit: number,
): { shown: Difference[]; count: number } {
  const [before, after] = [older, newer].map((text) => text.map(({ content }) => content).join(''));
  const found = new Map<number, Difference>();
  for (const { kind, newStart, newEnd } of pieces) {
    if (kind !== 'other') continue;
    const last = paragraphAt(newer, Math.max(newStart, newEnd - 1));
    for (let k = paragraphAt(newer, newStart); k <= last; k++)
      if (!found.has(k)) found.set(k, { ordinal: k + 1, parts: [] });
  }
  const shown = [...found.values()].slice(0, limit);
  for (const difference of shown) {
    const { start, content } = newer[difference.ordinal - 1];
    const end = start + content.length;
    const isLast = difference.ordinal === newer.length;
    for (
      let k = Math.max(
        0,
        lowerBound(pieces, start, (one) => one.newEnd),
      );
      k < pieces.length;
      k++
    ) {
      const piece = pieces[k];
      if (piece.newStart > end || (piece.newStart === end && !isLast)) break;
      if (piece.newStart < start && piece.newEnd === start) continue;
      const [from, to] = [Math.max(piece.newStart, start), Math.min(piece.newEnd, end)];
      // What went out is told once, where it stood.
      if (piece.kind === 'other' && piece.newStart >= start)
        add(difference, 'out', withBreaks(before, older, piece));
      add(difference, piece.kind === 'other' ? 'in' : 'same', after.slice(from, to));
    }
  }
  return { shown, count: found.size };
}

/**
 * What stood in the older version, with a line end where one of its paragraphs ended. At the ends of it only when nothing
 * came in its stead: it would run into its neighbour.
 */
function withBreaks(content: string, paragraphs: readonly Paragraph[], piece: Piece): string {
  const { oldStart, oldEnd } = piece;
  const alone = piece.newStart === piece.newEnd;
  let text = '';
  let at = oldStart;
  for (
    let k = lowerBound(paragraphs, Math.max(1, oldStart), ({ start }) => start);
    k < paragraphs.length;
    k++
  ) {
    const { start } = paragraphs[k];
    if (start > oldEnd || (start === oldEnd && !alone)) break;
    // Of two ends one is enough.
    if (start > oldStart || (alone && oldEnd === content.length)) text += `${content.slice(at, start)}\n`;
    at = start;
  }
  return text + content.slice(at, oldEnd);
}

const paragraphAt = (paragraphs: readonly Paragraph[], at: number): number =>
  Math.max(0, lowerBound(paragraphs, at + 1, (one) => one.start) - 1);

function add({ parts }: Difference, kind: DifferencePart['kind'], text: string): void {
  if (!text) return;
  const last = parts.at(-1);
  if (last?.kind === kind) last.text += text;
  else parts.push({ kind, text });
}
