import { type Band, fullBand, makeBand } from './band';
import type { Pair } from './lattice';

/** Up to this many cells the whole grid is searched. */
const FULL_CELLS = 250_000;
/** A word says where a sentence went if it and its renderings are this rare. */
const RARE = 6;
/** The band reaches from the anchors this many atoms before to those this many after. */
const REACH = 24;
const MARGIN = 12;

/**
 * Where to look between source atoms [a0, a1) and target atoms [b0, b1): everywhere in a small grid, else around a
 * chain of anchors.
 *
 * An anchor is a pair of atoms that share a rare term; the chain is the heaviest monotone one (as Melamed 1999 chains
 * points of correspondence, here by a Fenwick tree). The band follows it and opens by itself where the chain jumps.
 * O(terms + k ln k) for k points.
 */
export function chooseBand(pair: Pair, a0: number, a1: number, b0: number, b1: number): Band {
  const [n, m] = [a1 - a0, b1 - b0];
  if ((n + 1) * (m + 1) <= FULL_CELLS) return fullBand(n, m);
  return bandAround(heaviestChain(anchorPoints(pair, a0, a1, b0, b1), m), n, m);
}

type Point = { a: number; b: number; weight: number };

/** Pairs of atoms that share rare terms, by source then target atom, with the sum of the terms' weights. */
function anchorPoints(pair: Pair, a0: number, a1: number, b0: number, b1: number): Point[] {
  const { sourceTerms, sourceSeen } = pair;
  const places: number[][] = sourceTerms.keys.map(() => []);
  for (let a = a0; a < a1; a++)
    for (let t = sourceTerms.first[a]; t < sourceTerms.first[a + 1]; t++) {
      const p = sourceTerms.type[t];
      if (sourceTerms.inner[t] === 0 && places[p].length <= RARE) places[p].push(a);
    }
  const sums = new Map<number, number>();
  const m = b1 - b0;
  for (let p = 0; p < places.length; p++) {
    if (places[p].length === 0 || places[p].length > RARE) continue;
    const there = sourceSeen.atoms[p].filter((b) => b >= b0 && b < b1);
    if (there.length === 0 || there.length > RARE) continue;
    const weight = 1 / (places[p].length * there.length);
    for (const a of places[p])
      for (const b of there) {
        const key = (a - a0) * m + (b - b0);
        sums.set(key, (sums.get(key) ?? 0) + weight);
      }
  }
  return [...sums.entries()]
    .sort((x, y) => x[0] - y[0])
    .map(([key, weight]) => ({ a: Math.floor(key / m), b: key % m, weight }));
}

/** Heaviest chain of points strictly rising on both sides; ties to the earlier point. */
function heaviestChain(points: readonly Point[], m: number): Point[] {
  const best = new Float64Array(points.length);
  const before = new Int32Array(points.length).fill(-1);
  const tree = new Int32Array(m + 2).fill(-1); // Fenwick tree over b: index of the best point so far
  const query = (b: number) => {
    let found = -1;
    for (let k = b; k > 0; k -= k & -k)
      if (tree[k] >= 0 && (found < 0 || best[tree[k]] > best[found])) found = tree[k];
    return found;
  };
  const insert = (at: number) => {
    for (let k = points[at].b + 1; k <= m + 1; k += k & -k)
      if (tree[k] < 0 || best[tree[k]] < best[at]) tree[k] = at;
  };
  for (let k = 0; k < points.length; ) {
    let end = k;
    while (end < points.length && points[end].a === points[k].a) end++;
    for (let x = k; x < end; x++) {
      before[x] = query(points[x].b);
      best[x] = points[x].weight + (before[x] >= 0 ? best[before[x]] : 0);
    }
    for (let x = k; x < end; x++) insert(x);
    k = end;
  }
  const chain: Point[] = [];
  for (let k = query(m + 1); k >= 0; k = before[k]) chain.push(points[k]);
  return chain.reverse();
}

function bandAround(chain: readonly Point[], n: number, m: number): Band {
  const lo = new Int32Array(n + 1);
  const hi = new Int32Array(n + 1).fill(m);
  let first = -1; // last anchor at or before a - REACH
  let last = 0; // first anchor at or after a + REACH
  for (let a = 0; a <= n; a++) {
    while (first + 1 < chain.length && chain[first + 1].a <= a - REACH) first++;
    while (last < chain.length && chain[last].a < a + REACH) last++;
    if (first >= 0) lo[a] = Math.max(0, chain[first].b - MARGIN);
    if (last < chain.length) hi[a] = Math.min(m, chain[last].b + MARGIN);
  }
  return makeBand(n, m, lo, hi);
}
