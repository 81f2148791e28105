import * as beadTypes from './beadTypes';
import type { Lattice } from './lattice';
import { departing } from './search';

// Copies, as in `lattice`.
const { BEAD_SOURCE, BEAD_TARGET, BEAD_TYPES } = beadTypes;
const TYPES = BEAD_TYPES.length;
const leaving = departing;

/** Log sums over all paths from the start to a state (forward) and from it to the end (backward), and in all. */
export type Posterior = {
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly total: number;
};

/** Calls `visit(from state, to state, score, kind)` for every step; kind: bead type, or 100 source null, 101 target null. */
export type Visit = (from: number, to: number, score: number, kind: number) => void;

/** State after bead type t from (a, b). */
function stateAfter(lattice: Lattice, a: number, b: number, t: number): number {
  const { start, lo } = lattice.band;
  const a1 = a + BEAD_SOURCE[t];
  return (start[a1] + b + BEAD_TARGET[t] - lo[a1]) * 3;
}

/** All steps out of a cell, in a fixed order. States are cell·3 + mode. */
export function stepsFrom(lattice: Lattice, outer: boolean, a: number, b: number, visit: Visit): void {
  const cell = lattice.band.start[a] + b - lattice.band.lo[a];
  for (let mode = 0; mode < 3; mode++) {
    const leave = leaving(lattice, cell, mode);
    for (let t = 0; t < lattice.most[cell]; t++) {
      const score = lattice.bead[cell * TYPES + t];
      if (score !== -Infinity) visit(cell * 3 + mode, stateAfter(lattice, a, b, t), leave + score, t);
    }
  }
  nullsFrom(lattice, outer, a, b, visit);
}

/** The null steps out of a cell: their order inside and between units is that of `bestPath`. */
function nullsFrom(lattice: Lattice, outer: boolean, a: number, b: number, visit: Visit): void {
  const { band } = lattice;
  const cell = band.start[a] + b - band.lo[a];
  for (let mode = 0; mode < 3; mode++) {
    if (mode !== 2 || outer) {
      const score = lattice.sourceNull[cell * 2 + (mode === 1 ? 1 : 0)];
      if (score !== -Infinity)
        visit(
          cell * 3 + mode,
          (band.start[a + 1] + b - band.lo[a + 1]) * 3 + 1,
          score + (mode === 2 ? lattice.nullBoth[1] : 0),
          100,
        );
    }
    if (mode !== 1 || !outer) {
      const score = lattice.targetNull[cell * 2 + (mode === 2 ? 1 : 0)];
      if (score !== -Infinity)
        visit(cell * 3 + mode, (cell + 1) * 3 + 2, score + (mode === 1 ? lattice.nullBoth[0] : 0), 101);
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
  const into = new Float64Array(3);
  for (let a = 0; a <= band.n; a++)
    for (let b = band.lo[a]; b <= band.hi[a]; b++) {
      const cell = band.start[a] + b - band.lo[a];
      const at = cell * 3;
      let all = -Infinity; // every way of being here that a bead can leave from
      for (let mode = 0; mode < 3; mode++)
        if (forward[at + mode] !== -Infinity)
          all = logAdd(all, forward[at + mode] + leaving(lattice, cell, mode));
      if (all === -Infinity) continue;
      for (let t = 0; t < lattice.most[cell]; t++) {
        const score = lattice.bead[cell * TYPES + t];
        if (score === -Infinity) continue;
        const to = stateAfter(lattice, a, b, t);
        forward[to] = logAdd(forward[to], all + score);
      }
      nullsFrom(lattice, onTarget[b0 + b] === 1, a, b, (from, to, score) => {
        if (forward[from] !== -Infinity) forward[to] = logAdd(forward[to], forward[from] + score);
      });
    }
  const last = (band.cells - 1) * 3;
  backward[last] = backward[last + 1] = backward[last + 2] = 0;
  for (let a = band.n; a >= 0; a--)
    for (let b = band.hi[a]; b >= band.lo[a]; b--) {
      const cell = band.start[a] + b - band.lo[a];
      const at = cell * 3;
      let beads = -Infinity;
      for (let t = 0; t < lattice.most[cell]; t++) {
        const score = lattice.bead[cell * TYPES + t];
        if (score !== -Infinity) beads = logAdd(beads, backward[stateAfter(lattice, a, b, t)] + score);
      }
      into.fill(-Infinity);
      nullsFrom(lattice, onTarget[b0 + b] === 1, a, b, (from, to, score) => {
        into[from - at] = logAdd(into[from - at], backward[to] + score);
      });
      for (let mode = 0; mode < 3; mode++) {
        const ways = logAdd(beads + leaving(lattice, cell, mode), into[mode]);
        if (ways > backward[at + mode]) backward[at + mode] = ways;
      }
    }
  return { forward, backward, total: backward[0] };
}
