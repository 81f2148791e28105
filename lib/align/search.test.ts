import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullBand } from './band';
import { BEAD_TYPES } from './beadTypes';
import type { Lattice } from './lattice';
import { logAdd, posterior, stepsFrom } from './posterior';
import { bestPath } from './search';

const TYPES = BEAD_TYPES.length;

/** A lattice of arbitrary scores; border[b] = 1 where a target unit begins. */
function randomLattice(n: number, m: number, next: () => number): Lattice {
  const band = fullBand(n, m);
  const fill = (size: number) => Float32Array.from({ length: size }, () => next() * 4 - 2);
  const bead = fill(band.cells * TYPES);
  const sourceNull = fill(band.cells * 2);
  const targetNull = fill(band.cells * 2);
  for (let a = 0; a <= n; a++)
    for (let b = 0; b <= m; b++) {
      const cell = band.start[a] + b;
      BEAD_TYPES.forEach(([dm, dn], t) => {
        if (a + dm > n || b + dn > m) bead[cell * TYPES + t] = -Infinity;
      });
      if (a === n) sourceNull.fill(-Infinity, cell * 2, cell * 2 + 2);
      if (b === m) targetNull.fill(-Infinity, cell * 2, cell * 2 + 2);
    }
  const nullBoth = [next() - 1, next() - 1] as const;
  return {
    band,
    bead,
    tearSource: fill(band.cells),
    tearTarget: fill(band.cells),
    most: new Uint8Array(band.cells).fill(BEAD_TYPES.length),
    sourceNull,
    targetNull,
    nullBoth,
  };
}

/** All paths, one by one: their best score and the log of their summed weights. */
function enumerate(lattice: Lattice, border: Uint8Array): { best: number; total: number } {
  const { band } = lattice;
  let [best, total] = [-Infinity, -Infinity];
  const walk = (a: number, b: number, mode: number, score: number) => {
    if (a === band.n && b === band.m) {
      best = Math.max(best, score);
      total = logAdd(total, score);
      return;
    }
    const here = (band.start[a] + b) * 3 + mode;
    stepsFrom(lattice, border[b] === 1, a, b, (from, to, step) => {
      if (from !== here) return;
      const cell = Math.floor(to / 3);
      const a1 = Math.floor(cell / (band.m + 1));
      walk(a1, cell - a1 * (band.m + 1), to % 3, score + step);
    });
  };
  walk(0, 0, 0, 0);
  return { best, total };
}

/** Score of a path given by its corners, taking the best of the modes it allows. */
function pathScore(lattice: Lattice, border: Uint8Array, corners: Int32Array): number {
  let states = new Map([[0, 0]]);
  const { band } = lattice;
  for (let k = 0; k + 3 < corners.length; k += 2) {
    const next = new Map<number, number>();
    const target = band.start[corners[k + 2]] + corners[k + 3];
    stepsFrom(lattice, border[corners[k + 1]] === 1, corners[k], corners[k + 1], (from, to, step) => {
      const before = states.get(from);
      if (before !== undefined && Math.floor(to / 3) === target)
        next.set(to, Math.max(next.get(to) ?? -Infinity, before + step));
    });
    states = next;
  }
  return Math.max(...states.values());
}

describe('bestPath and posterior', () => {
  it('equal brute force over all paths on small grids', () => {
    fc.assert(
      fc.property(
        fc.nat(3),
        fc.nat(3),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (n, m, stream) => {
          const next = () => stream.next().value as number;
          const lattice = randomLattice(n, m, next);
          const border = Uint8Array.from({ length: m + 1 }, (_, b) =>
            b === 0 || b === m || next() < 0.5 ? 1 : 0,
          );
          const { best, total } = enumerate(lattice, border);
          expect(pathScore(lattice, border, bestPath(lattice, border, 0))).toBeCloseTo(best, 4);
          const sums = posterior(lattice, border, 0);
          expect(sums.total).toBeCloseTo(total, 4);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('prefers the type listed first when scores are equal', () => {
    const lattice = randomLattice(2, 2, () => 0.5);
    lattice.bead.forEach((score, k) => {
      if (score !== -Infinity) lattice.bead[k] = 0;
    });
    expect([...bestPath(lattice, new Uint8Array(3).fill(1), 0)]).toHaveLength(6);
  });
});
