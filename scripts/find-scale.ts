import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installDb, type OpenDb } from '@/db/client';
import { openFolder } from '@/db/openFolder';
import * as alignments from '@/db/queries/alignments';
import * as changes from '@/db/queries/changes';
import type { Actor } from '@/lib/bitext/can';
import { NO_CHANGE } from '@/lib/bitext/change';
import { readChecks } from '@/lib/server/checks/readChecks';
import { FindInDocumentInput, findInDocument } from '@/lib/server/find/findInDocument';
import { FindInProjectInput, findInProject } from '@/lib/server/find/findInProject';
import { makeProject } from '@/tests/helpers/builders';
import { storeTexts } from '@/tests/helpers/storedDocument';

/**
 * How long searches and checks take on the embedded database, in a document of three languages:
 *   NODE_OPTIONS=--conditions=react-server npx tsx scripts/find-scale.ts [beads, 50000 when not said]
 * Each line also says how long the event loop was held at a time, at most.
 */
const count = Number(process.argv[2] ?? 50_000);
const WORDS = {
  en: 'the prince came home and saw nobody in the old garden where roses grew while evening fell over river fields',
  vi: 'hoàng tử về nhà và không thấy ai trong khu vườn cũ nơi hoa hồng mọc khi chiều buông xuống sông đồng',
  ro: 'prințul a venit acasă și nu a văzut pe nimeni în grădina veche unde creșteau trandafiri în timp ce seara cădea peste râu',
};
const folder = mkdtempSync(join(tmpdir(), 'triptych-scale-'));
const opened: OpenDb = await openFolder(folder, join(folder, 'pg'), 'db/migrations');
installDb(opened);
const { db } = opened;
const actor: Actor = { id: randomUUID(), name: 'Scale', email: 'x', isOwner: true, memberships: [] };

let held = 0;
let last = performance.now();
const watch = setInterval(() => {
  held = Math.max(held, performance.now() - last - 5);
  last = performance.now();
}, 5);

async function time<T>(what: string, run: () => Promise<T>): Promise<T> {
  await new Promise((resolve) => setTimeout(resolve, 50));
  held = 0;
  const startedAt = performance.now();
  const value = await run();
  const ms = performance.now() - startedAt;
  await new Promise((resolve) => setTimeout(resolve, 20));
  console.log(`${what.padEnd(58)} ${Math.round(ms)} ms, event loop held ${Math.round(held)} ms`);
  return value;
}

const projectId = await makeProject(db);
const contents = Object.fromEntries(
  Object.entries(WORDS).map(([lang, words]) => [
    lang,
    Array.from({ length: count }, (_, k) => sentence(words.split(' '), k)),
  ]),
);
const stored = await time(`store 3 texts of ${count} paragraphs`, () => storeTexts(db, projectId, contents));
await time('store the beads', () => align(stored.documentId));

const find = (query: string, options: object = {}) =>
  time(`find ${JSON.stringify(query)} ${JSON.stringify(options)}`, async () => {
    const answer = await findInProject(actor, FindInProjectInput.parse({ projectId, query, ...options }));
    if (!answer.ok) throw new Error(answer.error.code);
    console.log(`    ${answer.value.hits.length} hits`);
  });
for (let round = 0; round < 2; round++) {
  await find('xin chao 49876'.slice(9));
  await find('tu ve nha');
  await find('the prince');
  await find('xyzzy');
  await find('ga');
  await find('văzut', { mode: 'words', diacritics: 'exact' });
  await find('gard?ina 499.1', { mode: 'regex' });
  await find('4987\\d', { mode: 'regex', diacritics: 'exact', case: 'exact' });
}
for (const query of ['49876', 'vuon cu', 'prin'])
  await time(`in the document: ${query}`, async () => {
    const answer = await findInDocument(
      actor,
      FindInDocumentInput.parse({ documentId: stored.documentId, query }),
    );
    if (answer.ok) console.log(`    ${answer.value.bitexts.map((one) => one.beads.length)} beads`);
  });
const read = () => readChecks(actor, { documentId: stored.documentId });
await time('checks of both bitexts, cold', read);
await time('checks of both bitexts, from memory', read);
clearInterval(watch);
await opened.close();
rmSync(folder, { recursive: true, force: true });

function sentence(words: readonly string[], k: number): string {
  const take = Array.from({ length: 14 }, (_, n) => words[(k * 7 + n * (1 + (k % 5))) % words.length]).join(
    ' ',
  );
  return `${take.charAt(0).toUpperCase()}${take.slice(1)} ${k}.`;
}

async function align(documentId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const state = await alignments.load(tx, documentId);
    for (const place of await alignments.bitextsOf(tx, documentId)) {
      const [source, target] = [
        state.texts[place.sourceTextId].borders,
        state.texts[place.targetTextId].borders,
      ];
      const beads = Array.from({ length: count }, (_, k) => ({
        ...{ id: randomUUID(), status: 'machine' as const, origin: 'machine' as const, confidence: 0.9 },
        ...{ reason: null, authors: [], revision: 0 },
        source: { start: source[k].at, end: source[k + 1].at },
        target: { start: target[k].at, end: target[k + 1].at },
      }));
      const rows = beads.map((after) => ({ bitextId: place.id, before: null, after }));
      await changes.save(tx, { ...NO_CHANGE, beads: rows }, [place]);
    }
  });
}
