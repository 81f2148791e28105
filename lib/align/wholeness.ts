import { BEAD_TYPES } from './beadTypes';
import type { Lattice } from './lattice';
import { bestPath, departing } from './search';

/** Only short texts are in doubt as a whole: in long ones true nulls outweigh any prior many times over. */
const MOST_ATOMS = 600;

/**
 * The best path through a whole text, or the best one without nulls if that loses by no more than `ahead` nats: a
 * passage in strange words looks like one that was replaced by another.
 */
export function wholePath(lattice: Lattice, onTarget: Uint8Array, b0: number, ahead: number): Int32Array {
  const path = bestPath(lattice, onTarget, b0);
  const { source, target } = nullSides(path);
  if (lattice.band.n > MOST_ATOMS || !source || !target) return path;
  const without = withoutNulls(lattice);
  const plain = tryPath(without, onTarget, b0);
  if (!plain) return path;
  return pathScore(lattice, plain) + ahead >= pathScore(lattice, path) ? plain : path;
}

/** Which sides have a sentence that is in no bead. */
function nullSides(path: Int32Array): { source: boolean; target: boolean } {
  let [source, target] = [false, false];
  for (let k = 0; k + 3 < path.length; k += 2) {
    if (path[k + 1] === path[k + 3]) source = true;
    if (path[k] === path[k + 2]) target = true;
  }
  return { source, target };
}

function withoutNulls(lattice: Lattice): Lattice {
  const none = (scores: Float32Array) => new Float32Array(scores.length).fill(-Infinity);
  return { ...lattice, sourceNull: none(lattice.sourceNull), targetNull: none(lattice.targetNull) };
}

/** Null where the beads can't reach the end by themselves: three sentences with a paragraph of forty. */
function tryPath(lattice: Lattice, onTarget: Uint8Array, b0: number): Int32Array | null {
  try {
    return bestPath(lattice, onTarget, b0);
  } catch (cause) {
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}

/** Sum of the scores along a path, as `bestPath` adds them up. */
export function pathScore(lattice: Lattice, path: Int32Array): number {
  const { band } = lattice;
  let sum = 0;
  let mode = 0; // as in search: through a bead, inside a run of source or of target nulls
  for (let k = 0; k + 3 < path.length; k += 2) {
    const [a, b, a1, b1] = [path[k], path[k + 1], path[k + 2], path[k + 3]];
    const cell = band.start[a] + b - band.lo[a];
    if (b1 === b) {
      sum += lattice.sourceNull[cell * 2 + (mode === 1 ? 1 : 0)] + (mode === 2 ? lattice.nullBoth[1] : 0);
      mode = 1;
    } else if (a1 === a) {
      sum += lattice.targetNull[cell * 2 + (mode === 2 ? 1 : 0)] + (mode === 1 ? lattice.nullBoth[0] : 0);
      mode = 2;
    } else {
      const type = BEAD_TYPES.findIndex(([m, n]) => m === a1 - a && n === b1 - b);
      sum += departing(lattice, cell, mode) + lattice.bead[cell * BEAD_TYPES.length + type];
      mode = 0;
    }
  }
  return sum;
}
