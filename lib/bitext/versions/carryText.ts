import type { MadeText } from '../makeText';
import { contentOf, lowerBound } from '../segments';
import type { Border, Correction, TextState } from '../types';
import type { Piece } from './pieces';

/**
 * The newer version with the work that was done on the older one: where the words are the same, segments begin where
 * editors left them, and corrections stay. Elsewhere it is as it was imported.
 *
 * @param made the newer version, freshly cut. @param pieces from `comparePieces` of both.
 */
export function carryText(
  older: TextState,
  made: MadeText,
  pieces: readonly Piece[],
): Pick<TextState, 'borders' | 'corrections'> {
  const borders = new Map<number, Border>();
  for (const border of made.borders)
    if (border.kind === 'paragraph' || !strictlyInside(pieces, border.at)) borders.set(border.at, border);
  const corrections: Correction[] = [];
  for (const [k, { oldStart, oldEnd, newStart, kind: how }] of pieces.entries()) {
    if (how === 'other') continue;
    // Unless that white space opens a segment itself.
    const opens = k > 0 && comesBlank(made, pieces[k - 1]) && !borders.has(pieces[k - 1].newStart);
    const moved = newStart - oldStart;
    for (const { at, kind } of between(older.borders, oldStart, oldEnd, (border) => border.at)) {
      // Within a word the letters of the two stand at other places.
      if (how === 'word' && at > oldStart && at < oldEnd) continue;
      // At its edges the newer version knows best, save for cuts that somebody has made by hand, and for two
      // segments between which nothing but white space has come or gone.
      if ((at === oldEnd || (at === oldStart && !opens)) && !(kind === 'editor' && how === 'same')) continue;
      // Two paragraphs that have become one keep the place where they met: beads may end there.
      if (!borders.has(at + moved))
        borders.set(at + moved, { at: at + moved, kind: kind === 'paragraph' ? 'sentence' : kind });
    }
    for (const one of between(older.corrections, oldStart, oldEnd, (correction) => correction.start))
      if (how === 'same' && one.end <= oldEnd)
        corrections.push({ ...one, start: one.start + moved, end: one.end + moved });
  }
  const sorted = [...borders.values()].sort((a, b) => a.at - b.at);
  return { borders: sorted, corrections: corrections.filter(fitsSegments(sorted)) };
}

const comesBlank = (made: MadeText, { kind, newStart, newEnd }: Piece): boolean =>
  kind === 'other' && !contentOf(made, { start: newStart, end: newEnd }).trim();

/** Rows whose position lies in the piece, its two ends included. */
function between<Row>(rows: readonly Row[], from: number, to: number, at: (row: Row) => number): Row[] {
  return rows.slice(lowerBound(rows, from, at), lowerBound(rows, to + 1, at));
}

const strictlyInside = (pieces: readonly Piece[], at: number): boolean => {
  const piece = pieces[lowerBound(pieces, at, (one) => one.newStart) - 1];
  return piece?.kind === 'same' && piece.newStart < at && at < piece.newEnd;
};

/** A correction lies within one segment; of two at one place, which pieces that touch may bring, the first stays. */
function fitsSegments(borders: readonly Border[]) {
  let last = -1;
  return ({ start, end }: Correction): boolean => {
    const next = borders[lowerBound(borders, start + 1, (border) => border.at)];
    if (start <= last || (next && next.at < end)) return false;
    last = Math.max(start, end - 1);
    return true;
  };
}
