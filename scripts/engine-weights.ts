/**
 * Estimates the engine's weights: `npx tsx scripts/engine-weights.ts DIR [--folds] [--out FILE | --check]`.
 *
 * A conditional random field over paths of the lattice (Lafferty, McCallum & Pereira 2001): the weights are those under
 * which the gold alignments are most probable among all paths, with a Gaussian prior around the start weights of
 * `engine-weights/start.ts`. Gold says only which units go together; every path of sentences that reads off as the gold
 * beads counts as right. One set of weights each for target paragraphs (tasks P, PH, N, Pnat) and sentences (S, S20),
 * with and without a lexicon. Documents are the Bible's and the manual's of the corpora. NTREX files are left out: their
 * licence note makes them test material. Calibration is fitted on three folds held out in turn, whose figures --folds
 * prints. The spread of lengths comes from clean pairs; hit rates are constants (see start.ts), measured ones are printed.
 *
 * Writes lib/align/weights.asset.json, or FILE. --check writes nothing and fails if the stored file is not, byte for
 * byte, what comes out. Same input, same bytes. Some six minutes of one processor.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { FEATURES } from '@/lib/align/features';
import { LAYOUTS, type Layout, type Weights } from '@/lib/align/weights';
import { fitCalibration, type Judged } from './engine-weights/calibrate';
import { FOLDS, readCorpus } from './engine-weights/corpus';
import { estimate, judge, layoutOf, readArcs } from './engine-weights/estimate';
import { estimateHits } from './engine-weights/hits';
import { estimateLengths } from './engine-weights/lengths';
import { printFolds, type Result } from './engine-weights/printFolds';
import { checksum, startChecksum, startWeights } from './engine-weights/start';

const STORED_AT = 'lib/align/weights.asset.json';
const STEPS = 120;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: STORED_AT },
    folds: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
});
if (!positionals[0]) throw new Error('usage: engine-weights.ts DIR [--folds] [--out FILE | --check]');

const corpus = readCorpus(positionals[0]);
const start = withLengths(startWeights());
const { hits, lengthFloor, lengthSlope } = start.sentences;
const measured = estimateHits(corpus, start.sentences);
console.log(`${corpus.docs.length} documents; spread of lengths ${lengthFloor} + ${lengthSlope} / letters`);
console.log(
  `hit rates ${hits.source} / ${hits.target}; in these texts ${measured.source} / ${measured.target}`,
);
const found = { ...start };
const results: Result[] = [];
const judged = Object.fromEntries(LAYOUTS.map((layout) => [layout, [] as Judged[]]));
for (const layout of LAYOUTS) {
  const bare = layout.endsWith('Bare');
  const arcs = readArcs(corpus, layout, start);
  found[layout] = rounded(estimate(arcs, start[layout], STEPS, layout));
  for (let fold = 0; fold < FOLDS; fold++) {
    const learnt = arcs.filter(({ doc }) => doc.fold !== fold);
    const weights = { ...start, [layout]: estimate(learnt, start[layout], STEPS, layout) };
    const docs = corpus.docs.filter((doc) => doc.fold === fold && layoutOf(doc, bare) === layout);
    const result = judge(docs, weights, bare);
    judged[layout].push(...result.judged);
    results.push({ layout, fold, ...result });
  }
  const { user, system } = process.cpuUsage();
  console.log(`${layout}: ${arcs.length} documents, ${((user + system) / 1e6).toFixed(0)} s of processor`);
}

const asset = {
  format: 'triptych-align-weights',
  version: 3,
  provenance: {
    script: 'scripts/engine-weights.ts',
    start: startChecksum(),
    steps: STEPS,
    documents: corpus.docs.length,
    files: corpus.files.length,
    corpora: checksum(corpus.files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('')),
  },
  hits,
  lengthFloor,
  lengthSlope,
  layouts: Object.fromEntries(LAYOUTS.map((layout) => [layout, stored(layout)])),
};
const text = `${JSON.stringify(asset, null, 1)}\n`;
if (!values.check) writeFileSync(values.out, text);
else if (readFileSync(STORED_AT, 'utf8') !== text) {
  console.error(`${STORED_AT} is not what comes out`);
  process.exitCode = 1;
} else console.log(`${STORED_AT} is what comes out, byte for byte`);
if (values.folds) printFolds(results);

function withLengths(all: Record<Layout, Weights>): Record<Layout, Weights> {
  const { floor, slope } = estimateLengths(corpus);
  const of = (layout: Layout) => ({ ...all[layout], lengthFloor: floor, lengthSlope: slope });
  return Object.fromEntries(LAYOUTS.map((layout) => [layout, of(layout)])) as Record<Layout, Weights>;
}

function stored(layout: Layout) {
  const features = Object.fromEntries(FEATURES.map((name, k) => [name, found[layout].features[k]]));
  const langs = layout.endsWith('Bare') ? [] : ['vi', 'ro'];
  return {
    features,
    wholeAhead: start[layout].wholeAhead,
    calibration: fitCalibration(judged[layout], langs),
  };
}

function rounded(weights: Weights): Weights {
  return { ...weights, features: weights.features.map((x) => Number(x.toFixed(3))) };
}
