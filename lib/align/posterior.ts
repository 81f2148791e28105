import { BEAD_TYPES } from './beadTypes';
import type { Lattice } from './lattice';
import { departing } from './search';

const TYPES = BEAD_TYPES.length;

/** Log sums over all paths from the start to a state (forward) and from it to the end (backward), and in all. */
export type Posterior = {
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly total: number;
};

/** Calls `visit(from state, to state, score, kind)` for every step; kind: bead type, or 100 source null, 101 target null. */
export type Visit = (from: number, to: number, score: number, kind: number) => void;

/** All steps out of a cell, in a fixed order. States are cell·3 + mode. */
export function stepsFrom(lattice: Lattice, outer: boolean, a: number, b: number, visit: Visit): void {
  const { band } = lattice;
  const cell = band.start[a] + b - band.lo[a];
  for (let mode = 0; mode < 3; mode++) {
    const from = cell * 3 + mode;
    const leave = departing(lattice, cell, mode);
    for (let t = 0; t < TYPES; t++) {
      const score = lattice.bead[cell * TYPES + t];
      if (score === -Infinity) continue;
      const a1 = a + BEAD_TYPES[t][0];
      visit(from, (band.start[a1] + b + BEAD_TYPES[t][1] - band.lo[a1]) * 3, leave + score, t);
    }
    if (mode !== 2 || outer) {
      const score = lattice.sourceNull[cell * 2 + (mode === 1 ? 1 : 0)];
      if (score !== -Infinity) visit(from, (band.start[a + 1] + b - band.lo[a + 1]) * 3 + 1, score, 100);
    }
    if (mode !== 1 || !outer) {
      const score = lattice.targetNull[cell * 2 + (mode === 2 ? 1 : 0)];
      if (score !== -Infinity) visit(from, (cell + 1) * 3 + 2, score, 101);
    }
  }
}

/** ln(e^x + e^y); the smaller is dropped when it is less than e^-20 of the larger. */
export function logAdd(x: number, y: number): number {
  if (x > y) return x - y > 20 ? x : x + Math.log1p(Math.exp(y - x));
  return y - x > 20 || y === -Infinity ? y : y + Math.log1p(Math.exp(x - y));
}

/**
 * Forward-backward sums over a lattice (Rabiner 1989, section III.A, in logs). O(cells · types) time, 48 bytes a cell.
 */
export function posterior(lattice: Lattice, onTarget: Uint8Array, b0: number): Posterior {
  const { band } = lattice;
  const forward = new Float64Array(band.cells * 3).fill(-Infinity);
  const backward = new Float64Array(band.cells * 3).fill(-Infinity);
  forward[0] = 0;
  const ahead: Visit = (from, to, score) => {
    if (forward[from] !== -Infinity) forward[to] = logAdd(forward[to], forward[from] + score);
  };
  for (let a = 0; a <= band.n; a++)
    for (let b = band.lo[a]; b <= band.hi[a]; b++) stepsFrom(lattice, onTarget[b0 + b] === 1, a, b, ahead);
  const last = (band.cells - 1) * 3;
  backward[last] = backward[last + 1] = backward[last + 2] = 0;
  const back: Visit = (from, to, score) => {
    if (forward[from] !== -Infinity) backward[from] = logAdd(backward[from], backward[to] + score);
  };
  for (let a = band.n; a >= 0; a--)
    for (let b = band.hi[a]; b >= band.lo[a]; b--) stepsFrom(lattice, onTarget[b0 + b] === 1, a, b, back);
  return { forward, backward, total: backward[0] };
}
