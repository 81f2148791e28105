/**
 * Estimates the engine's weights: `npx tsx scripts/engine-weights.ts DIR [--rounds 2] [--out FILE]`.
 *
 * A conditional random field over paths of the lattice (Lafferty, McCallum & Pereira 2001): the weights are those under
 * which the gold alignments are most probable among all paths, with a Gaussian prior around zero change. Gold says only
 * which units go together; every path of sentences that reads off as the gold beads counts as right. One set of weights
 * for target paragraphs (tasks P, PH, N, Pnat) and one for target sentences (S, S20). NTREX files are left out: their
 * licence note makes them test material.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fullBand, makeBand } from '@/lib/align/band';
import { BEAD_TYPES } from '@/lib/align/beadTypes';
import { FEATURES } from '@/lib/align/features';
import { buildLattice, type Lattice, type Pair } from '@/lib/align/lattice';
import { coreLexicon } from '@/lib/align/lexicon';
import { logAdd, stepsFrom } from '@/lib/align/posterior';
import { preparePair } from '@/lib/align/preparePair';
import { departing } from '@/lib/align/search';
import { regions } from '@/lib/align/walls';
import type { Weights } from '@/lib/align/weights';
import { LAYOUTS, type Layout, STORED } from '@/lib/align/weights';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '1' },
    out: { type: 'string' },
    hits: { type: 'boolean' },
    exclude: { type: 'string', default: '^$' },
    layouts: { type: 'string' },
    corpora: { type: 'string', default: 'bible,dig' },
    steps: { type: 'string', default: '250' },
  },
});
const dir = positionals[0];
if (!dir) throw new Error('usage: engine-weights.ts DIR');

type Doc = { id: string; lang: string; source: string[]; target: string[]; gold: [number[], number[]][] };
type Arcs = {
  from: Int32Array;
  to: Int32Array;
  gold: Uint8Array;
  features: Float32Array;
  states: number;
  ends: number[];
  id: string;
};

const K = FEATURES.length;
const TASKS: Record<Layout, readonly string[]> = {
  paragraphs: ['P', 'PH', 'N', 'Pnat'],
  sentences: ['S', 'S20'],
  paragraphsBare: ['P', 'PH', 'N', 'Pnat'],
  sentencesBare: ['S', 'S20'],
};
const corpora = values.corpora.split(',');

const result = structuredClone(STORED) as { -readonly [k in keyof typeof STORED]: Weights };
for (const layout of (values.layouts?.split(',') ?? LAYOUTS) as Layout[]) {
  const docs: Doc[] = [];
  for (const task of TASKS[layout])
    for (const lang of ['vi', 'ro']) {
      const folder = join(dir, task, lang);
      if (!existsSync(folder)) continue;
      for (const file of readdirSync(folder).sort())
        if (
          corpora.includes(file.split('-')[0]) &&
          !file.includes('udhr') &&
          !new RegExp(values.exclude).test(file)
        )
          docs.push(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    }
  let weights = Float64Array.from(result[layout].features);
  for (let round = 0; round < Number(values.rounds); round++) {
    const arcs = docs.map((doc) =>
      collect(doc, { ...result[layout], features: weights }, result, layout.endsWith('Bare')),
    );
    console.log(
      `${layout}: ${docs.length} documents, ${arcs.reduce((sum, x) => sum + x.from.length, 0)} steps, ${process.uptime().toFixed(0)} s`,
    );
    weights = climb(arcs, weights, Number(values.steps));
    result[layout] = { ...result[layout], features: weights };
    console.log(layout, round, FEATURES.map((f, k) => `${f} ${weights[k].toFixed(2)}`).join(' '));
  }
}
if (values.out) {
  const plain = Object.fromEntries(
    Object.entries(result).map(([layout, w]) => [
      layout,
      { ...w, features: Object.fromEntries(FEATURES.map((f, k) => [f, Number(w.features[k].toFixed(3))])) },
    ]),
  );
  const provenance = `scripts/engine-weights.ts on ${corpora.join(', ')} documents (without /${values.exclude}/) of tasks ${TASKS.paragraphs.join(' ')} ${TASKS.sentences.join(' ')}`;
  writeFileSync(
    values.out,
    `${JSON.stringify({ format: 'triptych-align-weights', version: 1, provenance, ...plain }, null, 1)}\n`,
  );
}

/** Steps worth keeping (probability of at least 1e-4 among all paths, or among the right ones) and their features. */
function collect(doc: Doc, weights: Weights, all: typeof STORED, bare: boolean): Arcs {
  const pair = preparePair(
    { lang: 'en', segments: doc.source },
    { lang: doc.lang, segments: doc.target },
    bare ? null : coreLexicon(),
    all,
    regions({ i0: 0, i1: doc.source.length, j0: 0, j1: doc.target.length }, []),
  ).pair;
  const full = fullBand(pair.source.texts.length, pair.target.texts.length);
  const allowed = goldFilter(pair, doc);
  const kept: Arc[] = [];
  const lattice = buildLattice(pair, weights.features, full, 0, 0);
  for (const onlyGold of [true, false]) {
    const { forward, backward, total } = sums(lattice, pair, onlyGold ? allowed : () => true);
    if (total === -Infinity) throw new Error(`${doc.id}: no path for the gold`);
    each(lattice, pair, (from, to, score, a, b, a1, b1, kind) => {
      const gold = allowed(a, b, a1, b1, kind);
      if (onlyGold && !gold) return;
      if (Math.exp(forward[from] + score + backward[to] - total) > 1e-4)
        kept.push({ a, b, a1, b1, kind, mode: from % 3, gold, from: 0, to: 0 });
    });
  }
  // The features are read off a narrow band around the steps that count.
  const band = around(kept, full.n, full.m);
  const cell = (a: number, b: number) => band.start[a] + b - band.lo[a];
  for (const arc of kept) {
    arc.from = cell(arc.a, arc.b) * 3 + arc.mode;
    arc.to = cell(arc.a1, arc.b1) * 3 + (arc.kind === 100 ? 1 : arc.kind === 101 ? 2 : 0);
  }
  kept.sort((x, y) => x.from - y.from || x.to - y.to || Number(y.gold) - Number(x.gold));
  const list = kept.filter((x, k) => k === 0 || x.from !== kept[k - 1].from || x.to !== kept[k - 1].to);
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
          ? one.sourceNull[at * 2 + (mode === 1 ? 1 : 0)]
          : kind === 101
            ? one.targetNull[at * 2 + (mode === 2 ? 1 : 0)]
            : departing(one, at, mode) + one.bead[at * BEAD_TYPES.length + kind];
    });
  }
  const ids = new Map<number, number>([[0, 0]]);
  const number = (state: number) => {
    const known = ids.get(state) ?? ids.size;
    ids.set(state, known);
    return known;
  };
  const last = (band.cells - 1) * 3;
  const from = Int32Array.from(list, (x) => number(x.from));
  const to = Int32Array.from(list, (x) => number(x.to));
  const ends = [last, last + 1, last + 2].flatMap((s) => (ids.has(s) ? [ids.get(s)!] : []));
  return {
    from,
    to,
    gold: Uint8Array.from(list, (x) => (x.gold ? 1 : 0)),
    features,
    states: ids.size,
    ends,
    id: doc.id,
  };
}

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

