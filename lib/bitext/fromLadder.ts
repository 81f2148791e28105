import { lowerBound } from './segments';
import type { Bead, Border } from './types';

/** What the engine answered for one bitext; see `lib/align`. */
export type Ladder = {
  /** Length 2(k+1): bead b joins source segments [l[2b], l[2b+2]) with target segments [l[2b+1], l[2b+3]). */
  ladder: ArrayLike<number>;
  /** Probability of each of the k beads. */
  confidence: ArrayLike<number>;
};

/**
 * Turns a ladder over segment indexes into beads over text offsets.
 *
 * A run without counterpart becomes one null bead a paragraph, not one for the whole run: an
 * untranslated chapter would otherwise be a single row that nobody can read, and the rows of the
 * other languages would be caught in it.
 *
 * @param source, target all borders of each text, the last one at its end.
 * @param newId called once a bead, in order.
 * @param locks null beads among them stay whole, however many paragraphs they hold.
 */
export function beadsFromLadder(
  { ladder, confidence }: Ladder,
  source: readonly Border[],
  target: readonly Border[],
  newId: () => string,
  locks: readonly { i0: number; i1: number; j0: number; j1: number }[] = [],
): Bead[] {
  const whole = new Set(locks.map(({ i0, i1, j0, j1 }) => `${i0}:${i1}:${j0}:${j1}`));
  const beads: Bead[] = [];
  const add = (i0: number, i1: number, j0: number, j1: number, probability: number) =>
    beads.push({
      id: newId(),
      source: { start: source[i0].at, end: source[i1].at },
      target: { start: target[j0].at, end: target[j1].at },
      status: 'machine',
      origin: 'machine',
      // Four digits are more than any calibration can vouch for, and come back from JSON and SQL as they went.
      confidence: Math.round(probability * 10_000) / 10_000,
      reason: null,
      authors: [],
      revision: 0,
    });
  for (let b = 0; b + 1 < ladder.length / 2; b++) {
    const [i0, j0, i1, j1] = [ladder[2 * b], ladder[2 * b + 1], ladder[2 * b + 2], ladder[2 * b + 3]];
    if (whole.has(`${i0}:${i1}:${j0}:${j1}`)) add(i0, i1, j0, j1, confidence[b]);
    else if (j0 === j1) forEachParagraph(source, i0, i1, (from, to) => add(from, to, j0, j0, confidence[b]));
    else if (i0 === i1) forEachParagraph(target, j0, j1, (from, to) => add(i0, i0, from, to, confidence[b]));
    else add(i0, i1, j0, j1, confidence[b]);
  }
  return beads;
}

function forEachParagraph(
  borders: readonly Border[],
  from: number,
  to: number,
  visit: (from: number, to: number) => void,
) {
  let start = from;
  for (let k = from + 1; k <= to; k++) {
    if (k < to && borders[k].kind !== 'paragraph') continue;
    visit(start, k);
    start = k;
  }
}

/** Index of the segment that starts at the offset `at`, for turning locked beads into the engine's locks. */
export function segmentIndex(borders: readonly Border[], at: number): number {
  return lowerBound(borders, at, (border) => border.at);
}
