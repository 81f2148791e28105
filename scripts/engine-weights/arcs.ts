/** Reads a document into the steps that matter and what each is worth in every feature. */
import { type Band, makeBand } from '@/lib/align/band';
import { BEAD_TYPES } from '@/lib/align/beadTypes';
import { FEATURES } from '@/lib/align/features';
import { buildLattice, type Lattice, type Pair } from '@/lib/align/lattice';
import { coreLexicon } from '@/lib/align/lexicon';
import { logAdd, stepsFrom } from '@/lib/align/posterior';
import { preparePair } from '@/lib/align/preparePair';
import { departing } from '@/lib/align/search';
import { regions } from '@/lib/align/walls';
import type { Layout, Weights } from '@/lib/align/weights';
import type { Doc } from './corpus';
import { type Box, type Filter, goldFilter, goldRects } from './goldPaths';

export const K = FEATURES.length;

/** Steps of one document in topological order; states are numbered from 0, the start. */
export type Arcs = {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly gold: Uint8Array;
  readonly features: Float32Array;
  readonly states: number;
  readonly ends: readonly number[];
  readonly doc: Doc;
};

type Arc = {
  a: number;
  b: number;
  a1: number;
  b1: number;
  kind: number;
  mode: number;
  gold: boolean;
  from: number;
  to: number;
};
type Step = (
  from: number,
  to: number,
  score: number,
  a: number,
  b: number,
  a1: number,
  b1: number,
  kind: number,
) => void;

/** A step is kept if this share of all paths, or of the right ones, passes it. */
const LEAST = 1e-4;
/** Paths are looked for this many atoms on both sides of the gold. */
const ASIDE = 50;

export function collect(
  doc: Doc,
  weights: Weights,
  all: Readonly<Record<Layout, Weights>>,
  bare: boolean,
): Arcs {
  const { pair } = preparePair(
    { lang: 'en', segments: doc.source },
    { lang: doc.lang, segments: doc.target },
    bare ? null : coreLexicon(),
    all,
    regions({ i0: 0, i1: doc.source.length, j0: 0, j1: doc.target.length }, []),
    [[]],
    'source',
  );
  const rects = goldRects(pair, doc);
  const allowed = goldFilter(pair, rects);
  const wide = bandOf(rects, pair.source.texts.length, pair.target.texts.length, ASIDE, ASIDE);
  const lattice = buildLattice(pair, weights.features, wide, 0, 0);
  const kept: Arc[] = [];
  for (const onlyGold of [true, false]) {
    const { forward, backward, total } = sums(lattice, pair, onlyGold ? allowed : () => true);
    if (total === -Infinity) throw new RangeError(`${doc.id}: no path for the gold`);
    each(lattice, pair, (from, to, score, a, b, a1, b1, kind) => {
      if (forward[from] + score + backward[to] - total < Math.log(LEAST)) return;
      const gold = allowed(a, b, a1, b1, kind);
      if (!onlyGold || gold) kept.push({ a, b, a1, b1, kind, mode: from % 3, gold, from: 0, to: 0 });
    });
  }
  // The features are read off a narrow band around the steps that count.
  const boxes = kept.map(({ a, b, a1, b1 }) => ({ a0: a, a1, b0: b, b1 }));
  const band = bandOf(boxes, wide.n, wide.m, 11, 0);
  const cell = (a: number, b: number) => band.start[a] + b - band.lo[a];
  for (const arc of kept) {
    arc.from = cell(arc.a, arc.b) * 3 + arc.mode;
    arc.to = cell(arc.a1, arc.b1) * 3 + (arc.kind === 100 ? 1 : arc.kind === 101 ? 2 : 0);
  }
  kept.sort((x, y) => x.from - y.from || x.to - y.to || Number(y.gold) - Number(x.gold));
  const list = kept.filter((x, k) => k === 0 || x.from !== kept[k - 1].from || x.to !== kept[k - 1].to);
  const ids = new Map<number, number>([[0, 0]]);
  const number = (state: number) => {
    const known = ids.get(state) ?? ids.size;
    ids.set(state, known);
    return known;
  };
  const from = Int32Array.from(list, (x) => number(x.from));
  const to = Int32Array.from(list, (x) => number(x.to));
  const last = (band.cells - 1) * 3;
  return {
    from,
    to,
    gold: Uint8Array.from(list, (x) => (x.gold ? 1 : 0)),
    features: readFeatures(pair, band, list, cell),
    states: ids.size,
    ends: [last, last + 1, last + 2].flatMap((state) => ids.get(state) ?? []),
    doc,
  };
}

