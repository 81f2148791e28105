import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asc, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { bead, bitext, document, event, text } from '@/db/schema';
import type { Actor } from '@/lib/bitext/can';
import { makeMember, makeProject } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { withTypeScript } from '@/tests/helpers/typescriptWorkers';
import { zipOf } from '@/tests/helpers/zipOf';
import { createDocument } from '../documents/createDocument';
import { ProjectExportInput } from '../export/ExportInput';
import { exportProject } from '../export/exportProject';
import { type Progress, UNWATCHED } from '../uploads/Working';
import { CorpusSource } from './corpusTask';
import { freeTitles } from './freeTitles';
import { importCorpus } from './importCorpus';
import { previewCorpus } from './previewCorpus';

vi.mock('node:worker_threads', async (original) => withTypeScript(await original()));

let test: TestDb;
let projectId: string;
let manager: Actor;
let onlyVi: Actor;
let viewer: Actor;
let stranger: Actor;
beforeAll(async () => {
  test = await openTestDb();
});
afterAll(() => test.close());
beforeEach(async () => {
  projectId = await makeProject(test.db);
  manager = await makeMember(test.db, projectId, 'manager');
  onlyVi = await makeMember(test.db, projectId, 'editor', ['vi']);
  viewer = await makeMember(test.db, projectId, 'viewer');
  stranger = await makeMember(test.db, await makeProject(test.db), 'manager');
});

const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
let uploads = 0;
const input = (files: Record<string, string | Uint8Array>, more: object = {}, into = projectId) =>
  CorpusSource.parse({
    projectId: into,
    files: Object.entries(files).map(([name, content]) => {
      const path = join(folder, String(uploads++));
      writeFileSync(path, content);
      return { name, path, bytes: content.length };
    }),
    ...more,
  });
const TABLE = [
  'id\tdocument\ten\tvi\tro\tstatus\treason',
  '1\tChapter 1\tOne.\tMột.\tUnu.\tapproved\t',
  '2\tChapter 1\tTwo.\t\tDoi.\tconfirmed\tomitted',
  '3\tChapter 2\tThree.\tBa.\tTrei.\tmachine\t',
  '4\tChapter 3\t\tBốn.\tPatru.\tmachine\t',
].join('\n');
const documentsOf = (id = projectId) =>
  test.db
    .select({ id: document.id, title: document.title })
    .from(document)
    .where(eq(document.projectId, id))
    .orderBy(asc(document.createdAt));
const beadsOf = (id: string) =>
  test.db
    .select({ lang: text.lang, status: bead.status, reason: bead.reason })
    .from(bead)
    .innerJoin(bitext, eq(bitext.id, bead.bitextId))
    .innerJoin(text, eq(text.id, bitext.targetTextId))
    .where(eq(bitext.documentId, id))
    .orderBy(text.lang, bead.sourceStart, bead.targetStart);
const nothingStaged = async () =>
  expect(await test.db.select().from(text).where(isNull(text.documentId))).toEqual([]);

