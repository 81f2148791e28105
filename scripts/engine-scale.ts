/**
 * Growth of time and memory with length: `npx tsx scripts/engine-scale.ts DIR [--lang ro] [--sizes 1000,4000,14000,28000]`.
 *
 * DIR/scale/LANG/*.json.gz holds one long document with cuts; beyond its length it is chained with itself.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { align, ladderBeads } from '@/lib/align';
import { countBeads, scores } from '@/lib/score';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lang: { type: 'string', default: 'ro' },
    sizes: { type: 'string', default: '1000,2000,4000,8000,14000,28000' },
  },
});
const folder = join(positionals[0] ?? '.', 'scale', values.lang);
const file = readdirSync(folder).find((name) => name.endsWith('.json.gz'));
if (!file) throw new Error(`no scale document in ${folder}`);
const doc = JSON.parse(gunzipSync(readFileSync(join(folder, file))).toString('utf8'));

for (const size of values.sizes.split(',').map(Number)) {
  const { source, target, gold } = cut(size);
  const input = { source: { lang: 'en', segments: source }, target: { lang: values.lang, segments: target } };
  const started = performance.now();
  const cpu = process.cpuUsage();
  const { ladder } = align(input);
  const seconds = (performance.now() - started) / 1000;
  const used = process.cpuUsage(cpu);
  const cpuSeconds = (used.user + used.system) / 1e6;
  const { f1Strict } = scores(countBeads(ladderBeads(ladder), gold, source.length, target.length));
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `${source.length} units: ${seconds.toFixed(2)} s (${cpuSeconds.toFixed(2)} s of processor), F1 ${f1Strict.toFixed(4)}, peak ${memory} MB`,
  );
}

function cut(size: number) {
  const source: string[] = [];
  const target: string[] = [];
  const gold: [number[], number[]][] = [];
  while (source.length < size) {
    const [i, j] = [source.length, target.length];
    let [s, t] = [0, 0];
    for (const bead of doc.gold as [number[], number[]][]) {
      if (i + s >= size) break;
      gold.push([bead[0].map((k) => k + i), bead[1].map((k) => k + j)]);
      s += bead[0].length;
      t += bead[1].length;
    }
    source.push(...doc.source.slice(0, s));
    target.push(...doc.target.slice(0, t));
  }
  return { source, target, gold };
}
