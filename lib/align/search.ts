import * as beadTypes from './beadTypes';
import type { Lattice } from './lattice';

// Copies, as in `lattice`.
const { BEAD_SOURCE, BEAD_TARGET, BEAD_TYPES } = beadTypes;
const TYPES = BEAD_TYPES.length;
/** How a path came to a cell: through a bead, or inside a run of source or target nulls. */
const [BEAD, SOURCE, TARGET] = [0, 1, 2];

/**
 * Best path through a lattice: the corners (a, b) it passes, from 0,0 to n,m.
 *
 * Gale & Church (1993), section 3, with runs of nulls as states of their own (affine gaps, Gotoh 1982). Inside a
 * unit source nulls come before target nulls, between units after them, so that no alignment has two paths.
 * Ties go to the bead type listed first. @throws RangeError if the band holds no path.
 * O(cells · types) time, 27 bytes a cell.
 */
export function bestPath(lattice: Lattice, onTarget: Uint8Array, b0: number): Int32Array {
  const { band } = lattice;
  const best = new Float64Array(band.cells * 3).fill(-Infinity);
  const step = new Uint8Array(band.cells * 3); // 3 · step + mode before; steps: bead types, then null
  best[BEAD] = 0;
  for (let a = 0; a <= band.n; a++) {
    for (let b = band.lo[a]; b <= band.hi[a]; b++) {
      const cell = band.start[a] + b - band.lo[a];
      const outer = onTarget[b0 + b] === 1;
      let start = -Infinity; // best way of being here that a bead can leave from
      let via = 0;
      for (let mode = 0; mode < 3; mode++) {
        const sum = best[cell * 3 + mode] + departing(lattice, cell, mode);
        if (sum > start) [start, via] = [sum, mode];
      }
      if (start === -Infinity) continue;
      for (let t = 0; t < lattice.most[cell]; t++) {
        const score = lattice.bead[cell * TYPES + t];
        if (score === -Infinity) continue;
        const a1 = a + BEAD_SOURCE[t];
        const next = (band.start[a1] + b + BEAD_TARGET[t] - band.lo[a1]) * 3 + BEAD;
        const sum = start + score;
        if (sum > best[next] || (sum === best[next] && t * 3 + via < step[next])) {
          best[next] = sum;
          step[next] = t * 3 + via;
        }
      }
      for (let mode = 0; mode < 3; mode++) {
        const here = best[cell * 3 + mode];
        if (here === -Infinity) continue;
        if (mode !== TARGET || outer) {
          const score = lattice.sourceNull[cell * 2 + (mode === SOURCE ? 1 : 0)];
          if (score !== -Infinity) {
            const next = (band.start[a + 1] + b - band.lo[a + 1]) * 3 + SOURCE;
            const sum = here + score + (mode === TARGET ? lattice.nullBoth[1] : 0);
            if (sum > best[next]) {
              best[next] = sum;
              step[next] = mode;
            }
          }
        }
        if (mode !== SOURCE || !outer) {
          const score = lattice.targetNull[cell * 2 + (mode === TARGET ? 1 : 0)];
          if (score !== -Infinity) {
            const next = (cell + 1) * 3 + TARGET;
            const sum = here + score + (mode === SOURCE ? lattice.nullBoth[0] : 0);
            if (sum > best[next]) {
              best[next] = sum;
              step[next] = mode;
            }
          }
        }
      }
    }
  }
  return trace(lattice, best, step);
}

/** Score added to a bead that leaves `cell`, by how the path came there. */
export function departing(lattice: Lattice, cell: number, mode: number): number {
  return (mode === SOURCE ? 0 : lattice.tearSource[cell]) + (mode === TARGET ? 0 : lattice.tearTarget[cell]);
}

function trace(lattice: Lattice, best: Float64Array, step: Uint8Array): Int32Array {
  const { band } = lattice;
  const last = band.cells - 1;
  let mode = 0;
  for (let k = 1; k < 3; k++) if (best[last * 3 + k] > best[last * 3 + mode]) mode = k;
  if (best[last * 3 + mode] === -Infinity)
    throw new RangeError(`no path through ${band.n} x ${band.m} atoms`);
  const corners: number[] = [];
  let a = band.n;
  let b = band.m;
  while (a > 0 || b > 0) {
    corners.push(b, a);
    const code = step[(band.start[a] + b - band.lo[a]) * 3 + mode];
    const before = code % 3;
    if (mode === SOURCE) a -= 1;
    else if (mode === TARGET) b -= 1;
    else {
      const [dm, dn] = BEAD_TYPES[(code - before) / 3];
      a -= dm;
      b -= dn;
    }
    mode = before;
  }
  corners.push(0, 0);
  return Int32Array.from(corners.reverse());
}
