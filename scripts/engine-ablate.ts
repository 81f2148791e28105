/**
 * Strict F1 with each part of the engine left out: `npx tsx scripts/engine-ablate.ts DIR [--tasks P,PH,N,S20]`.
 * Weights are not estimated again, so a part that others could stand in for looks a little dearer than it is.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ladderBeads } from '@/lib/align';
import { alignWith } from '@/lib/align/align';
import { FEATURES } from '@/lib/align/features';
import { LAYOUTS, type Layout, STORED, type Weights } from '@/lib/align/weights';
import { addCounts, countBeads, NOTHING, scores } from '@/lib/score';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { tasks: { type: 'string', default: 'P,PH,N,S20' } },
});
const dir = positionals[0] ?? '.';

type All = Record<Layout, Weights>;
const change = (edit: (weights: Weights) => Partial<Weights>): All =>
  Object.fromEntries(
    LAYOUTS.map((layout) => [layout, { ...STORED[layout], ...edit(STORED[layout]) }]),
  ) as All;
const without = (pattern: RegExp): All =>
  change((w) => ({ features: w.features.map((x, k) => (pattern.test(FEATURES[k]) ? 0 : x)) }));

const variants: [string, All, boolean][] = [
  ['everything', change(() => ({})), false],
  ['no lexicon', change(() => ({})), true],
  ['no learning from the text', change(() => ({ learnFrom: Number.MAX_SAFE_INTEGER })), false],
  ['no names', without(/Name$/), false],
  ['no numbers', without(/Number$/), false],
  ['no cognates of other words', without(/Other$/), false],
  ['no phrases', without(/Phrase$/), false],
  ['source to target only', without(/^target(?!Null)/), false],
  ['no length', without(/^length$/), false],
  ['no punctuation', without(/^(question|end|quote)/), false],
  ['no borders of units', without(/^(cross|tear)/), false],
];

const tasks = values.tasks.split(',');
console.log(`| left out | ${tasks.map((task) => `${task} vi / ro`).join(' | ')} |`);
console.log(`|---|${tasks.map(() => '---|').join('')}`);
for (const [name, weights, bare] of variants) {
  const cells = tasks.map((task) => ['vi', 'ro'].map((lang) => f1(task, lang, weights, bare)).join(' / '));
  console.log(`| ${name} | ${cells.join(' | ')} |`);
}

function f1(task: string, lang: string, weights: All, bare: boolean): string {
  const folder = join(dir, task, lang);
  if (!existsSync(folder)) return '-';
  let sum = NOTHING;
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const doc = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const input = {
      source: { lang: 'en', segments: doc.source },
      target: { lang, segments: doc.target },
      lexicon: bare ? null : undefined,
    };
    const beads = ladderBeads(alignWith(input, weights).ladder);
    sum = addCounts(sum, countBeads(beads, doc.gold, doc.source.length, doc.target.length));
  }
  return scores(sum).f1Strict.toFixed(3);
}
