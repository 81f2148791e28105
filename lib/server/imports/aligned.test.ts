import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as alignments from '@/db/queries/alignments';
import * as documents from '@/db/queries/documents';
import * as importedRows from '@/db/queries/importedRows';
import * as texts from '@/db/queries/texts';
import { bead, bitext, event, job, text } from '@/db/schema';
import type { Actor } from '@/lib/bitext/can';
import type { Bead } from '@/lib/bitext/types';
import { EXPORT_FORMAT_IDS, formatOf } from '@/lib/formats/formats';
import { makeMember, makeProject } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { withTypeScript } from '@/tests/helpers/typescriptWorkers';
import { ExportInput } from '../export/ExportInput';
import { exportDocument } from '../export/exportDocument';
import { newId } from '../newId';
import { type Progress, UNWATCHED } from '../uploads/Working';
import { type AlignedInput, AlignedSource } from './alignedTask';
import * as importing from './importAligned';
import * as previewing from './previewAligned';

vi.mock('node:worker_threads', async (original) => withTypeScript(await original()));

const importAligned = (actor: Actor, wanted: AlignedInput) =>
  importing.importAligned(actor, wanted, UNWATCHED);
const previewAligned = (actor: Actor, wanted: AlignedInput) =>
  previewing.previewAligned(actor, wanted, UNWATCHED);

let test: TestDb;
let projectId: string;
let documentId: string;
let manager: Actor;
let editor: Actor;
let onlyVi: Actor;
let stranger: Actor;
beforeAll(async () => {
  test = await openTestDb();
  projectId = await makeProject(test.db);
  manager = await makeMember(test.db, projectId, 'manager');
  editor = await makeMember(test.db, projectId, 'editor');
  onlyVi = await makeMember(test.db, projectId, 'editor', ['vi']);
  stranger = await makeMember(test.db, await makeProject(test.db), 'manager');
});
afterAll(() => test.close());
beforeEach(async () => {
  documentId = await emptyDocument();
});

async function emptyDocument() {
  const id = newId();
  await documents.insert(test.db, { id, projectId, title: id, createdBy: null });
  return id;
}
const failure = (code: string) => ({ ok: false, error: { code } });
const folder = mkdtempSync(join(tmpdir(), 'aligned-'));
let uploads = 0;
const uploaded = (content: string | Uint8Array, name: string) => {
  const path = join(folder, String(uploads++));
  writeFileSync(path, content);
  return { name, path, bytes: content.length };
};
const input = (content: string | Uint8Array, more: object = {}, name = 'a.tsv') =>
  AlignedSource.parse({ documentId, files: [uploaded(content, name)], ...more });
const TABLE = [
  'id\ten\tvi-VN\tro\tstatus\tconfidence\treason',
  '1\tOne.\tMột.\tUnu.\tapproved\t0.9\t',
  '2\tTwo.\t\tDoi.\tconfirmed\t\tomitted',
  '3\t\tBa.\t\tmachine\t0.5\t',
  '4\tFour.\tBốn.\t\t\t\t',
].join('\n');
const textsNow = () => test.db.select().from(text).where(eq(text.documentId, documentId)).orderBy(text.lang);
const beadsNow = async (lang: string) => {
  const rows = await test.db
    .select({ bead })
    .from(bead)
    .innerJoin(bitext, eq(bitext.id, bead.bitextId))
    .innerJoin(text, eq(text.id, bitext.targetTextId))
    .where(eq(bitext.documentId, documentId))
    .orderBy(bead.sourceStart, bead.targetStart);
  const own = await test.db.select().from(text).where(eq(text.documentId, documentId));
  const id = own.find((one) => one.lang === lang)?.id;
  return rows.map((row) => row.bead).filter((one) => one.targetTextId === id);
};