describe('importCorpus', () => {
  it('makes a document of each that fits, with its texts, links and event, in the order of the files', async () => {
    const stored = await importCorpus(manager, input({ 'book.tsv': TABLE }), UNWATCHED);
    expect(stored).toMatchObject({
      ok: true,
      value: {
        documents: [
          { title: 'Chapter 1', units: 2, langs: ['en', 'vi', 'ro'] },
          { title: 'Chapter 2', units: 1, langs: ['en', 'vi', 'ro'] },
        ],
      },
    });
    const made = await documentsOf();
    expect(made.map(({ title }) => title)).toEqual(['Chapter 1', 'Chapter 2']);
    expect(await beadsOf(made[0].id)).toEqual([
      { lang: 'ro', status: 'approved', reason: null },
      { lang: 'ro', status: 'confirmed', reason: null },
      { lang: 'vi', status: 'approved', reason: null },
      { lang: 'vi', status: 'confirmed', reason: 'omitted' },
    ]);
    const events = await test.db.select().from(event).where(eq(event.documentId, made[1].id));
    expect(events).toMatchObject([{ kind: 'import', actorId: manager.id }]);
    await nothingStaged();
  });

  it('takes those that were chosen, with the languages that were chosen, under titles nobody has', async () => {
    await createDocument(manager, { projectId, title: 'Chapter 2' });
    const wanted = input({ 'book.tsv': TABLE }, { documents: '2', langs: 'en,,ro' });
    expect(await importCorpus(manager, wanted, UNWATCHED)).toMatchObject({
      value: { documents: [{ title: 'Chapter 2 (2)', langs: ['en', 'ro'] }] },
    });
  });

  it('stores nothing when one that was chosen does not fit, or is not there', async () => {
    const files = { 'book.tsv': TABLE };
    expect(await importCorpus(manager, input(files, { documents: '1,3' }), UNWATCHED)).toEqual({
      ok: false,
      error: { code: 'import.noReference', params: { lang: 'en' } },
    });
    expect(await importCorpus(manager, input(files, { documents: '1,9' }), UNWATCHED)).toEqual({
      ok: false,
      error: { code: 'import.noDocument', params: { number: 9 } },
    });
    expect(await importCorpus(manager, input(files, { langs: ',vi,ro' }), UNWATCHED)).toEqual({
      ok: false,
      error: { code: 'import.noneFits', params: { count: 3 } },
    });
    expect(await documentsOf()).toEqual([]);
    await nothingStaged();
  });

  it('leaves nothing behind when the client leaves in the midst of it', async () => {
    const leaving = new AbortController();
    const rows = ['document\ten\tvi'];
    for (let k = 0; k < 4000; k++) rows.push(`Part ${Math.floor(k / 1000)}\tOne ${k}.\tMột ${k}.`);
    const progress = ({ step, share }: Progress) => {
      if (step === 'storing' && share > 0.5) leaving.abort();
    };
    const stored = importCorpus(manager, input({ 'a.tsv': rows.join('\n') }), {
      signal: leaving.signal,
      progress,
    });
    await expect(stored).rejects.toThrow('abort');
    expect(await documentsOf()).toEqual([]);
    await nothingStaged();
  });

  it.each([
    ['strangers', () => stranger, 'project.notFound'],
    ['viewers', () => viewer, 'project.forbidden'],
    ['editors of one language', () => onlyVi, 'project.forbidden'],
  ])('refuses %s', async (_, who, code) => {
    const failure = { ok: false, error: { code } };
    expect(await importCorpus(who(), input({ 'a.tsv': TABLE }), UNWATCHED)).toEqual(failure);
    expect(await previewCorpus(who(), input({ 'a.tsv': TABLE }), UNWATCHED)).toEqual(failure);
  });

  it.each(['xces', 'tei', 'intertext', 'hunalign', 'tmx', 'tsv'])(
    'brings an export of a whole project back, document by document: %s',
    async (format) => {
      const fits = { documents: '1,2' };
      await importCorpus(
        manager,
        input({ 'book.tsv': TABLE.replaceAll('approved', 'confirmed') }, fits),
        UNWATCHED,
      );
      const wanted = ProjectExportInput.parse({
        ...{ projectId, format, lang: 'all', nulls: 'keep', properties: 'yes' },
        statuses: 'machine,proposed,confirmed,approved',
      });
      const response = await exportProject(manager, wanted);
      if (!(response instanceof Response)) throw new Error(JSON.stringify(response));
      const name =
        /filename="([^"]+)"/u.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'x.zip';
      const bytes = new Uint8Array(await response.arrayBuffer());

      const other = await makeProject(test.db);
      const owner = await makeMember(test.db, other, 'manager');
      const stored = await importCorpus(owner, input({ [name]: bytes }, {}, other), UNWATCHED);
      const titles = format === 'xces' ? ['1', '2'] : ['Chapter 1', 'Chapter 2'];
      expect(stored).toMatchObject({
        ok: true,
        value: { documents: titles.map((title) => ({ title, langs: ['en', 'ro', 'vi'] })) },
      });
      const [before, after] = [await documentsOf(), await documentsOf(other)];
      for (const [k, { id }] of after.entries()) {
        const places = async (of: string) => (await beadsOf(of)).map(({ lang }) => lang);
        expect(await places(id)).toEqual(await places(before[k].id));
      }
      // A row over all languages has one reason and one status: those of Romanian are the row's.
      const romanian = async (of: string) => (await beadsOf(of)).filter(({ lang }) => lang === 'ro');
      if (['tmx', 'tsv', 'tei'].includes(format))
        expect(await romanian(after[0].id)).toEqual(await romanian(before[0].id));
    },
  );
});

describe('previewCorpus', () => {
  it('lists the documents with what is odd about each, and tells of one in full', async () => {
    await createDocument(manager, { projectId, title: 'Chapter 1' });
    const preview = await previewCorpus(manager, input({ 'book.tsv': TABLE }, { show: '2' }), UNWATCHED);
    expect(preview).toMatchObject({
      ok: true,
      value: {
        fileName: 'book.tsv',
        languages: [{ label: 'en', lang: 'en', documents: 2 }, { lang: 'vi', documents: 3 }, { lang: 'ro' }],
        documents: [
          { number: 1, title: 'Chapter 1 (2)', units: 2, problem: null, statuses: { approved: 1 } },
          { number: 2, title: 'Chapter 2' },
          { number: 3, title: 'Chapter 3', problem: { code: 'import.noReference' } },
        ],
        shown: { number: 2, preview: { unitCount: 1, first: [{ texts: ['Three.', 'Ba.', 'Trei.'] }] } },
      },
    });
    await nothingStaged();
  });
  it('reads archives in archives, and says what it made nothing of', async () => {
    const pair = (n: number) => zipOf({ 'c.en': `One ${n}.\n`, 'c.vi': `Một ${n}.\n` });
    const lone = '<tmx><body><tu><tuv xml:lang="en"><seg>Two.</seg></tuv></tu></body></tmx>';
    const all = zipOf({ 'a en-vi.zip': pair(1), 'b en-vi.zip': pair(2) });
    expect(await previewCorpus(manager, input({ 'all.zip': all }), UNWATCHED)).toMatchObject({
      value: { documents: [{ title: 'a' }, { title: 'b' }], skipped: [] },
    });
    expect(await previewCorpus(manager, input({ 'x.tmx': lone }), UNWATCHED)).toEqual({
      ok: false,
      error: { code: 'import.oneLanguage', params: { lang: 'en' } },
    });
  });
});

describe('freeTitles', () => {
  it('gives every document one line of its own', () => {
    expect(freeTitles(['a', 'a', ' b\n\tc ', '', 'x'.repeat(300)], ['a', '4'])).toEqual([
      ...['a (2)', 'a (3)', 'b c', '4 (2)'],
      'x'.repeat(200),
    ]);
  });
});
