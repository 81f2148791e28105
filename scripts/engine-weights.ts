/**
 * Estimates all that the engine takes from data: `npx tsx scripts/engine-weights.ts DIR [--folds] [--out FILE]`.
 *
 * A conditional random field over paths of the lattice (Lafferty, McCallum & Pereira 2001): the weights are those under
 * which the gold alignments are most probable among all paths, with a Gaussian prior around a start set by hand. Gold
 * says only which units go together; every path of sentences that reads off as the gold beads counts as right. Hit rates
 * and the spread of lengths come from clean pairs. One set of weights each for target paragraphs (tasks P, PH, N, Pnat)
 * and sentences (S, S20), with and without a lexicon. Documents are the Bible's and the manual's of the corpora, and
 * further ones made of the long text of the scale task. NTREX files are left out: their licence note makes them test
 * material. Calibration is fitted on three folds held out in turn, whose figures --folds prints in full.
 *
 * Without --out it writes lib/align/weights.asset.json. The same input gives the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { FEATURES } from '@/lib/align/features';
import { LAYOUTS, type Layout, type Weights } from '@/lib/align/weights';
import { fitCalibration, type Judged } from './engine-weights/calibrate';
import { FOLDS, readCorpus } from './engine-weights/corpus';
import { estimate, judge, layoutOf, measured, readArcs } from './engine-weights/estimate';
import { printFolds, type Result } from './engine-weights/printFolds';

const STEPS = 200;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'lib/align/weights.asset.json' },
    folds: { type: 'boolean', default: false },
  },
});
if (!positionals[0]) throw new Error('usage: engine-weights.ts DIR [--folds] [--out FILE]');

const corpus = readCorpus(positionals[0]);
const start = measured(corpus);
console.log(
  `${corpus.docs.length} documents; hit rates ${start.sentences.hits.source} / ${start.sentences.hits.target}`,
);
const found = { ...start };
const results: Result[] = [];
const judged = Object.fromEntries(LAYOUTS.map((layout) => [layout, [] as Judged[]]));
for (const layout of LAYOUTS) {
  const bare = layout.endsWith('Bare');
  const arcs = readArcs(corpus, layout, start);
  found[layout] = rounded(estimate(arcs, start[layout], STEPS));
  for (let fold = 0; fold < FOLDS; fold++) {
    const learnt = arcs.filter(({ doc }) => doc.fold !== fold);
    const weights = { ...start, [layout]: estimate(learnt, start[layout], STEPS) };
    const docs = corpus.docs.filter((doc) => doc.fold === fold && layoutOf(doc, bare) === layout);
    const result = judge(docs, weights, bare);
    judged[layout].push(...result.judged);
    results.push({ layout, fold, ...result });
  }
  console.log(`${layout}: ${arcs.length} documents, ${process.uptime().toFixed(0)} s`);
}

const { hits, lengthFloor, lengthSlope } = start.sentences;
const asset = {
  format: 'triptych-align-weights',
  version: 2,
  provenance: {
    script: 'scripts/engine-weights.ts',
    documents: corpus.docs.length,
    steps: STEPS,
    files: corpus.files.map(({ name, sha256 }) => `${name} sha256:${sha256.slice(0, 16)}`),
  },
  hits,
  lengthFloor,
  lengthSlope,
  layouts: Object.fromEntries(LAYOUTS.map((layout) => [layout, stored(layout)])),
};
writeFileSync(values.out, `${JSON.stringify(asset, null, 1)}\n`);
if (values.folds) printFolds(results);

function stored(layout: Layout) {
  const features = Object.fromEntries(FEATURES.map((name, k) => [name, found[layout].features[k]]));
  const langs = layout.endsWith('Bare') ? [] : ['vi', 'ro'];
  return { features, calibration: fitCalibration(judged[layout], langs) };
}

function rounded(weights: Weights): Weights {
  return { ...weights, features: weights.features.map((x) => Number(x.toFixed(3))) };
}