describe('importAligned', () => {
  it('stores nothing when the client leaves while rows are stored', async () => {
    const leaving = new AbortController();
    const rows = Array.from({ length: 5000 }, (_, k) => `One ${k}.\tMột ${k}.`).join('\n');
    const progress = ({ step }: Progress) => {
      if (step === 'storing') leaving.abort();
    };
    const stored = importing.importAligned(manager, input(`en\tvi\n${rows}`), {
      signal: leaving.signal,
      progress,
    });
    await expect(stored).rejects.toThrow('abort');
    expect(await textsNow()).toEqual([]);
    expect(await test.db.select().from(event).where(eq(event.documentId, documentId))).toEqual([]);
  });

  it('makes texts, beads and an event of a table, in one go', async () => {
    expect(await importAligned(manager, input(TABLE))).toEqual({
      ok: true,
      value: { units: 4, langs: ['en', 'vi', 'ro'] },
    });
    expect((await textsNow()).map(({ lang, isReference, format }) => [lang, isReference, format])).toEqual([
      ['en', true, 'tsv'],
      ['ro', false, 'tsv'],
      ['vi', false, 'tsv'],
    ]);
    expect((await beadsNow('vi')).map((one) => [one.status, one.origin, one.confidence, one.reason])).toEqual(
      [
        ['approved', 'import', 0.9, null],
        ['confirmed', 'import', null, 'omitted'],
        ['machine', 'import', 0.5, null],
        ['machine', 'import', null, null],
      ],
    );
    expect((await beadsNow('ro')).map((one) => one.status)).toEqual(['approved', 'confirmed', 'machine']);
    expect(await test.db.select().from(event).where(eq(event.documentId, documentId))).toMatchObject([
      { kind: 'import', actorId: manager.id },
    ]);
    expect(await test.db.select().from(job)).toEqual([]);
  });

  it('does not let an editor bring approvals along', async () => {
    await importAligned(editor, input(TABLE));
    expect((await beadsNow('vi')).map((one) => [one.status, one.authors])[0]).toEqual([
      'confirmed',
      [editor.id],
    ]);
  });

  it('takes the languages that were chosen', async () => {
    const swapped = input('a\tb\tc\nx\ty\tz\n', { header: 'no', langs: 'vi,en,' });
    expect(await importAligned(editor, swapped)).toMatchObject({ value: { langs: ['en', 'vi'] } });
  });

  it.each([
    ['text.languageUnknown', { langs: 'en,fr,' }],
    ['import.languageTwice', { langs: 'en,vi,vi' }],
    ['import.noReference', { langs: ',vi,ro' }],
    ['import.aloneLanguage', { langs: 'en,,' }],
  ])('stores nothing when it answers %s', async (code, more) => {
    expect(await importAligned(editor, input(TABLE, more))).toMatchObject(failure(code));
    expect(await textsNow()).toEqual([]);
  });

  it('is for empty documents, and one of two at once', async () => {
    const both = await Promise.all([1, 2].map(() => importAligned(editor, input(TABLE))));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await importAligned(editor, input(TABLE))).toMatchObject(failure('text.exists'));
  });

  it('is for editors of all languages, and so is the preview', async () => {
    for (const use of [importAligned, previewAligned]) {
      expect(await use(onlyVi, input(TABLE))).toEqual(failure('document.forbidden'));
      expect(await use(stranger, input(TABLE))).toEqual(failure('document.notFound'));
    }
    expect(await textsNow()).toEqual([]);
  });

  it.each(EXPORT_FORMAT_IDS)('brings back what was exported as %s', async (format) => {
    await importAligned(manager, input(TABLE));
    const lang = formatOf(format).pairOnly
      ? 'vi'
      : ['xces', 'intertext', 'tei', 'hunalign'].includes(format)
        ? 'vi'
        : 'all';
    const exported = async (as: string) => {
      const values = {
        documentId,
        format: as,
        lang,
        statuses: 'machine,proposed,confirmed,approved',
        nulls: 'keep',
        properties: 'true',
      };
      const done = await exportDocument(manager, ExportInput.parse(values));
      if (!(done instanceof Response)) throw new Error('no export');
      return new Uint8Array(await done.arrayBuffer());
    };
    const file = await exported(format);
    const texts = async () => {
      const lines = new TextDecoder()
        .decode(await exported('tsv'))
        .trim()
        .split('\n')
        .slice(1);
      return lines
        .map((line) =>
          line
            .split('\t')
            .slice(1, lang === 'all' ? 4 : 3)
            .join('\t'),
        )
        .sort();
    };
    const before = await texts();
    documentId = await emptyDocument();
    expect(
      await importAligned(manager, input(file, {}, `x.${formatOf(format).extensions[0]}`)),
    ).toMatchObject({ ok: true });
    expect(await texts()).toEqual(before);
  });
});

