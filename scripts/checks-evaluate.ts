import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Bead, DocumentState, TextState } from '@/lib/bitext/types';
import { checkDocument, type Finding } from '@/lib/checks';

/**
 * How often the checks speak on beads that are right, and how fast:
 *   npx tsx scripts/checks-evaluate.ts [--show=CHECK] gold.json…
 * Each file is a document of the alignment corpora: { id, lang, source, target, gold }.
 */
type Gold = { id: string; lang: string; source: string[]; target: string[]; gold: [number[], number[]][] };

const show = process.argv.find((one) => one.startsWith('--show='))?.slice(7);
const files = process.argv.slice(2).filter((one) => !one.startsWith('--'));
const totals = new Map<string, { beads: number; warned: number; checks: Map<string, number>; ms: number }>();

for (const file of files) {
  const bytes = readFileSync(file);
  const gold: Gold = JSON.parse((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
  const state = stateOf(gold);
  const startedAt = performance.now();
  const { findings } = checkDocument(state, 'bitext');
  const ms = performance.now() - startedAt;
  const { beads } = state.bitexts.bitext;
  const key = `${gold.id.split('-')[0]} ${gold.lang}`;
  const total = totals.get(key) ?? { beads: 0, warned: 0, checks: new Map(), ms: 0 };
  total.beads += beads.length;
  total.ms += ms;
  for (const [id, found] of findings) {
    if (found.some((one) => one.severity === 'warning')) total.warned++;
    for (const check of new Set(
      found.map((one) => `${one.check}${one.severity === 'info' ? ' (info)' : ''}`),
    ))
      total.checks.set(check, (total.checks.get(check) ?? 0) + 1);
    if (show)
      print(
        gold,
        Number(id),
        found.filter((one) => one.check === show),
        basename(file),
      );
  }
  totals.set(key, total);
}
for (const [key, { beads, warned, checks, ms }] of totals) {
  console.log(
    `${key}: ${beads} beads, ${((100 * warned) / beads).toFixed(1)} % with a warning, ${Math.round((1000 * beads) / ms)} beads/s`,
  );
  for (const [check, count] of [...checks].sort((a, b) => b[1] - a[1]))
    console.log(`    ${check.padEnd(26)} ${((100 * count) / beads).toFixed(2)} %`);
}

function print(gold: Gold, index: number, found: readonly Finding[], file: string): void {
  if (!found.length) return;
  const [sources, targets] = gold.gold[index];
  console.log(
    `${file} #${index} ${found.map((one) => `${one.side} ${JSON.stringify(one.params)}`).join('; ')}`,
  );
  console.log(
    `   ${sources.map((k) => gold.source[k]).join(' ')}\n   ${targets.map((k) => gold.target[k]).join(' ')}`,
  );
}

/** Every unit a paragraph and a segment, every gold bead a bead. */
function stateOf({ lang, source, target, gold }: Gold): Pick<DocumentState, 'texts' | 'bitexts'> {
  const [from, to] = [textOf('source', 'en', source), textOf('target', lang, target)];
  let [i, j] = [0, 0];
  const beads = gold.map(([sources, targets], index): Bead => {
    const [i0, j0] = [i, j];
    i += sources.length;
    j += targets.length;
    const span = (text: TextState, start: number, end: number) => ({
      start: text.borders[start].at,
      end: text.borders[end].at,
    });
    return {
      ...{ id: String(index), source: span(from, i0, i), target: span(to, j0, j), status: 'confirmed' },
      ...{ origin: 'import', confidence: null, reason: null, authors: [], revision: 0 },
    } as Bead;
  });
  return {
    texts: { source: from, target: to },
    bitexts: { bitext: { id: 'bitext', sourceTextId: 'source', targetTextId: 'target', beads } },
  };
}

function textOf(id: string, lang: string, units: readonly string[]): TextState {
  let at = 0;
  const paragraphs = units.map((unit) => {
    const content = `${unit} `;
    const start = at;
    at += content.length;
    return { start, content };
  });
  const borders = [
    ...paragraphs.map(({ start }) => ({ at: start, kind: 'paragraph' as const })),
    { at, kind: 'paragraph' as const },
  ];
  return { id, lang, paragraphs, borders, corrections: [] };
}
