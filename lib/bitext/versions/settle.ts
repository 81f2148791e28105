import { lowerBound } from '../segments';
import type { Border } from '../types';
import type { Piece } from './pieces';

/** What both versions say, and where their segments begin. */
type Version = { content: string; borders: readonly Border[] };

/**
 * "A. [B. ]C." and "A[. B]. C." are the same insertion. Pieces that only add or only take out slide to where a segment
 * begins, if there is such a place: a sentence that came in is then one piece, and not the ends of two.
 */
export function settle(pieces: readonly Piece[], older: Version, newer: Version): Piece[] {
  const settled = pieces.map((piece) => ({ ...piece }));
  for (let k = 0; k < settled.length; k++) {
    const piece = settled[k];
    const adds = piece.oldStart === piece.oldEnd;
    if (piece.kind !== 'other' || (!adds && piece.newStart !== piece.newEnd)) continue;
    // What slides changes places with letters that are the same.
    const [before, after] = [settled[k - 1], settled[k + 1]].map((one) =>
      one?.kind === 'same' ? one : undefined,
    );
    const by = adds
      ? slide(newer, piece.newStart, piece.newEnd, before?.newStart, after?.newEnd)
      : slide(older, piece.oldStart, piece.oldEnd, before?.oldStart, after?.oldEnd);
    if (!by) continue;
    const end = { oldEnd: piece.oldEnd, newEnd: piece.newEnd };
    for (const edge of ['oldStart', 'oldEnd', 'newStart', 'newEnd'] as const) piece[edge] += by;
    if (before) [before.oldEnd, before.newEnd] = [piece.oldStart, piece.newStart];
    if (after) [after.oldStart, after.newStart] = [piece.oldEnd, piece.newEnd];
    else settled.push({ ...piece, kind: 'same', oldStart: piece.oldEnd, newStart: piece.newEnd, ...end });
  }
  return settled.filter(
    ({ oldStart, oldEnd, newStart, newEnd }) => oldStart !== oldEnd || newStart !== newEnd,
  );
}

/**
 * How far the stretch `start` to `end` can go, back to `floor` or on to `ceiling`, and still say the same, so that it
 * begins on a border; 0 when it does already or can't.
 */
function slide(
  { content, borders }: Version,
  start: number,
  end: number,
  floor = start,
  ceiling = end,
): number {
  const isBorder = (at: number) => borders[lowerBound(borders, at, (border) => border.at)]?.at === at;
  if (isBorder(start)) return 0;
  for (let on = 0; end + on < ceiling && content[start + on] === content[end + on]; on++)
    if (isBorder(start + on + 1)) return on + 1;
  for (let back = 0; start - back > floor && content[start - back - 1] === content[end - back - 1]; back++)
    if (isBorder(start - back - 1)) return -back - 1;
  return 0;
}
