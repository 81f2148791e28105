import type { Band } from './band';
import * as beadTypes from './beadTypes';
import { lowerBound } from './lowerBound';
import { KIND, type Terms } from './terms';

// A copy, as in `lattice`.
const { WIDEST } = beadTypes;

/** For each type of one side the atoms of the other side where a rendering occurs, and how usual that is. */
export type Sightings = {
  /** sorted atoms per type */
  readonly atoms: readonly Int32Array[];
  /** sightings per letter of the other side */
  readonly rate: Float64Array;
};

/** Finds all renderings. `matches[p]` are the other side's types that may render type p. O(occurrences). */
export function sightings(matches: readonly (readonly number[])[], other: Terms, letters: number): Sightings {
  const where: number[][] = other.keys.map(() => []);
  for (let k = 0; k + 1 < other.first.length; k++) {
    for (let t = other.first[k]; t < other.first[k + 1]; t++) {
      const list = where[other.type[t]];
      if (list[list.length - 1] !== k) list.push(k);
    }
  }
  const rate = new Float64Array(matches.length);
  const atoms = matches.map((types, p) => {
    const all = new Set<number>();
    for (const q of types) for (const k of where[q]) all.add(k);
    rate[p] = (all.size + 0.5) / Math.max(1, letters);
    return Int32Array.from(all).sort();
  });
  return { atoms, rate };
}

/** Chance that a term of each kind is rendered recognisably in its translation. */
export type HitRates = Float64Array;

/** Half width, in atoms, of the neighbourhood whose own habits count as chance. */
const NEAR = 8;

/**
 * Evidence in nats that the terms of one atom are rendered in w atoms of the other side.
 *
 * For each distinct term: ln((p + (1-p)q) / q) if a rendering is there, ln(1-p) if not, where p is the chance that it
 * is rendered and q = 1 - exp(-rate·letters) the chance that a rendering stands there anyway. The rate is that of
 * the whole text or, when higher, that of the neighbourhood without the sighting itself: a name that every sentence
 * of a scene repeats says little about which one is which.
 *
 * @param weights weight of each kind of term
 * @param cumulative letters of the other side before each of its atoms
 * @returns Float32Array [cell of band][w-1], w = 1..WIDEST; the run starts at the cell's column. Runs past the end
 *   hold the value of the run up to the end.
 * O(cells + sightings in the band).
 */
export function evidenceTable(
  own: Terms,
  seen: Sightings,
  hitRates: HitRates,
  weights: ArrayLike<number>,
  cumulative: Float64Array,
  band: Band,
  from: number,
  otherFrom: number,
): Float32Array {
  const table = new Float32Array(band.cells * WIDEST);
  for (let a = 0; a < band.n; a++) {
    const lo = band.lo[a];
    const hi = band.hi[a];
    const base = band.start[a] * WIDEST;
    let missed = 0;
    for (let t = own.first[from + a]; t < own.first[from + a + 1]; t++) {
      const p = own.type[t];
      if (own.inner[t]) continue;
      const weight = weights[own.kind[p]];
      if (weight === 0) continue;
      if (silent(own, seen, p)) continue;
      const at = seen.atoms[p];
      const hit = hitRates[own.kind[p]];
      const miss = Math.log1p(-hit) * weight;
      missed += miss;
      let k = lowerBound(at, otherFrom + lo);
      let previous = otherFrom + lo - 1;
      for (; k < at.length && at[k] < otherFrom + hi + WIDEST; k++) {
        const b = at[k];
        const rate = Math.max(seen.rate[p], nearRate(at, k, cumulative));
        const firstStart = Math.max(previous + 1, b - WIDEST + 1, otherFrom + lo);
        const lastStart = Math.min(b, otherFrom + hi);
        for (let b0 = firstStart; b0 <= lastStart; b0++) {
          for (let w = b - b0; w < WIDEST; w++) {
            const end = Math.min(b0 + w + 1, cumulative.length - 1);
            const gain = hitNats(hit, rate, cumulative[end] - cumulative[b0]) * weight - miss;
            table[base + (b0 - otherFrom - lo) * WIDEST + w] += gain;
          }
        }
        previous = b;
      }
    }
    const end = (band.start[a] + hi - lo + 1) * WIDEST;
    for (let c = base; c < end; c++) table[c] += missed;
  }
  return table;
}

/**
 * The same for one atom (absolute) and any run [b0, b1) of the other side's atoms. O(terms of the atom · ln sightings).
 */
export function runEvidence(
  own: Terms,
  seen: Sightings,
  hitRates: HitRates,
  weights: ArrayLike<number>,
  cumulative: Float64Array,
  atom: number,
  b0: number,
  b1: number,
): number {
  let sum = 0;
  for (let t = own.first[atom]; t < own.first[atom + 1]; t++) {
    const p = own.type[t];
    if (own.inner[t] || silent(own, seen, p)) continue;
    const weight = weights[own.kind[p]];
    if (weight === 0) continue;
    const hit = hitRates[own.kind[p]];
    const at = seen.atoms[p];
    const k = lowerBound(at, b0);
    if (k < at.length && at[k] < b1) {
      const rate = Math.max(seen.rate[p], nearRate(at, k, cumulative));
      sum += hitNats(hit, rate, cumulative[b1] - cumulative[b0]) * weight;
    } else sum += Math.log1p(-hit) * weight;
  }
  return sum;
}

/** Nothing is known of a word that the lexicon does not hold and that is spelt like nothing on the other side. */
function silent(own: Terms, seen: Sightings, p: number): boolean {
  return own.kind[p] === KIND.other && seen.atoms[p].length === 0;
}

/** ln P(a rendering is there | aligned) - ln P(it is there anyway). */
export function hitNats(hit: number, rate: number, letters: number): number {
  const q = -Math.expm1(-rate * letters);
  return Math.log((hit + (1 - hit) * q) / q);
}

function nearRate(at: Int32Array, k: number, cumulative: Float64Array): number {
  const b = at[k];
  let count = 0;
  for (let l = k - 1; l >= 0 && at[l] >= b - NEAR; l--) count++;
  for (let l = k + 1; l < at.length && at[l] <= b + NEAR; l++) count++;
  if (count === 0) return 0;
  const first = Math.max(0, b - NEAR);
  const last = Math.min(cumulative.length - 1, b + NEAR + 1);
  return count / (cumulative[last] - cumulative[first]);
}