/** The lattice is linear in the weights: feature f of a step is its score under weight 1 for f and 0 for the rest. */
function readFeatures(
  pair: Pair,
  band: Band,
  list: readonly Arc[],
  cell: (a: number, b: number) => number,
): Float32Array {
  const features = new Float32Array(list.length * K);
  const oneHot = new Float64Array(K);
  for (let f = 0; f < K; f++) {
    oneHot.fill(0);
    oneHot[f] = 1;
    const one = buildLattice(pair, oneHot, band, 0, 0);
    list.forEach(({ a, b, kind, mode }, k) => {
      const at = cell(a, b);
      features[k * K + f] =
        kind === 100
          ? one.sourceNull[at * 2 + (mode === 1 ? 1 : 0)] + (mode === 2 ? one.nullBoth[1] : 0)
          : kind === 101
            ? one.targetNull[at * 2 + (mode === 2 ? 1 : 0)] + (mode === 1 ? one.nullBoth[0] : 0)
            : departing(one, at, mode) + one.bead[at * BEAD_TYPES.length + kind];
    });
  }
  return features;
}

function bandOf(boxes: readonly Box[], n: number, m: number, rows: number, columns: number): Band {
  const lo = new Int32Array(n + 1).fill(m);
  const hi = new Int32Array(n + 1);
  for (const { a0, a1, b0, b1 } of boxes)
    for (let x = Math.max(0, a0 - rows); x <= Math.min(n, a1 + rows); x++) {
      lo[x] = Math.min(lo[x], Math.max(0, b0 - columns));
      hi[x] = Math.max(hi[x], Math.min(m, b1 + columns));
    }
  for (let x = n - 1; x >= 0; x--) lo[x] = Math.min(lo[x], lo[x + 1]);
  for (let x = 1; x <= n; x++) hi[x] = Math.max(hi[x], hi[x - 1]);
  return makeBand(n, m, lo, hi);
}

function each(lattice: Lattice, pair: Pair, visit: Step) {
  const { band } = lattice;
  for (let a = 0; a <= band.n; a++)
    for (let b = band.lo[a]; b <= band.hi[a]; b++)
      stepsFrom(lattice, pair.target.border[b] === 1, a, b, (from, to, score, kind) => {
        const cell = Math.floor(to / 3);
        let a1 = a;
        while (a1 < band.n && band.start[a1 + 1] <= cell) a1++;
        visit(from, to, score, a, b, a1, band.lo[a1] + cell - band.start[a1], kind);
      });
}

function sums(lattice: Lattice, pair: Pair, allowed: Filter) {
  const size = lattice.band.cells * 3;
  const forward = new Float64Array(size).fill(-Infinity);
  const backward = new Float64Array(size).fill(-Infinity);
  forward[0] = 0;
  const steps: number[] = [];
  each(lattice, pair, (from, to, score, a, b, a1, b1, kind) => {
    if (forward[from] === -Infinity || !allowed(a, b, a1, b1, kind)) return;
    forward[to] = logAdd(forward[to], forward[from] + score);
    steps.push(from, to, score);
  });
  for (let k = 1; k <= 3; k++) backward[size - k] = 0;
  for (let k = steps.length - 3; k >= 0; k -= 3)
    backward[steps[k]] = logAdd(backward[steps[k]], backward[steps[k + 1]] + steps[k + 2]);
  return { forward, backward, total: backward[0] };
}