describe('what an import lays down', () => {
  const LENGTH = 3;
  async function layDown(): Promise<string[]> {
    const about = { format: 'tmx', encoding: 'utf-8', checksum: 'ab'.repeat(32), lengthUtf16: LENGTH };
    const [source, target] = ['en', 'vi'].map((lang) => {
      return { id: newId(), lang, isReference: lang === 'en', ...about };
    });
    for (const row of [source, target]) {
      await importedRows.stage(test.db, row);
      await importedRows.addParagraphs(test.db, row.id, [{ start: 0, content: 'abc' }]);
      const borders = [0, 1, 2, LENGTH].map((at) => ({ at, kind: 'sentence' as const }));
      await importedRows.addBorders(test.db, row.id, borders);
    }
    const place = await importedRows.stageBitext(test.db, newId(), source, target);
    const beadAt = (start: number): Bead => ({
      ...{ id: newId(), source: { start, end: start + 1 }, target: { start, end: start + 1 } },
      ...{ status: 'confirmed', origin: 'import', confidence: null, reason: null, authors: [], revision: 0 },
    });
    // A piece at a time, each committed: the chain holds from the end.
    await importedRows.addBeads(test.db, place, [beadAt(2)]);
    await importedRows.addBeads(test.db, place, [beadAt(0), beadAt(1)]);
    return [source.id, target.id];
  }
  const left = async () => (await test.db.select().from(text)).filter((row) => row.documentId === null);

  it('is seen by nobody', async () => {
    await layDown();
    expect(await texts.listOf(test.db, documentId)).toEqual([]);
    expect(await alignments.bitextsOf(test.db, documentId)).toEqual([]);
    const head = await documents.find(test.db, documentId);
    const summaries = await documents.summaries(test.db, head!.projectId);
    expect(summaries.find(({ id }) => id === documentId)).toMatchObject({ texts: [], bitexts: [] });
    await importedRows.sweep(test.db, 0);
  });

  it('is swept when the import was cut off, unless it may still run', async () => {
    const ids = await layDown();
    await importedRows.sweep(test.db, 60);
    expect(await left()).toHaveLength(2);
    await importedRows.sweep(test.db, 0);
    expect(await left()).toEqual([]);
    expect(await test.db.select().from(bead).where(inArray(bead.sourceTextId, ids))).toEqual([]);
  });

  it('is never taken away once it is published', async () => {
    const ids = await layDown();
    const places = await test.db.select().from(bitext).where(eq(bitext.sourceTextId, ids[0]));
    await test.db.transaction((tx) => importedRows.publishAligned(tx, documentId, ids, places));
    await importedRows.discard(test.db, ids);
    await importedRows.sweep(test.db, 0);
    expect(await texts.listOf(test.db, documentId)).toHaveLength(2);
    const [place] = await alignments.bitextsOf(test.db, documentId);
    expect(place).toMatchObject({ revision: 1, origin: 0 });
    expect(await alignments.beadsOf(test.db, place.id)).toHaveLength(3);
  });
});

describe('previewAligned', () => {
  it('shows what would be stored, and stores nothing', async () => {
    const shown = await previewAligned(editor, input(TABLE));
    expect(shown).toMatchObject({
      ok: true,
      value: {
        format: 'tsv',
        unitCount: 4,
        languages: [
          { label: 'en', lang: 'en', segments: 3, missing: 1 },
          { label: 'vi-VN', lang: 'vi', segments: 3, missing: 1 },
          { label: 'ro', lang: 'ro', segments: 2, missing: 2 },
        ],
        statuses: { machine: 2, confirmed: 2 },
        warnings: [{ code: 'approvals', params: { count: 1, place: 1 } }],
        last: [],
      },
    });
    expect(shown.ok && shown.value.first[0]).toEqual({ ordinal: 1, texts: ['One.', 'Một.', 'Unu.'] });
    expect(await textsNow()).toEqual([]);
  });

  it('tells languages by their letters when nothing names them, and shows rows when none fits', async () => {
    const sentences =
      'He looked at her for a long time and said nothing.\tAnh nhìn nàng hồi lâu và không nói gì cả.\n';
    expect(await previewAligned(editor, input(sentences.repeat(5)))).toMatchObject({
      value: { languages: [{ lang: 'en' }, { lang: 'vi' }] },
    });
    expect(await previewAligned(editor, input('fr\tde\nUn\tEins\n'))).toMatchObject({
      value: { languages: [{ lang: null }, { lang: null }], statuses: {}, unitCount: 1 },
    });
  });
});
