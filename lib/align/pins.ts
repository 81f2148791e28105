import type { Atoms } from './atoms';
import { type Band, makeBand } from './band';
import { BEAD_TYPES } from './beadTypes';
import type { Lattice } from './lattice';
import type { Pin } from './types';
import type { Region } from './walls';

/** A pin in atoms: [a, a1) of one side is to stand with [b, b1) of the other. */
export type PinBox = {
  readonly a: number;
  readonly a1: number;
  readonly b: number;
  readonly b1: number;
  /** The side whose unit was pinned to the other's. */
  readonly owner: 'source' | 'target';
  /** The owner's atom that must be joined: the longest of its unit, the first of several. */
  readonly heart: number;
};

/**
 * The pins of each region. A pin inside a lock that joins its two units asks for nothing more.
 * @throws RangeError if a pin lies outside the free regions, or two pins cross or name one source unit.
 */
export function placePins(parts: readonly Region[], pins: readonly Pin[]): Pin[][] {
  const sorted = [...pins].sort((x, y) => x.i - y.i || x.j - y.j);
  const out = parts.map((): Pin[] => []);
  for (let k = 0; k < sorted.length; k++) {
    const { i, j } = sorted[k];
    const before = sorted[k - 1];
    if (before && (before.i === i || before.j > j))
      throw new RangeError(`pins (${before.i}, ${before.j}) and (${i}, ${j}) contradict each other`);
    const at = parts.findIndex((part) => part.i0 <= i && i < part.i1 && part.j0 <= j && j < part.j1);
    if (at < 0) throw new RangeError(`pin (${i}, ${j}) does not lie in what is free to be aligned`);
    if (!parts[at].locked) out[at].push({ i, j });
  }
  return out;
}

/** Pins of units as stretches of atoms. `owner`: the side that the input calls its source. */
export function pinBoxes(
  pins: readonly Pin[],
  source: Atoms,
  target: Atoms,
  owner: PinBox['owner'],
): PinBox[] {
  return pins.map(({ i, j }) => {
    const [a, a1] = [source.first[i], source.first[i + 1]];
    const [b, b1] = [target.first[j], target.first[j + 1]];
    const heart = owner === 'source' ? longest(source.length, a, a1) : longest(target.length, b, b1);
    return { a, a1, b, b1, owner, heart };
  });
}

function longest(length: Float64Array, first: number, last: number): number {
  let best = first;
  for (let k = first + 1; k < last; k++) if (length[k] > length[best]) best = k;
  return best;
}

/**
 * Takes out of a lattice every step that a pin forbids, in place: the pinned unit's atoms may be joined with atoms of
 * the other unit only, and its longest atom may not be left out. Everything else stays free, so the best path of what is
 * left is the best one that honours the pins, and the sums over paths are probabilities given the pins.
 * O(cells · types) a pin.
 */
export function constrain(lattice: Lattice, boxes: readonly PinBox[], a0: number, b0: number): Lattice {
  const { band, bead, sourceNull, targetNull } = lattice;
  const types = BEAD_TYPES.length;
  for (const { a, a1, b, b1, owner, heart } of boxes) {
    const own = owner === 'source';
    for (let x = 0; x <= band.n; x++)
      for (let y = band.lo[x]; y <= band.hi[x]; y++) {
        const cell = band.start[x] + y - band.lo[x];
        for (let t = 0; t < types; t++) {
          const [s, s1] = [a0 + x, a0 + x + BEAD_TYPES[t][0]];
          const [u, u1] = [b0 + y, b0 + y + BEAD_TYPES[t][1]];
          const touches = own ? s < a1 && s1 > a : u < b1 && u1 > b;
          const stays = own ? u >= b && u1 <= b1 : s >= a && s1 <= a1;
          if (touches && !stays) bead[cell * types + t] = -Infinity;
        }
        if (own && a0 + x === heart) sourceNull.fill(-Infinity, cell * 2, cell * 2 + 2);
        if (!own && b0 + y === heart) targetNull.fill(-Infinity, cell * 2, cell * 2 + 2);
      }
  }
  return lattice;
}

/** The band opened where a pin lies off it, so that a path through the pinned units stays inside. O(n · pins). */
export function widened(band: Band, boxes: readonly PinBox[], a0: number, b0: number): Band {
  if (boxes.length === 0) return band;
  const [lo, hi] = [band.lo.slice(), band.hi.slice()];
  for (const { a, a1, b, b1 } of boxes) {
    for (let x = 0; x <= a1 - a0; x++) lo[x] = Math.min(lo[x], b - b0);
    for (let x = a - a0; x <= band.n; x++) hi[x] = Math.max(hi[x], b1 - b0);
  }
  return makeBand(band.n, band.m, lo, hi);
}
