import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { insertBorders, insertParagraphs } from '@/db/queries/bundleRows';
import * as bundles from '@/db/queries/bundles';
import { document, ignoredCheck, text, user } from '@/db/schema';
import { BUNDLE_ENTRIES, type BundleEntry } from '@/lib/bitext/bundle/bundleRows';
import type { Actor } from '@/lib/bitext/can';
import type { BeadCommand } from '@/lib/bitext/commands';
import { isNull } from '@/lib/bitext/types';
import { makeMember, makeProject, makeTeam } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { beadsIn, freshEdit, type Stored, storeAligned } from '@/tests/helpers/storedDocument';
import { withTypeScript } from '@/tests/helpers/typescriptWorkers';
import { editDocument } from '../editing/editDocument';
import { UNWATCHED } from '../uploads/Working';
import { exportBundle } from './exportBundle';
import { importBundle } from './importBundle';
import { previewBundle } from './previewBundle';

vi.mock('node:worker_threads', async (original) => withTypeScript(await original()));

let test: TestDb;
let stored: Stored;
let editor: Actor;
let reviewer: Actor;
let manager: Actor;
let bytes: Uint8Array;
const folder = mkdtempSync(join(tmpdir(), 'triptych-bundle-'));

beforeAll(async () => {
  test = await openTestDb();
  const projectId = await makeProject(test.db);
  ({ editor, reviewer, manager } = await makeTeam(test.db, projectId));
  stored = await storeAligned(test.db, projectId, { seed: 5 });
  // A correction takes confirmations back, hence it comes first.
  await give(editor, { type: 'correct', text: stored.texts.vi, start: 0, reading: '  Annika về nhà. ' });
  const bead = (await beadsIn(test.db, stored, 'vi')).find((one) => !isNull(one))!;
  await give(editor, { type: 'confirm', bead: bead.id });
  await give(reviewer, { type: 'approve', bead: bead.id });
  await give(editor, { type: 'comment', bead: bead.id, id: randomUUID(), body: `See ${randomUUID()}.` });
  await give(reviewer, { type: 'dispute', bead: bead.id, id: randomUUID(), body: randomUUID() });
  await test.db.insert(ignoredCheck).values({
    ...{ bitextId: stored.bitexts.vi, beadId: bead.id, check: 'numbers', fingerprint: 'ab'.repeat(8) },
    ...{ reason: 'as printed', ignoredBy: editor.id, ignoredAt: new Date(0) },
  });
  // An older version of the Vietnamese text.
  const [id, length] = [randomUUID(), 5];
  await test.db.insert(text).values({
    ...{ id, documentId: stored.documentId, lang: 'vi', isReference: false, isCurrent: false },
    ...{ format: 'txt', encoding: 'utf-8', checksum: 'cd'.repeat(32), lengthUtf16: length },
    reading: { paragraphStyle: 'line', chapters: [2] },
  });
  await test.db.transaction(async (tx) => {
    await insertParagraphs(tx, [{ textId: id, start: 0, content: 'Xưa a' }]);
    await insertBorders(tx, [
      { textId: id, at: 0, kind: 'paragraph' },
      { textId: id, at: length, kind: 'paragraph' },
    ]);
  });
  bytes = await exported(stored.documentId);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await test.close();
});

const give = async (actor: Actor, ...commands: BeadCommand[]) =>
  expect(await editDocument(actor, await freshEdit(test.db, stored, ...commands))).toMatchObject({
    ok: true,
  });

async function exported(documentId: string, actor: Actor = manager): Promise<Uint8Array> {
  const answer = await exportBundle(actor, { documentId });
  if (!(answer instanceof Response)) throw new Error(answer.ok ? '' : answer.error.code);
  return new Uint8Array(await answer.arrayBuffer());
}

function sent(file: Uint8Array) {
  const path = join(folder, randomUUID());
  writeFileSync(path, file);
  return [{ name: 'x.triptych', path, bytes: file.length }];
}

const imported = (actor: Actor, projectId: string, file = bytes, title: string = randomUUID()) =>
  importBundle(actor, { projectId, files: sent(file), title }, UNWATCHED);
const previewed = (actor: Actor, projectId: string, file = bytes, title?: string) =>
  previewBundle(actor, { projectId, files: sent(file), title }, UNWATCHED);

