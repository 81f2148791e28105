import { createHash, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { bitext, document, job, paragraph, project, text } from '@/db/schema';
import type { Actor } from '@/lib/bitext/can';
import { buildEpub } from '@/tests/fixtures/formats/buildEpub';
import { makeMember, makeProject, makeTeam } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { type Stored, stateOf, storeTexts } from '@/tests/helpers/storedDocument';
import { withTypeScript } from '@/tests/helpers/typescriptWorkers';
import { uploadOf } from '@/tests/helpers/uploads';
import { wakeRunner } from '../align/runner';
import { seedSample } from '../seedSample';
import { UNWATCHED } from '../uploads/Working';
import { ImportTextInput, importText } from './importText';
import { PreviewTextInput, previewText } from './previewText';
import { readReading } from './readReading';
import { removeText } from './removeText';

vi.mock('../align/runner', () => ({ wakeRunner: vi.fn() }));
vi.mock('node:worker_threads', async (original) => withTypeScript(await original()));

let test: TestDb;
let stored: Stored;
let manager: Actor;
let editor: Actor;
let onlyVi: Actor;
let stranger: Actor;
beforeAll(async () => {
  test = await openTestDb();
  const projectId = await makeProject(test.db);
  ({ manager, editor, onlyVi, stranger } = await makeTeam(test.db, projectId));
});
afterAll(() => test.close());
beforeEach(async () => {
  stored = await storeTexts(test.db, manager.memberships[0]!.projectId, { en: ['Anna wept. Levin mowed.'] });
  vi.mocked(wakeRunner).mockClear();
});

const failure = (code: string) => ({ ok: false, error: { code } });
const file = (content: string | Uint8Array, name = 'vi.txt') => ({ files: [uploadOf(content, name)] });
const pasted = (content: string) => ({ files: [uploadOf(content, '')], pasted: 'yes' as const });
const VI = 'Anna khóc.\r\n\r\nTie\u0302\u0301ng\u00a0Việt  🙂.\r\n';
const textsNow = async () =>
  (await test.db.select().from(text).where(eq(text.documentId, stored.documentId))).map((t) => t.lang);
const into = (lang: string, source: object) =>
  ImportTextInput.parse({ documentId: stored.documentId, lang, ...source });

describe('importText', () => {
  it('stores paragraphs as they came, with a job for every new bitext', async () => {
    const bytes = new TextEncoder().encode(VI);
    const done = await importText(editor, into('vi', file(bytes)), UNWATCHED);
    if (!done.ok) throw new Error(done.error.code);
    const { textId } = done.value;
    const rows = await test.db
      .select()
      .from(paragraph)
      .where(eq(paragraph.textId, textId))
      .orderBy(paragraph.start);
    expect(rows.map((row) => row.content)).toEqual(['Anna khóc.', 'Tie\u0302\u0301ng\u00a0Việt  🙂.']);
    const [row] = await test.db.select().from(text).where(eq(text.id, textId));
    expect(row).toMatchObject({
      ...{ fileName: 'vi.txt', isReference: false, importedBy: editor.id },
      checksum: createHash('sha256').update(bytes).digest('hex'),
    });
    const [made] = await test.db.select().from(bitext).where(eq(bitext.targetTextId, textId));
    expect(made).toMatchObject({ sourceTextId: stored.texts.en, targetEnd: row!.lengthUtf16, origin: null });
    expect(await test.db.select().from(job).where(eq(job.bitextId, made!.id))).toMatchObject([
      { state: 'queued', createdBy: editor.id },
    ]);
    expect(wakeRunner).toHaveBeenCalledOnce();
  });

  it('cuts the reference into sentences and leaves the paragraphs of translations whole', async () => {
    await importText(editor, into('vi', pasted('Anna khóc. Lê-vin cắt cỏ.')), UNWATCHED);
    const state = await stateOf(test.db, stored);
    expect(Object.fromEntries(Object.values(state.texts).map((t) => [t.lang, t.borders.length - 1]))).toEqual(
      { en: 2, vi: 1 },
    );
  });

  it('cuts a translation into sentences where that is wanted', async () => {
    await importText(
      editor,
      into('vi', { ...pasted('Anna khóc. Lê-vin cắt cỏ.'), segments: 'sentence' }),
      UNWATCHED,
    );
    const { texts } = await stateOf(test.db, stored);
    expect(
      Object.values(texts)
        .find(({ lang }) => lang === 'vi')
        ?.borders.map(({ kind }) => kind),
    ).toEqual(['paragraph', 'sentence', 'paragraph']);
  });

  it.each([
    ['import.empty', () => pasted(' \n\t\n')],
    ['import.binary', () => file(new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 0, 2]), 'a.txt')],
    ['import.brokenFile', () => file('PK\u0003\u0004 not a zip', 'a.docx')],
  ])('stores nothing when it answers %s', async (code, source) => {
    const refused = await importText(editor, into('vi', source()), UNWATCHED);
    expect(refused).toMatchObject(failure(code));
    expect(await textsNow()).toEqual(['en']);
    expect(wakeRunner).not.toHaveBeenCalled();
  });

  it('takes one text a language, of the languages of the project', async () => {
    expect(await importText(editor, into('en', pasted('Again.')), UNWATCHED)).toMatchObject(
      failure('text.exists'),
    );
    expect(await importText(editor, into('fr', pasted('Bonjour.')), UNWATCHED)).toMatchObject(
      failure('text.languageUnknown'),
    );
    const both = await Promise.all(
      [1, 2].map(() => importText(editor, into('vi', pasted('Anna khóc.')), UNWATCHED)),
    );
    expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
  });

  it('shows how its length goes with the reference, whatever the number of its paragraphs', async () => {
    const shown = async (text: string) => {
      const preview = await previewText(editor, PreviewTextInput.parse(into('vi', pasted(text))), UNWATCHED);
      if (!preview.ok) throw new Error(preview.error.code);
      return preview.value.beside!;
    };
    const even = await shown('Anna khóc.');
    expect(even).toMatchObject({ paragraphCount: 1, byRow: true, curve: { points: [{ from: 0, to: 1 }] } });
    // The same words are as long, however their letters are written.
    expect((await shown('Anna khóc.'.normalize('NFD'))).curve).toEqual(even.curve);
    const uneven = await shown('Anna khóc.\n\nLê-vin cắt cỏ.');
    expect(uneven).toMatchObject({ byRow: false, suspicions: [], curve: { points: [{ from: 0, to: 1 }] } });
    expect(uneven.curve.ratio).toBeGreaterThan(even.curve.ratio);
  });

  it('is for editors of all languages, and so is the preview', async () => {
    for (const use of [importText, previewText]) {
      const input = into('vi', pasted('Anna khóc.'));
      expect(await use(onlyVi, input, UNWATCHED)).toEqual(failure('document.forbidden'));
      expect(await use(stranger, input, UNWATCHED)).toEqual(failure('document.notFound'));
      expect(await use(editor, { ...input, documentId: randomUUID() }, UNWATCHED)).toEqual(
        failure('document.notFound'),
      );
    }
    expect(await textsNow()).toEqual(['en']);
  });
});

