/**
 * Scores the engine against gold corpora: `npx tsx tests/bench/engine/evaluate.ts DIR [--tasks P,N] [--langs vi] [--errors] [--weights FILE] [--only REGEX] [--no-lexicon]`.
 *
 * DIR/TASK/LANG/ID.json holds {source, target, gold}. Prints strict and lax F1 per task and language, split by corpus (the
 * part of the ID before the first hyphen), the expected calibration error of the confidences, and the time taken.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ladderBeads } from '@/lib/align';
import { alignWith } from '@/lib/align/align';
import { readLayouts, STORED } from '@/lib/align/weights';
import { addCounts, type Counts, countBeads, NOTHING, scores } from '@/lib/score';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tasks: { type: 'string' },
    langs: { type: 'string' },
    errors: { type: 'boolean' },
    weights: { type: 'string' },
    only: { type: 'string', default: '' },
    'no-lexicon': { type: 'boolean' },
  },
});
const dir = positionals[0];
if (!dir) throw new Error('usage: evaluate.ts DIR');
const tasks = (values.tasks ?? 'P,PH,Pnat,Pshort,N,Nx,S,S20').split(',');
const langs = (values.langs ?? 'vi,ro').split(',');

const only = new RegExp(values.only);
const file = values.weights ? JSON.parse(readFileSync(values.weights, 'utf8')) : null;
const weights = file ? readLayouts(file) : STORED;
const reliability: Record<string, { p: number; right: boolean }[]> = {};
let elapsed = 0;
for (const task of tasks) {
  for (const lang of langs) {
    const folder = join(dir, task, lang);
    if (!existsSync(folder)) continue;
    const sums: Record<string, Counts> = { all: NOTHING };
    for (const file of readdirSync(folder).sort()) {
      if (!file.endsWith('.json') || !only.test(file)) continue;
      const doc = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      const started = performance.now();
      const { ladder, confidence } = alignWith(
        {
          source: { lang: 'en', segments: doc.source },
          target: { lang, segments: doc.target },
          lexicon: values['no-lexicon'] ? null : undefined,
        },
        weights,
      );
      elapsed += performance.now() - started;
      const beads = ladderBeads(ladder);
      const counts = countBeads(beads, doc.gold, doc.source.length, doc.target.length);
      const corpus = file.split('-')[0];
      sums[corpus] = addCounts(sums[corpus] ?? NOTHING, counts);
      sums.all = addCounts(sums.all, counts);
      const gold = new Set(doc.gold.flatMap((b: [number[], number[]]) => units(b)));
      const list = reliability[lang] ?? [];
      reliability[lang] = list;
      beads.forEach((bead, k) => {
        list.push({ p: confidence[k], right: gold.has(key(bead)) });
        if (values.errors && !gold.has(key(bead))) show(file, bead, confidence[k], doc);
      });
    }
    const cells = Object.entries(sums).map(([name, c]) => {
      const s = scores(c);
      return `${name} ${s.f1Strict.toFixed(4)}/${s.f1Lax.toFixed(4)} (${c.gold - c.goldStrict} of ${c.gold})`;
    });
    console.log(`${task.padEnd(7)} ${lang}  ${cells.join('  ')}`);
  }
}
for (const lang of langs) if (reliability[lang]) console.log(`${lang} ${calibration(reliability[lang])}`);
console.log(`${(elapsed / 1000).toFixed(1)} s`);

function key(bead: [number[], number[]]): string {
  return `${bead[0]}|${bead[1]}`;
}

/** A gold null bead of n units is n null beads of one, as the scorer has it. */
function units([s, t]: [number[], number[]]): string[] {
  if (s.length && t.length) return [key([s, t])];
  return [...s.map((i) => `${i}|`), ...t.map((j) => `|${j}`)];
}

function show(
  file: string,
  [s, t]: [number[], number[]],
  p: number,
  doc: { source: string[]; target: string[]; gold: [number[], number[]][] },
) {
  console.log(
    `\n${file} predicted ${s} | ${t} p=${p.toFixed(3)}; gold ${doc.gold
      .filter(([x, y]) => x.some((i) => s.includes(i)) || y.some((j) => t.includes(j)))
      .map((b) => key(b))
      .join('  ')}`,
  );
  for (const i of s) console.log(`   ${i} ${doc.source[i]}`);
  for (const j of t) console.log(`      ${j} ${doc.target[j]}`);
}

/** Ten bins of equal width: mean confidence against share right; ECE weighs the gaps by size. */
function calibration(list: { p: number; right: boolean }[]): string {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, p: 0, right: 0 }));
  for (const { p, right } of list) {
    const bin = bins[Math.min(9, Math.floor(p * 10))];
    bin.n++;
    bin.p += p;
    if (right) bin.right++;
  }
  const ece = bins.reduce((sum, b) => sum + Math.abs(b.p - b.right), 0) / list.length;
  const sure = list.filter((x) => x.p >= 0.99);
  const wrong = sure.filter((x) => !x.right).length;
  const curve = bins
    .map((b) => (b.n ? `${(b.p / b.n).toFixed(2)}>${(b.right / b.n).toFixed(2)}(${b.n})` : '-'))
    .join(' ');
  return `ECE ${ece.toFixed(4)}; at 0.99: ${((100 * sure.length) / list.length).toFixed(1)} % of beads, ${wrong} wrong (${((100 * wrong) / Math.max(1, sure.length)).toFixed(2)} %); ${curve}`;
}
