import { type Band, fullBand, makeBand } from './band';
import type { Pair } from './lattice';
import { lowerBound } from './lowerBound';
import { type PinBox, widened } from './pins';

/** Up to this many cells the whole grid is searched. */
const FULL_CELLS = 250_000;
/** A word says where a sentence went if its places times those of its renderings are at most this many. */
const RARE = 64;
/** Points this many atoms away support each other if they lie on a common diagonal. */
const NEAR = 24;
/** Weight of supporting points from which a point is believed. */
const SUPPORT = 0.75;
/** Gaps between anchors above this many cells are searched again. */
const GAP = 1500;
/** Most cells a band may have, or 150 a row in long texts: what nothing anchors is searched near the diagonal only. */
const MOST_CELLS = 1_500_000;
const MOST_A_ROW = 150;
/** The band reaches from the anchors this many atoms before to those this many after. */
const REACH = 14;
const MARGIN = 8;

/**
 * Where to look between source atoms [a0, a1) and target atoms [b0, b1): everywhere in a small grid, else around a
 * chain of anchors.
 *
 * An anchor is a pair of atoms that share rare terms and has neighbours on its diagonal (Melamed 1999, section 4,
 * filters points of correspondence by the same token); the chain is the heaviest monotone one, by a Fenwick tree. The
 * band follows it and opens by itself where the chain jumps. O(terms + k ln k) for k points.
 */
export function chooseBand(
  pair: Pair,
  a0: number,
  a1: number,
  b0: number,
  b1: number,
  pins: readonly PinBox[] = [],
): Band {
  const [n, m] = [a1 - a0, b1 - b0];
  if ((n + 1) * (m + 1) <= FULL_CELLS) return fullBand(n, m);
  const chain = between(pair, a0, a1, b0, b1, pins).map(({ a, b }) => ({ a: a - a0, b: b - b0 }));
  const band = narrowed(bandAround(chain, n, m, REACH, MARGIN), [{ a: 0, b: 0 }, ...chain, { a: n, b: m }]);
  return widened(band, pins, a0, b0);
}

/** Anchors on either side of each pin: none may stand where a pin says that the path is elsewhere. */
function between(
  pair: Pair,
  a0: number,
  a1: number,
  b0: number,
  b1: number,
  pins: readonly PinBox[],
): Point[] {
  const out: Point[] = [];
  let [a, b] = [a0, b0];
  for (const pin of [...pins, { a: a1, a1, b: b1, b1 }]) {
    if (pin.a > a && pin.b > b) out.push(...anchors(pair, a, pin.a, b, pin.b));
    [a, b] = [pin.a1, Math.max(b, pin.b1)];
  }
  return out;
}

type Point = { readonly a: number; readonly b: number; readonly weight: number };

/**
 * Chain of anchors, in absolute atoms. Where two neighbours are far apart the gap is searched again by itself: a word
 * that is common in a book may be rare in a chapter.
 */
function anchors(pair: Pair, a0: number, a1: number, b0: number, b1: number): Point[] {
  const points = supported(anchorPoints(pair, a0, a1, b0, b1), (b1 - b0) / (a1 - a0));
  const chain = heaviestChain(points, b0, b1);
  const out: Point[] = [];
  let [a, b] = [a0, b0];
  for (const next of [...chain, { a: a1, b: b1, weight: 0 }]) {
    const area = (next.a - a) * (next.b - b);
    if (area > GAP && area < 0.9 * (a1 - a0) * (b1 - b0)) out.push(...anchors(pair, a, next.a, b, next.b));
    if (next.weight > 0) out.push(next);
    [a, b] = [next.a + 1, next.b + 1];
  }
  return out;
}

/** Pairs of atoms that share rare terms, by source then target atom, with the sum of the terms' weights. */
function anchorPoints(pair: Pair, a0: number, a1: number, b0: number, b1: number): Point[] {
  const { sourceTerms, sourceSeen } = pair;
  const places = new Map<number, number[]>();
  for (let a = a0; a < a1; a++)
    for (let t = sourceTerms.first[a]; t < sourceTerms.first[a + 1]; t++) {
      const p = sourceTerms.type[t];
      if (sourceTerms.inner[t] !== 0 || sourceSeen.atoms[p].length === 0) continue;
      const list = places.get(p);
      if (!list) places.set(p, [a]);
      else if (list.length <= RARE) list.push(a);
    }
  const sums = new Map<number, number>();
  const m = b1 - b0;
  for (const [p, here] of places) {
    if (here.length > RARE) continue;
    const at = sourceSeen.atoms[p];
    const from = lowerBound(at, b0);
    const count = lowerBound(at, b1) - from;
    if (count === 0 || here.length * count > RARE) continue;
    const weight = 1 / (here.length * count);
    for (const a of here)
      for (let k = from; k < from + count; k++) {
        const key = (a - a0) * m + (at[k] - b0);
        sums.set(key, (sums.get(key) ?? 0) + weight);
      }
  }
  return [...sums.entries()]
    .sort((x, y) => x[0] - y[0])
    .map(([key, weight]) => ({ a: a0 + Math.floor(key / m), b: b0 + (key % m), weight }));
}