function around(arcs: readonly Arc[], n: number, m: number) {
  const lo = new Int32Array(n + 1).fill(m);
  const hi = new Int32Array(n + 1);
  for (const { a, b, a1, b1 } of arcs)
    for (let x = Math.max(0, a - 11); x <= Math.min(n, a1 + 11); x++) {
      lo[x] = Math.min(lo[x], b);
      hi[x] = Math.max(hi[x], b1);
    }
  for (let x = n - 1; x >= 0; x--) lo[x] = Math.min(lo[x], lo[x + 1]);
  for (let x = 1; x <= n; x++) hi[x] = Math.max(hi[x], hi[x - 1]);
  return makeBand(n, m, lo, hi);
}

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

function each(lattice: Lattice, pair: Pair, visit: Step) {
  const { band } = lattice;
  // Cell to coordinates: rows are found by walking with it.
  for (let a = 0; a <= band.n; a++)
    for (let b = band.lo[a]; b <= band.hi[a]; b++)
      stepsFrom(lattice, pair.target.border[b] === 1, a, b, (from, to, score, kind) => {
        const cell = Math.floor(to / 3);
        let a1 = a;
        while (a1 < band.n && band.start[a1 + 1] <= cell) a1++;
        visit(from, to, score, a, b, a1, band.lo[a1] + cell - band.start[a1], kind);
      });
}