describe('importText by chapters', () => {
  const book = (words: Record<string, string>) =>
    file(
      buildEpub({
        documents: Object.fromEntries(
          Object.entries(words).map(([title, body], at) => [
            `${at}.xhtml`,
            `<h1>${title}</h1><p>${body}</p>`,
          ]),
        ),
        contents: Object.keys(words).map((title, at) => [title, `${at}.xhtml`]),
      }),
      'book.epub',
    );
  const EN = { 'Chapter 1': 'Anna wept.', 'Chapter 2': 'Levin mowed.', 'Chapter 3': 'The sun set.' };
  const titlesOf = async (lang: string) => {
    const rows = await test.db
      .select({ title: document.title, lang: text.lang })
      .from(document)
      .innerJoin(text, eq(text.documentId, document.id))
      .where(eq(document.projectId, stored.projectId))
      .orderBy(document.createdAt);
    return rows
      .filter((row) => row.lang === lang && row.title.startsWith('Chapter'))
      .map(({ title }) => title);
  };

  it('makes a document of each chosen chapter, named after it, in the order of the book', async () => {
    const input = into('en', { ...book(EN), placing: 'chapters', chapters: '1,3' });
    const done = await importText(editor, input, UNWATCHED);
    if (!done.ok) throw new Error(done.error.code);
    expect(done.value.texts.map(({ title }) => title)).toEqual(['Chapter 1', 'Chapter 3']);
    expect(await titlesOf('en')).toEqual(['Chapter 1', 'Chapter 3']);
    const [row] = await test.db
      .select()
      .from(paragraph)
      .where(eq(paragraph.textId, done.value.texts[1]!.textId))
      .orderBy(paragraph.start);
    expect(row).toMatchObject({ start: 0, content: 'Chapter 3' });
    // A corrected book will be read for the same one.
    for (const [at, chapters] of [
      [0, [1]],
      [1, [3]],
    ] as const) {
      const { documentId } = done.value.texts[at]!;
      expect(await readReading(editor, { documentId, lang: 'en' })).toEqual({
        ok: true,
        value: { chapters },
      });
    }
    // The same book again: names that are taken by a text of the language get a number.
    const again = await importText(editor, input, UNWATCHED);
    expect(again.ok && again.value.texts.map(({ title }) => title)).toEqual([
      'Chapter 1 (2)',
      'Chapter 3 (2)',
    ]);
  });

  it('puts the chapters of a translation into the documents that are there, in their order', async () => {
    const projectId = await makeProject(test.db);
    const actor = await makeMember(test.db, projectId, 'editor');
    stored = await storeTexts(test.db, projectId, { en: ['Anna wept.'] });
    const english = await importText(actor, into('en', { ...book(EN), placing: 'chapters' }), UNWATCHED);
    if (!english.ok) throw new Error(english.error.code);
    const first = english.value.texts[0]!;
    const VI = { 'Chương 1': 'Anna khóc.', 'Chương 2': 'Lê-vin cắt cỏ.', 'Chương 3': 'Mặt trời lặn.' };
    const series = { ...into('vi', { ...book(VI), placing: 'series' }), documentId: first.documentId };
    const done = await importText(actor, series, UNWATCHED);
    if (!done.ok) throw new Error(done.error.code);
    expect(done.value.texts.map(({ documentId }) => documentId)).toEqual(
      english.value.texts.map(({ documentId }) => documentId),
    );
    // Each is beside its reference now, and waits to be aligned.
    const [made] = await test.db.select().from(bitext).where(eq(bitext.targetTextId, done.value.textId));
    expect(await test.db.select().from(job).where(eq(job.bitextId, made!.id))).toHaveLength(1);
    const more = { ...VI, 'Chương 4': 'Hết.' };
    expect(
      await importText(
        actor,
        { ...into('ro', { ...book(more), placing: 'series' }), documentId: first.documentId },
        UNWATCHED,
      ),
    ).toEqual({
      ok: false,
      error: { code: 'import.tooFewDocuments', params: { chapters: 4, documents: 3 } },
    });
    expect(await importText(actor, series, UNWATCHED)).toMatchObject(failure('text.exists'));
  });

  it('leaves nothing when it is cancelled in the midst', async () => {
    const leaving = new AbortController();
    const progress = ({ step }: { step: string }) => {
      if (step === 'storing') leaving.abort();
    };
    const input = into('en', { ...book({ 'Chapter 8': 'x', 'Chapter 9': 'y' }), placing: 'chapters' });
    await expect(importText(editor, input, { signal: leaving.signal, progress })).rejects.toThrow('abort');
    expect(await titlesOf('en')).not.toContain('Chapter 8');
  });
});

