import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { printTable } from '../table';
import { LANGS, readLong } from './corpus';

const SIZES = [1000, 4000, 14_000, 30_200];

type Measured = { units: number; seconds: number; processorSeconds: number; megabytes: number; f1: number };

/**
 * Time, memory and F1 from 1,000 verses to the length of the whole Bible, the long document chained with itself. The
 * exponent is that of processor time between the smallest and the largest: 1 is linear.
 */
export function benchGrowth(dir: string): void {
  const rows: string[][] = [];
  for (const lang of LANGS) {
    if (!readLong(dir, lang)) continue;
    const measured = SIZES.map((size) => measure(dir, lang, size));
    const [first, last] = [measured[0]!, measured.at(-1)!];
    const exponent =
      Math.log(last.processorSeconds / first.processorSeconds) / Math.log(last.units / first.units);
    measured.forEach((one, k) => {
      rows.push([
        lang,
        one.units.toLocaleString('en'),
        one.seconds.toFixed(1),
        one.processorSeconds.toFixed(1),
        `${Math.round(one.megabytes)} MB`,
        one.f1.toFixed(4),
        k === measured.length - 1 ? exponent.toFixed(2) : '',
      ]);
    });
  }
  printTable(
    'Growth with length',
    ['', 'units a side', 's on the clock', 'processor s', 'peak memory', 'F1', 'exponent'],
    rows,
  );
}

function measure(dir: string, lang: string, units: number): Measured {
  const file = fileURLToPath(new URL('growthOne.ts', import.meta.url));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', file, dir, lang, String(units)],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Measured;
}