/**
 * Points with company: others within NEAR atoms, on about the same diagonal. Weight becomes that of the company, so that
 * a lone coincidence never bends the chain.
 */
function supported(points: readonly Point[], slope: number): Point[] {
  const out: Point[] = [];
  let first = 0;
  for (const point of points) {
    while (points[first].a < point.a - NEAR) first++;
    let company = 0;
    for (let k = first; k < points.length && points[k].a <= point.a + NEAR; k++) {
      const da = points[k].a - point.a;
      const off = Math.abs(points[k].b - point.b - da * slope);
      if (da !== 0 && off <= 2 + 0.3 * Math.abs(da)) company += points[k].weight;
    }
    if (company >= SUPPORT) out.push({ ...point, weight: point.weight * company });
  }
  return out;
}

/** Heaviest chain of points strictly rising on both sides; ties to the earlier point. */
function heaviestChain(points: readonly Point[], b0: number, b1: number): Point[] {
  const m = b1 - b0;
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
    for (let k = points[at].b - b0 + 1; k <= m + 1; k += k & -k)
      if (tree[k] < 0 || best[tree[k]] < best[at]) tree[k] = at;
  };
  for (let k = 0; k < points.length; ) {
    let end = k;
    while (end < points.length && points[end].a === points[k].a) end++;
    for (let x = k; x < end; x++) {
      before[x] = query(points[x].b - b0);
      best[x] = points[x].weight + (before[x] >= 0 ? best[before[x]] : 0);
    }
    for (let x = k; x < end; x++) insert(x);
    k = end;
  }
  const chain: Point[] = [];
  for (let k = query(m + 1); k >= 0; k = before[k]) chain.push(points[k]);
  return chain.reverse();
}

/**
 * Cells between the rungs of a chain: in row a from the last point at or before a - reach to the first at or after
 * a + reach, and `margin` atoms further on both sides.
 */
export function bandAround(
  chain: readonly Omit<Point, 'weight'>[],
  n: number,
  m: number,
  reach: number,
  margin: number,
): Band {
  const lo = new Int32Array(n + 1);
  const hi = new Int32Array(n + 1).fill(m);
  let first = -1; // last anchor at or before a - reach
  let last = 0; // first anchor at or after a + reach
  for (let a = 0; a <= n; a++) {
    while (first + 1 < chain.length && chain[first + 1].a <= a - reach) first++;
    while (last < chain.length && chain[last].a < a + reach) last++;
    if (first >= 0) lo[a] = Math.max(0, chain[first].b - margin);
    if (last < chain.length) hi[a] = Math.min(m, chain[last].b + margin);
  }
  return makeBand(n, m, lo, hi);
}

/** A band that grew too large, cut down to the same width on both sides of the line through the anchors. */
function narrowed(band: Band, chain: readonly Omit<Point, 'weight'>[]): Band {
  const { n, m } = band;
  const most = Math.max(MOST_CELLS, MOST_A_ROW * n);
  if (band.cells <= most) return band;
  const half = Math.ceil(most / (2 * n)) + Math.ceil(m / n);
  const lo = new Int32Array(n + 1);
  const hi = new Int32Array(n + 1);
  let k = 0;
  for (let a = 0; a <= n; a++) {
    while (k + 2 < chain.length && chain[k + 1].a <= a) k++;
    const [from, to] = [chain[k], chain[k + 1]];
    const middle = from.b + ((to.b - from.b) * (a - from.a)) / Math.max(1, to.a - from.a);
    lo[a] = Math.max(band.lo[a], Math.floor(middle - half), a > 0 ? lo[a - 1] : 0);
    hi[a] = Math.max(Math.min(band.hi[a], Math.ceil(middle + half)), a > 0 ? hi[a - 1] : 0);
  }
  hi[n] = m;
  lo[0] = 0;
  return makeBand(n, m, lo, hi);
}