describe('previewText', () => {
  it('shows what would be stored, and stores nothing', async () => {
    const source = pasted('Anna đã khóc suốt đêm. Nàng không ngủ được.\n\nTrời sáng dần.');
    const shown = await previewText(
      editor,
      PreviewTextInput.parse({ documentId: stored.documentId, ...source }),
      UNWATCHED,
    );
    expect(shown).toMatchObject({
      ok: true,
      value: { lang: 'vi', detectedLang: 'vi', paragraphCount: 2, sentenceCount: 3, last: [] },
    });
    expect(shown.ok && shown.value.first[0]).toEqual({
      ordinal: 1,
      sentences: ['Anna đã khóc suốt đêm.', 'Nàng không ngủ được.'],
    });
    expect(await textsNow()).toEqual(['en']);
  });
});

describe('removeText', () => {
  it('takes a text out with its bitexts, when a manager says so twice', async () => {
    await importText(editor, into('vi', pasted('Anna khóc.')), UNWATCHED);
    const [row] = await test.db.select().from(text).where(eq(text.lang, 'vi')).orderBy(text.importedAt);
    const textId = (await test.db.select().from(text).where(eq(text.documentId, stored.documentId))).find(
      (t) => t.lang === 'vi',
    )!.id;
    expect(row).toBeDefined();
    expect(await removeText(editor, { textId, lang: 'vi' })).toEqual(failure('document.forbidden'));
    expect(await removeText(stranger, { textId, lang: 'vi' })).toEqual(failure('document.notFound'));
    expect(await removeText(manager, { textId: randomUUID(), lang: 'vi' })).toEqual(
      failure('document.notFound'),
    );
    expect(await removeText(manager, { textId, lang: 'en' })).toEqual(failure('request.invalid'));
    expect(await removeText(manager, { textId, lang: 'vi' })).toEqual({ ok: true, value: null });
    expect(await textsNow()).toEqual(['en']);
    expect(await test.db.select().from(bitext).where(eq(bitext.targetTextId, textId))).toEqual([]);
  });
});

describe('seedSample', () => {
  it('fills an empty database once, with its alignments queued', async () => {
    await test.db.delete(project);
    await seedSample(test.db);
    await seedSample(test.db);
    expect(await test.db.select().from(project)).toMatchObject([{ name: 'Anna Karenina', createdBy: null }]);
    const rows = await test.db.select().from(text).orderBy(text.lang);
    expect(rows.map((row) => [row.lang, row.isReference])).toEqual([
      ['en', true],
      ['ro', false],
      ['vi', false],
    ]);
    expect(await test.db.select().from(job)).toHaveLength(2);
  });
});
