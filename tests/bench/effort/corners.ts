import type { GoldBead } from '../engine/corpus';

/** Where a bead ends, in units of both sides. An alignment is the list of its corners after (0, 0). */
export type Corner = readonly [i: number, j: number];

/**
 * Corners of an alignment in the one order that everybody agrees on: nulls one unit each, and between two linked beads
 * those of the source before those of the target.
 */
export function cornersOf(beads: readonly GoldBead[]): Corner[] {
  const out: Corner[] = [];
  let [i, j] = [0, 0];
  let [s, t] = [0, 0]; // nulls waiting
  const flush = () => {
    for (; s > 0; s--) out.push([++i, j]);
    for (; t > 0; t--) out.push([i, ++j]);
  };
  for (const [source, target] of beads) {
    if (source.length && target.length) {
      flush();
      i += source.length;
      j += target.length;
      out.push([i, j]);
    } else {
      s += source.length;
      t += target.length;
    }
  }
  flush();
  return out;
}

export const same = (x: Corner | undefined, y: Corner | undefined): boolean =>
  x !== undefined && y !== undefined && x[0] === y[0] && x[1] === y[1];

/** What is left of an alignment after a new first corner: a bead from there to the next corner beyond it, and the rest. */
export const from = (first: Corner, rest: readonly Corner[]): Corner[] => [
  first,
  ...rest.filter((c) => c[0] >= first[0] && c[1] >= first[1] && !same(c, first)),
];
