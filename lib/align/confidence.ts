import type { Atoms } from './atoms';
import type { Lattice } from './lattice';
import { logAdd, type Posterior, stepsFrom } from './posterior';

/**
 * Probability of a bead of units: the share of all paths (by weight) that pass its two corners and no border of units
 * on both sides in between.
 *
 * @param a,b,a1,b1 corners in atoms, relative to the lattice, which begins at atoms (a0, b0)
 * O(cells of the bead · types).
 */
export function beadProbability(
  lattice: Lattice,
  sums: Posterior,
  source: Atoms,
  target: Atoms,
  a0: number,
  b0: number,
  a: number,
  b: number,
  a1: number,
  b1: number,
): number {
  const { band } = lattice;
  const inside = new Map<number, number>();
  const first = band.start[a] + b - band.lo[a];
  for (let mode = 0; mode < 3; mode++) inside.set(first * 3 + mode, sums.forward[first * 3 + mode]);
  const end = band.start[a1] + b1 - band.lo[a1];
  // Cells of the rectangle: a step out of it ends in a cell that is never looked at.
  for (let x = a; x <= a1; x++) {
    for (let y = Math.max(b, band.lo[x]); y <= Math.min(b1, band.hi[x]); y++) {
      const corner = (x === a && y === b) || (x === a1 && y === b1);
      if (!corner && source.border[a0 + x] && target.border[b0 + y]) continue;
      if (x === a1 && y === b1) continue;
      stepsFrom(lattice, target.border[b0 + y] === 1, x, y, (from, to, score) => {
        const before = inside.get(from);
        if (before === undefined || before === -Infinity) return;
        inside.set(to, logAdd(inside.get(to) ?? -Infinity, before + score));
      });
    }
  }
  let sum = -Infinity;
  for (let mode = 0; mode < 3; mode++) {
    const here = inside.get(end * 3 + mode);
    if (here !== undefined) sum = logAdd(sum, here + sums.backward[end * 3 + mode]);
  }
  return Math.min(1, Math.exp(sum - sums.total));
}
