import { align, coreLexicon, learn } from '@/lib/align';
import { addCounts, NOTHING, scores } from '@/lib/score';
import { printTable } from '../table';
import { confirmedTexts, type GoldDoc, halves, LANGS, readDocs } from './corpus';
import { counted, digits } from './scoring';

/** A language code that neither lexicon nor rules know: what every other language is to the engine. */
const UNKNOWN = 'xx';

/**
 * Does the second chapter align better after the first was confirmed? Every document is cut in halves; the second is
 * aligned as it is, and with what the gold beads of the first taught.
 */
export function benchLearning(dir: string, tasks: readonly string[] = ['P', 'PH', 'N', 'S20']): void {
  const rows: string[][] = [];
  for (const task of tasks)
    for (const lang of LANGS)
      for (const bare of [false, true]) {
        const docs = readDocs(dir, task, lang).map(halves);
        if (docs.length === 0) continue;
        const [without, taught] = secondChapters(docs, bare ? UNKNOWN : lang);
        const saved = 1 - (1 - taught) / (1 - without);
        rows.push([
          `${task} ${lang}${bare ? ' as an unknown language' : ''}`,
          digits(without, 4),
          digits(taught, 4),
          Number.isFinite(saved) ? `${Math.round(100 * saved)} %` : '-',
        ]);
      }
  printTable(
    'Learning: strict F1 of second halves',
    ['', 'without', 'first half confirmed', 'errors saved'],
    rows,
  );
}

function secondChapters(docs: readonly (readonly [GoldDoc, GoldDoc])[], lang: string): [number, number] {
  const lexicon = lang === UNKNOWN ? null : coreLexicon();
  let [without, taught] = [NOTHING, NOTHING];
  for (const [first, second] of docs) {
    const learnt = learn(confirmedTexts(first), 'en', lang, lexicon);
    without = addCounts(without, counted(second, align, lang));
    taught = addCounts(
      taught,
      counted(second, (input) => align({ ...input, learnt }), lang),
    );
  }
  return [scores(without).f1Strict, scores(taught).f1Strict];
}
