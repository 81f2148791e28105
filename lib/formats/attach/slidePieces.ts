import type { Piece } from '@/lib/bitext/versions/pieces';

/**
 * "Then [she wept. Then ]it rained." and "[Then she wept. ]Then it rained." are the same insertion. Pieces that only add
 * or only take out slide to where a segment of the older text begins, if they can: a segment that stays is then in one
 * piece.
 *
 * @param older, newer what pieces were made of. @param isBorder whether a segment of the older one begins at an offset.
 */
export function slidePieces(
  pieces: readonly Piece[],
  older: string,
  newer: string,
  isBorder: (at: number) => boolean,
): Piece[] {
  const slid = pieces.map((piece) => ({ ...piece }));
  for (const [k, piece] of slid.entries()) {
    const adds = piece.oldStart === piece.oldEnd;
    if (piece.kind !== 'other' || (!adds && piece.newStart !== piece.newEnd)) continue;
    // What slides changes places with letters that are the same.
    const [before, after] = [slid[k - 1], slid[k + 1]].map((one) => (one?.kind === 'same' ? one : undefined));
    const [content, start, end] = adds
      ? [newer, piece.newStart, piece.newEnd]
      : [older, piece.oldStart, piece.oldEnd];
    const room = {
      back: before ? before.oldEnd - before.oldStart : 0,
      on: after ? after.oldEnd - after.oldStart : 0,
    };
    const by = stepsTo(piece.oldStart, isBorder, room, {
      back: (step) => content[start - step] === content[end - step],
      on: (step) => content[start + step - 1] === content[end + step - 1],
    });
    if (!by) continue;
    for (const edge of ['oldStart', 'oldEnd', 'newStart', 'newEnd'] as const) piece[edge] += by;
    if (before) [before.oldEnd, before.newEnd] = [piece.oldStart, piece.newStart];
    if (after) [after.oldStart, after.newStart] = [piece.oldEnd, piece.newEnd];
  }
  return slid;
}

/** How far it is to a border, back (negative) or on, over letters that allow it; 0 when it is at one, or none can be reached. */
function stepsTo(
  at: number,
  isBorder: (at: number) => boolean,
  room: { back: number; on: number },
  allows: { back: (step: number) => boolean; on: (step: number) => boolean },
): number {
  if (isBorder(at)) return 0;
  for (let step = 1; step <= room.back && allows.back(step); step++) if (isBorder(at - step)) return -step;
  for (let step = 1; step <= room.on && allows.on(step); step++) if (isBorder(at + step)) return step;
  return 0;
}
