/** Figures of the folds, as tables. */

import { calibrated } from '@/lib/align/calibrate';
import type { Layout } from '@/lib/align/weights';
import { addCounts, type Counts, NOTHING, scores } from '@/lib/score';
import { calibrationError, fitCalibration, type Judged } from './calibrate';

export type Result = {
  readonly layout: Layout;
  readonly fold: number;
  readonly counts: ReadonlyMap<string, Counts>;
  readonly judged: readonly Judged[];
};

/** Strict F1 by task, each fold and all of them; calibration error, with the line fitted on the other folds. */
export function printFolds(results: readonly Result[]): void {
  console.log('| held out | fold 0 | fold 1 | fold 2 | all |\n|---|---|---|---|---|');
  const names = [
    ...new Set(
      results.flatMap(({ layout, counts }) => [...counts.keys()].map((name) => `${layout}\t${name}`)),
    ),
  ];
  for (const row of names) {
    const [layout, name] = row.split('\t');
    const parts = results
      .filter((result) => result.layout === layout)
      .map(({ counts }) => counts.get(name) ?? NOTHING);
    const cells = [...parts, parts.reduce(addCounts, NOTHING)].map((c) => scores(c).f1Strict.toFixed(4));
    console.log(`| ${layout} ${name} | ${cells.join(' | ')} |`);
  }
  console.log('\n| calibration error | beads | as summed | fitted on the other folds |\n|---|---|---|---|');
  for (const layout of new Set(results.map((result) => result.layout))) {
    const all = results.filter((result) => result.layout === layout).flatMap(({ judged }) => judged);
    const langs = layout.endsWith('Bare') ? [] : ['vi', 'ro'];
    const byFold = [0, 1, 2].map((fold) =>
      fitCalibration(
        all.filter((x) => x.fold !== fold),
        langs,
      ),
    );
    for (const lang of ['vi', 'ro'])
      for (const isNull of [false, true]) {
        const list = all.filter((x) => x.lang === lang && x.isNull === isNull);
        const mapped = list.map((x) => {
          const lines = byFold[x.fold];
          return { p: calibrated(lines, lang, x.isNull, x.p), right: x.right };
        });
        console.log(
          `| ${layout} ${lang} ${isNull ? 'nulls' : 'linked'} | ${list.length} | ${calibrationError(list).toFixed(4)} | ${calibrationError(mapped).toFixed(4)} |`,
        );
      }
  }
}
