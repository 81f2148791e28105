import { readFileSync } from 'node:fs';
import { splitSentences } from '@/lib/text';
import { processorTime, quantile } from '../measure';
import { printTable } from '../table';

/** Sentence splitting on our hard cases (one a line, ¦ before each sentence but the first), and its speed. */
export function benchSplitting(): void {
  const rows = ['en', 'vi', 'ro'].map((lang) => {
    const lines = readFileSync(`tests/gold/sentences/${lang}.txt`, 'utf8').split('\n').filter(Boolean);
    let [right, all] = [0, 0];
    for (const line of lines) {
      const text = line.replaceAll('¦', '');
      const gold = borders(line, text);
      const found = splitSentences(text, lang).slice(1);
      const hits = found.filter((cut) => gold.has(cut)).length;
      const decisions = Math.max(1, new Set([...gold, ...found]).size);
      right += gold.size === 0 && found.length === 0 ? 1 : hits;
      all += decisions;
    }
    const text = lines.join(' ').replaceAll('¦', '');
    const long = text.repeat(Math.ceil(2_000_000 / text.length));
    return [
      lang,
      `${right} of ${all} (${((100 * right) / all).toFixed(1)} %)`,
      `${speed(long.slice(0, long.length / 4), lang)} MB/s`,
      `${speed(long, lang)} MB/s`,
    ];
  });
  for (const [name, pattern] of Object.entries(TERSE)) {
    const text = pattern.repeat(Math.ceil(2_000_000 / pattern.length));
    const slowest = (size: number) =>
      Math.min(...['en', 'vi', 'ro'].map((lang) => Number(speed(text.slice(0, size), lang)))).toFixed(1);
    rows.push([`${name}, slowest language`, '', `${slowest(500_000)} MB/s`, `${slowest(2_000_000)} MB/s`]);
  }
  printTable(
    'Sentence splitting',
    ['', 'borders right', 'speed on 0.5 M letters, processor time', 'on 2 M'],
    rows,
  );
}

/** Sentences so short, or so full of stops that end none, that the rules have most to do. */
const TERSE: Record<string, string> = {
  'dialogue dashes': '— Da. — Nu vreau. — Bine! — Ce faci? ',
  'list numbers': '1. Open it. 2. Close it. 3. Go. ',
  'capitals with stops': 'A. B. C. D. E. F. ',
  abbreviations: 'Mr. Smith and Dr. J. R. Jones met at 5 p.m. in St. Petersburg. ',
  'dots and quotes': '"I... I do not..." he said. "No!" John asked. ',
};

/** Where sentences begin; white space belongs to the one before. */
function borders(line: string, text: string): Set<number> {
  const gold = new Set<number>();
  let at = 0;
  for (const sentence of line.split('¦').slice(0, -1)) {
    at += sentence.length;
    gold.add(at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0));
  }
  return gold;
}

function speed(text: string, lang: string): string {
  const bytes = Buffer.byteLength(text);
  const times = [1, 2, 3].map(() => processorTime(() => splitSentences(text, lang)));
  return (bytes / 1e3 / quantile(times)).toFixed(1);
}
