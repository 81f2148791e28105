import { alignRun, explain } from '@/lib/align';
import { ms, processorTime, quantile } from '../measure';
import { printTable } from '../table';
import { chained, inputOf, LANGS, part, readLong } from './corpus';

const RUNS = 15;

/** How long somebody waits for a run between two walls to be aligned again, inside a book. */
export function benchRealigning(dir: string): void {
  const rows: string[][] = [];
  for (const lang of LANGS) {
    const long = readLong(dir, lang);
    if (!long) continue;
    const doc = chained(long, 30_000);
    const input = inputOf(doc);
    for (const beads of [10, 40]) {
      const times: number[] = [];
      for (let k = -3; k < RUNS; k++) {
        const from = 5000 + 700 * k;
        const before = part(doc, 0, from);
        const own = part(doc, from, from + beads);
        const [i0, j0] = [before.source.length, before.target.length];
        const run = { i0, i1: i0 + own.source.length, j0, j1: j0 + own.target.length };
        const time = processorTime(() => alignRun(input, run));
        if (k >= 0) times.push(time); // the first three warm it up
      }
      rows.push([`${lang}, run of ${beads} beads`, ...percentiles(times)]);
    }
    const times = Array.from({ length: RUNS }, (_, k) =>
      processorTime(() => explain(input, 5000 + k, 5001 + k, 5000 + k, 5001 + k)),
    );
    rows.push([`${lang}, explain one bead`, ...percentiles(times)]);
  }
  printTable('Realigning a run inside 30,000 units, warm, processor time', ['', 'median', 'slowest'], rows);
}

const percentiles = (times: readonly number[]) => [
  `${ms(quantile(times))} ms`,
  `${ms(Math.max(...times))} ms`,
];