/** The bundle with other rows in one entry, whose manifest says so: whoever forges one can count. */
function forged(entry: BundleEntry, change: (rows: string[]) => string[]): Uint8Array {
  const files = unzipSync(bytes);
  const name = `${entry}.jsonl`;
  const rows = change(strFromU8(files[name]).split('\n').filter(Boolean));
  files[name] = strToU8(rows.map((row) => `${row}\n`).join(''));
  const manifest = JSON.parse(strFromU8(files['manifest.json']));
  manifest.entries[name] = {
    rows: rows.length,
    sha256: createHash('sha256').update(files[name]).digest('hex'),
  };
  files['manifest.json'] = strToU8(JSON.stringify(manifest));
  return zipSync(files);
}

/** The bundle's rows, with every id replaced by the order in which it first stands there. */
function contentOf(file: Uint8Array): Record<string, unknown[]> {
  const files = unzipSync(file);
  const rows = Object.fromEntries(
    BUNDLE_ENTRIES.map((entry) => [
      entry,
      strFromU8(files[`${entry}.jsonl`])
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    ]),
  ) as Record<BundleEntry, Record<string, unknown>[]>;
  const by = (key: string) => (a: Record<string, unknown>, b: Record<string, unknown>) =>
    String(a[key]) < String(b[key]) ? -1 : 1;
  rows.people.sort(by('name'));
  rows.texts.sort(by('checksum')).sort(by('lang'));
  const order = rows.texts.map(({ id }) => id);
  for (const entry of ['paragraphs', 'borders', 'corrections'] as const)
    rows[entry].sort((a, b) => order.indexOf(a.textId) - order.indexOf(b.textId));
  rows.bitexts.sort((a, b) => order.indexOf(a.targetTextId) - order.indexOf(b.targetTextId));
  const bitexts = rows.bitexts.map(({ id }) => id);
  rows.beads.sort((a, b) => bitexts.indexOf(a.bitextId) - bitexts.indexOf(b.bitextId));
  for (const row of rows.events) (row.beads as string[]).sort();
  const names = new Map<string, string>();
  const named = JSON.stringify(rows).replace(
    /"[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}"/gu,
    (id) => {
      if (!names.has(id)) names.set(id, `"id ${names.size}"`);
      return names.get(id)!;
    },
  );
  return JSON.parse(named);
}

const people = (rows: Record<string, unknown[]>) => ({ ...rows, people: rows.people.length });