function sums(
  lattice: Lattice,
  pair: Pair,
  allowed: (a: number, b: number, a1: number, b1: number, kind: number) => boolean,
) {
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

/** Is a step part of some path that reads off as the gold beads? */
function goldFilter(pair: Pair, doc: Doc) {
  const { source, target } = pair;
  type Rect = { a0: number; a1: number; b0: number; b1: number; isNull: boolean };
  const rects: Rect[] = [];
  let [i, j] = [0, 0];
  for (const [s, t] of doc.gold) {
    const isNull = s.length === 0 || t.length === 0;
    const [a0, b0] = [source.first[i], target.first[j]];
    i += s.length;
    j += t.length;
    const previous = rects[rects.length - 1];
    if (isNull && previous?.isNull) {
      previous.a1 = source.first[i];
      previous.b1 = target.first[j];
    } else rects.push({ a0, a1: source.first[i], b0, b1: target.first[j], isNull });
  }
  const rows: Rect[][] = Array.from({ length: source.texts.length + 1 }, () => []);
  for (const rect of rects) for (let a = rect.a0; a <= rect.a1; a++) rows[a].push(rect);
  const corner = (r: Rect, a: number, b: number) => (a === r.a0 && b === r.b0) || (a === r.a1 && b === r.b1);
  return (a: number, b: number, a1: number, b1: number, kind: number) =>
    rows[a].some((r) => {
      if (a1 > r.a1 || b < r.b0 || b1 > r.b1) return false;
      if (r.isNull) return kind >= 100;
      const border = (x: number, y: number) =>
        source.border[x] === 1 && target.border[y] === 1 && !corner(r, x, y);
      return !border(a, b) && !border(a1, b1);
    });
}

/** Adam (Kingma & Ba 2015) on the log probability of the gold, per 1000 steps of prior strength `tie`. */
function climb(docs: Arcs[], start: Float64Array, steps: number): Float64Array<ArrayBuffer> {
  const w = Float64Array.from(start);
  const [m, v] = [new Float64Array(K), new Float64Array(K)];
  for (let step = 1; step <= steps; step++) {
    const gradient = new Float64Array(K);
    let value = 0;
    for (const doc of docs) value += expectations(doc, w, gradient);
    for (let k = 0; k < K; k++) gradient[k] -= 0.3 * (w[k] - start[k]);
    const rate = 0.08 * (1 - step / (steps + 1));
    for (let k = 0; k < K; k++) {
      m[k] = 0.9 * m[k] + 0.1 * gradient[k];
      v[k] = 0.99 * v[k] + 0.01 * gradient[k] ** 2;
      w[k] += (rate * (m[k] / (1 - 0.9 ** step))) / (Math.sqrt(v[k] / (1 - 0.99 ** step)) + 1e-8);
    }
    if (step === 1 || step % 50 === 0) console.log(`  step ${step}: ln p(gold) ${value.toFixed(1)}`);
  }
  return w;
}

/** Adds E[features | gold] - E[features] to `gradient`; returns ln p(gold). */
function expectations(doc: Arcs, w: Float64Array, gradient: Float64Array): number {
  const n = doc.from.length;
  const score = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    let s = 0;
    for (let f = 0; f < K; f++) s += w[f] * doc.features[k * K + f];
    score[k] = s;
  }
  const total = [0, 0];
  for (const gold of [0, 1]) {
    const forward = new Float64Array(doc.states).fill(-Infinity);
    const backward = new Float64Array(doc.states).fill(-Infinity);
    forward[0] = 0;
    for (const e of doc.ends) backward[e] = 0;
    for (let k = 0; k < n; k++)
      if (!gold || doc.gold[k])
        forward[doc.to[k]] = logAdd(forward[doc.to[k]], forward[doc.from[k]] + score[k]);
    for (let k = n - 1; k >= 0; k--)
      if (!gold || doc.gold[k])
        backward[doc.from[k]] = logAdd(backward[doc.from[k]], backward[doc.to[k]] + score[k]);
    total[gold] = backward[0];
    for (let k = 0; k < n; k++) {
      if (gold && !doc.gold[k]) continue;
      const p = Math.exp(forward[doc.from[k]] + score[k] + backward[doc.to[k]] - total[gold]);
      if (p < 1e-9) continue;
      for (let f = 0; f < K; f++) gradient[f] += (gold ? p : -p) * doc.features[k * K + f];
    }
  }
  return total[1] - total[0];
}
