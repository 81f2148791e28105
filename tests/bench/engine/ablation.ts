import { alignWith } from '@/lib/align/align';
import { FEATURES } from '@/lib/align/features';
import { LAYOUTS, type Layout, STORED, type Weights } from '@/lib/align/weights';
import { printTable } from '../table';
import { LANGS, readDocs } from './corpus';
import { digits, f1 } from './scoring';

type All = Record<Layout, Weights>;

const change = (edit: (weights: Weights) => Partial<Weights>): All =>
  Object.fromEntries(
    LAYOUTS.map((layout) => [layout, { ...STORED[layout], ...edit(STORED[layout]) }]),
  ) as All;
const without = (pattern: RegExp): All =>
  change((w) => ({ features: w.features.map((x, k) => (pattern.test(FEATURES[k]!) ? 0 : x)) }));

const VARIANTS: [string, All, bare: boolean][] = [
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

/**
 * Strict F1 with each part left out. Weights are not estimated again, so a part that others could stand in for looks a
 * little dearer than it is; only "no lexicon" has weights of its own.
 */
export function benchAblation(dir: string, tasks: readonly string[] = ['P', 'PH', 'N', 'S20']): void {
  const docs = tasks.map((task) => LANGS.map((lang) => readDocs(dir, task, lang)));
  printTable(
    'Ablation: strict F1, vi / ro',
    ['left out', ...tasks],
    VARIANTS.map(([name, weights, bare]) => [
      name,
      ...docs.map((langs) =>
        langs
          .map((list) =>
            digits(
              f1(list, (input) => alignWith({ ...input, lexicon: bare ? null : input.lexicon }, weights)),
            ),
          )
          .join(' / '),
      ),
    ]),
  );
}