describe('a bundle', () => {
  it('moves a document whole: what is exported again is the same', async () => {
    const target = await makeProject(test.db);
    const owner = await makeMember(test.db, target, 'manager');
    const done = await imported(owner, target);
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    const again = contentOf(await exported(done.value.documentId, owner));
    const before = contentOf(bytes);
    // The import itself is one more event, by somebody who was not there before.
    expect(again.events).toHaveLength(before.events.length + 1);
    for (const entry of ['texts', 'paragraphs', 'borders', 'corrections', 'bitexts'] as const)
      expect(JSON.stringify(again[entry]).replace(/id \d+/gu, 'id'), entry).toBe(
        JSON.stringify(before[entry]).replace(/id \d+/gu, 'id'),
      );
    for (const entry of ['beads', 'comments', 'ignored'] as const)
      expect(JSON.stringify(again[entry]).replace(/id \d+/gu, 'id'), entry).toBe(
        JSON.stringify(before[entry]).replace(/id \d+/gu, 'id'),
      );
    expect(people(again).people).toBe(people(before).people + 1);
  });

  it('gives the same bytes twice', async () => {
    expect(await exported(stored.documentId)).toEqual(bytes);
  });

  it('knows members again by their address when a manager brings it in, and their undo goes on', async () => {
    const done = await imported(manager, stored.projectId);
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    const events = [];
    for await (const page of bundles.rowsOf(test.db, done.value.documentId, 'events')) events.push(...page);
    expect(new Set(events.map(({ actorId }) => actorId))).toEqual(
      new Set([editor.id, reviewer.id, manager.id]),
    );
    const beads = [];
    for await (const page of bundles.rowsOf(test.db, done.value.documentId, 'beads')) beads.push(...page);
    const ids = new Set(beads.map(({ id }) => id));
    const confirmed = events.find(({ commands }) => commands[0]?.type === 'confirm')!;
    expect(confirmed.change.beads.every(({ after }) => after && ids.has(after.id))).toBe(true);
    expect(beads.filter(({ status }) => status === 'approved')).toHaveLength(1);
  });

  it('brings no approval and no member’s name in by the hands of an editor', async () => {
    const done = await imported(editor, stored.projectId);
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    const beads = [];
    for await (const page of bundles.rowsOf(test.db, done.value.documentId, 'beads')) beads.push(...page);
    expect(beads.some(({ status }) => status === 'approved')).toBe(false);
    const [confirmed] = beads.filter(({ status }) => status === 'confirmed');
    expect(confirmed.authors).toContain(editor.id);
    const events = [];
    for await (const page of bundles.rowsOf(test.db, done.value.documentId, 'events')) events.push(...page);
    expect(events.slice(0, -1).every(({ actorId }) => actorId !== reviewer.id && actorId !== editor.id)).toBe(
      true,
    );
    expect(events.every(({ change }) => change.beads.length === 0)).toBe(true);
    const accounts = await test.db.select().from(user);
    expect(accounts.filter(({ email }) => email.endsWith('@people.invalid')).length).toBeGreaterThan(0);
  });

  it('is for those who may bring documents in, of languages of the project, under a free title', async () => {
    const viewer = await makeMember(test.db, stored.projectId, 'viewer');
    expect(await imported(viewer, stored.projectId)).toMatchObject({ error: { code: 'project.forbidden' } });
    const elsewhere = await makeProject(test.db);
    expect(await imported(viewer, elsewhere)).toMatchObject({ error: { code: 'project.notFound' } });
    const [{ title }] = await test.db.select().from(document);
    expect(await imported(manager, stored.projectId, bytes, title)).toMatchObject({
      error: { code: 'document.titleTaken' },
    });
  });

  it.each([
    ['beads', 'chain', (rows: string[]) => rows.toSpliced(1, 1)],
    ['paragraphs', 'order', (rows: string[]) => rows.toSpliced(1, 1)],
    [
      'beads',
      'unknown',
      (rows: string[]) =>
        rows.map((row) => row.replace(/"authors":\[[^\]]*\]/u, `"authors":["${randomUUID()}"]`)),
    ],
    ['events', 'row', (rows: string[]) => rows.map((row) => row.replace('"kind":"edit"', '"kind":"drawn"'))],
    ['comments', 'row', (rows: string[]) => rows.map((row) => row.replace('"body":"', '"body":"\\u0000'))],
    ['texts', 'row', (rows: string[]) => [...rows, '{']],
    ['borders', 'order', (rows: string[]) => rows.toReversed()],
    // What the database would trip over.
    ['corrections', 'order', (rows: string[]) => [...rows, ...rows]],
    [
      'bitexts',
      'order',
      (rows: string[]) => [...rows, rows[0].replace(/"id":"[^"]*"/u, `"id":"${randomUUID()}"`)],
    ],
    [
      'bitexts',
      'row',
      (rows: string[]) => rows.map((row) => row.replace(/"revision":\d+/u, '"revision":3000000000')),
    ],
    ['ignored', 'order', (rows: string[]) => [...rows, ...rows]],
    ['ignored', 'row', (rows: string[]) => rows.map((row) => row.replace('1970-', '0000-'))],
    [
      'events',
      'order',
      (rows: string[]) => rows.map((row) => row.replace(/"beads":\["([^"]*)"/u, '"beads":["$1","$1"')),
    ],
    [
      'events',
      'row',
      (rows: string[]) => rows.map((row) => row.replace('"change":{', '"change":{"later":"\\ud800",')),
    ],
    [
      'texts',
      'row',
      (rows: string[]) =>
        rows.map((row) =>
          row.replace('"warnings":[', `"warnings":[${'['.repeat(90)}${']'.repeat(90)},`).replace(',]', ']'),
        ),
    ],
    [
      'people',
      'large',
      (rows: string[]) =>
        Array.from({ length: 2100 }, () => rows[0].replace(/"id":"[^"]*"/u, `"id":"${randomUUID()}"`)),
    ],
  ] as const)(
    'is refused when %s are wrong (%s), with the place, and nothing is stored',
    async (entry, reason, change) => {
      const before = (await test.db.select().from(document)).length;
      const refused = await imported(manager, stored.projectId, forged(entry, change));
      expect(refused).toMatchObject({
        ok: false,
        error: { code: 'import.brokenBundle', params: { reason, file: `${entry}.jsonl` } },
      });
      expect(await test.db.select().from(document)).toHaveLength(before);
    },
  );

  it('is refused when a file is not as its checksum says', async () => {
    const files = unzipSync(bytes);
    files['people.jsonl'] = strToU8(strFromU8(files['people.jsonl']).replace('"name":"', '"name":"X'));
    expect(await imported(manager, stored.projectId, zipSync(files))).toMatchObject({
      error: { code: 'import.brokenBundle', params: { reason: 'checksum', file: 'people.jsonl' } },
    });
  });

  it.each([
    ['cut off', () => bytes.subarray(0, bytes.length - 400)],
    ['no zip', () => strToU8('hello '.repeat(100))],
    ['without its head', () => zipSync({ 'x.txt': strToU8('x') })],
    [
      'of a later version',
      () =>
        zipSync({ ...unzipSync(bytes), 'bundle.json': strToU8('{"format":"triptych-bundle","version":99}') }),
    ],
  ])('is refused when it is %s', async (_, broken) => {
    expect(await imported(manager, stored.projectId, broken())).toMatchObject({
      error: { code: 'import.brokenBundle' },
    });
  });

  it('counts beads that are not as the history leaves them, and none of an honest bundle', async () => {
    expect(await previewed(manager, stored.projectId)).toMatchObject({ value: { unexplained: 0 } });
    const approved = forged('beads', (rows) =>
      rows.map((row) => row.replace('"status":"approved"', '"status":"confirmed"')),
    );
    expect(await previewed(manager, stored.projectId, approved)).toMatchObject({ value: { unexplained: 1 } });
  });
});

describe('an import of a bundle that is cancelled', () => {
  it.each([0.1, 0.5, 0.9])('leaves no row and no account at %d', async (share) => {
    const target = await makeProject(test.db);
    const owner = await makeMember(test.db, target, 'manager');
    const counted = async () => [
      (await test.db.select().from(document)).length,
      (await test.db.select().from(text)).length,
      (await test.db.select().from(user)).length,
    ];
    const before = await counted();
    const leaving = new AbortController();
    const importing = importBundle(
      owner,
      { projectId: target, files: sent(bytes) },
      {
        signal: leaving.signal,
        progress: (now) => now.step === 'storing' && now.share >= share && leaving.abort(new Error('left')),
      },
    );
    await expect(importing).rejects.toThrow('left');
    expect(await counted()).toEqual(before);
  });
});

describe('previewBundle', () => {
  it('says what a bundle holds and who is who, and stores nothing', async () => {
    const before = (await test.db.select().from(document)).length;
    const shown = await previewed(manager, stored.projectId, bytes, 'Another');
    if (!shown.ok) throw new Error(shown.error.code);
    expect(shown.value).toMatchObject({
      ...{ file: 'x.triptych', bytes: bytes.length, title: 'Another', freeTitle: null, problem: null },
      ...{ trusted: true, demoted: 0, olderTexts: 1, openDisputes: 1 },
      counts: { comments: 2, corrections: 1, ignoredChecks: 1 },
    });
    expect(shown.value.texts.map(({ lang }) => lang)).toEqual(['en', 'ro', 'vi']);
    expect(shown.value.texts[0]).toMatchObject({ isReference: true, statuses: null });
    expect(shown.value.statuses.approved).toBe(1);
    expect(shown.value.people.every(({ account, name }) => account === name)).toBe(true);
    expect(await test.db.select().from(document)).toHaveLength(before);
  });

  it('says what becomes of it in the hands of an editor', async () => {
    const shown = await previewed(editor, stored.projectId);
    expect(shown).toMatchObject({ value: { trusted: false, demoted: 1 } });
    expect(shown.ok && shown.value.statuses.approved).toBeFalsy();
    expect(shown.ok && shown.value.people.every(({ account }) => account === null)).toBe(true);
  });

  it('offers a title that is free', async () => {
    const [{ title }] = await test.db.select().from(document).where(eq(document.id, stored.documentId));
    expect(await previewed(manager, stored.projectId)).toMatchObject({
      value: { title, freeTitle: `${title} (2)`, problem: { code: 'document.titleTaken' } },
    });
  });

  it('shows what cannot be brought in, and why', async () => {
    const narrow = await makeProject(test.db, { targetLangs: ['fr'] });
    const owner = await makeMember(test.db, narrow, 'manager');
    expect(await previewed(owner, narrow)).toMatchObject({
      value: { problem: { code: 'text.languageUnknown' }, counts: { comments: 2 } },
    });
    expect(await imported(owner, narrow)).toMatchObject({ error: { code: 'text.languageUnknown' } });
  });
});
