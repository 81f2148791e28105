import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { event, text } from '@/db/schema';
import type { Actor } from '@/lib/bitext/can';
import type { BeadCommand } from '@/lib/bitext/commands';
import { readingOf } from '@/lib/bitext/segments';
import { brokenRules } from '@/tests/helpers/brokenRules';
import { makeProject, makeTeam } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { freshEdit, type Stored, stateOf, storeAligned } from '@/tests/helpers/storedDocument';
import { withTypeScript } from '@/tests/helpers/typescriptWorkers';
import { uploadOf } from '@/tests/helpers/uploads';
import { withoutRevisions } from '@/tests/helpers/withoutRevisions';
import { editDocument } from '../editing/editDocument';
import { takeBack } from '../editing/takeBack';
import { ExportInput } from '../export/ExportInput';
import { exportDocument } from '../export/exportDocument';
import { UNWATCHED } from '../uploads/Working';
import { previewVersion } from './previewVersion';
import { readReading } from './readReading';
import { VersionInput } from './readVersion';
import { replaceText } from './replaceText';

vi.mock('node:worker_threads', async (original) => withTypeScript(await original()));

let test: TestDb;
let stored: Stored;
let editor: Actor;
let colleague: Actor;
let onlyVi: Actor;
let viewer: Actor;
let stranger: Actor;
beforeAll(async () => {
  test = await openTestDb();
  const projectId = await makeProject(test.db);
  ({ editor, colleague, onlyVi, viewer, stranger } = await makeTeam(test.db, projectId));
});
afterAll(() => test.close());
beforeEach(async () => {
  stored = await storeAligned(test.db, editor.memberships[0]!.projectId, { seed: 7 });
});

const failure = (code: string) => ({ ok: false, error: { code } });
const EN = ['Anna came home. She wept. Nobody saw her.', 'Levin mowed all day. The sun set.'];
const VI = ['Anna về nhà. Nàng khóc.', 'Không ai thấy nàng.', 'Lê-vin cắt cỏ suốt ngày.'];
const input = (lang: string, paragraphs: string[]) =>
  VersionInput.parse({
    documentId: stored.documentId,
    lang,
    files: [uploadOf(paragraphs.join('\n\n'), `${lang}.txt`)],
    paragraphStyle: 'blankLine',
  });
const now = () => stateOf(test.db, stored);
const confirmAll = async () => {
  const state = await now();
  for (const { beads } of Object.values(state.bitexts))
    for (const bead of beads) {
      const isNull = bead.source.start === bead.source.end || bead.target.start === bead.target.end;
      const reason: BeadCommand = {
        type: 'setNull',
        bead: bead.id,
        reason: 'omitted',
        newBead: randomUUID(),
      };
      const commands: BeadCommand[] = [...(isNull ? [reason] : []), { type: 'confirm', bead: bead.id }];
      const done = await editDocument(editor, await freshEdit(test.db, stored, ...commands));
      if (!done.ok) throw new Error(done.error.code);
    }
};
const undo = (actor: Actor) => takeBack(actor, { documentId: stored.documentId, direction: 'undo' });
const redo = (actor: Actor) => takeBack(actor, { documentId: stored.documentId, direction: 'redo' });
const textIdOf = async (lang: string) =>
  Object.values((await now()).texts).find((one) => one.lang === lang)!.id;
const statusesOf = async (lang: string) =>
  (await now()).bitexts[stored.bitexts[lang]!]!.beads.map(({ status }) => status);

describe('replaceText', () => {
  it('keeps the status of beads whose words are the same, in every translation, and makes the others stale', async () => {
    await confirmAll();
    const corrected = [EN[0]!, 'Chapter two.', 'Levin mowed all day. The moon rose.'];
    const done = await replaceText(editor, input('en', corrected), UNWATCHED);
    if (!done.ok) throw new Error(done.error.code);
    const state = await now();
    expect(brokenRules(state)).toEqual([]);
    for (const bitext of Object.values(state.bitexts)) {
      const source = state.texts[bitext.sourceTextId]!;
      for (const { source: span, status } of bitext.beads) {
        const words = readingOf(source, span);
        if (words.includes('moon')) expect(status).toBe('stale');
        else if (words === 'Chapter two.') expect(status).toBe('machine');
        else expect(status).toBe('confirmed');
      }
    }
    const versions = await test.db.select().from(text).where(eq(text.documentId, stored.documentId));
    expect(
      versions
        .filter(({ lang }) => lang === 'en')
        .map(({ isCurrent }) => isCurrent)
        .sort(),
    ).toEqual([false, true]);
  });

  it('can be undone and redone, to the letter', async () => {
    await confirmAll();
    const before = await now();
    await replaceText(
      editor,
      input('vi', ['Anna về đến nhà. Nàng khóc.', 'Một đoạn thêm.', VI[2]!]),
      UNWATCHED,
    );
    const after = await now();
    expect(await undo(editor)).toMatchObject({ ok: true });
    expect(withoutRevisions(await now())).toEqual(withoutRevisions(before));
    expect(await redo(editor)).toMatchObject({ ok: true });
    expect(withoutRevisions(await now())).toEqual(withoutRevisions(after));
    const events = await test.db.select().from(event).where(eq(event.documentId, stored.documentId));
    expect(events.map(({ kind }) => kind).filter((kind) => kind !== 'edit')).toEqual([
      'reimport',
      'undo',
      'redo',
    ]);
  });

  it('goes back only when nobody has worked on what it changed since', async () => {
    await confirmAll();
    await replaceText(editor, input('vi', ['Anna về đến nhà. Nàng khóc.', VI[1]!, VI[2]!]), UNWATCHED);
    const state = await now();
    const bead = state.bitexts[stored.bitexts.vi!]!.beads.find(({ status }) => status === 'stale')!;
    const confirmed = await editDocument(
      colleague,
      await freshEdit(test.db, stored, { type: 'confirm', bead: bead.id }),
    );
    expect(confirmed).toMatchObject({ ok: true });
    expect(await undo(editor)).toMatchObject(failure('history.changedSince'));
    expect(await undo(colleague)).toMatchObject({ ok: true });
    expect(await undo(editor)).toMatchObject({ ok: true });
  });

  it('stands in the way of taking back what was done before it', async () => {
    const [bead] = (await now()).bitexts[stored.bitexts.vi!]!.beads.slice(-1);
    await editDocument(
      colleague,
      await freshEdit(test.db, stored, {
        type: 'comment',
        id: stored.documentId,
        bead: bead!.id,
        body: 'Hm.',
      }),
    );
    const state = await now();
    const vi = state.texts[stored.texts.vi!]!;
    const cut = await editDocument(
      colleague,
      await freshEdit(test.db, stored, {
        type: 'cutSegment',
        text: vi.id,
        at: vi.paragraphs[0]!.content.indexOf('Nàng'),
      }),
    );
    expect(cut).toMatchObject({ ok: true });
    await replaceText(editor, input('vi', ['Trước hết.', ...VI]), UNWATCHED);
    expect(await undo(colleague)).toMatchObject({ ok: false });
    expect(brokenRules(await now())).toEqual([]);
  });

  it('gives later exports the new words, and leaves stale beads out', async () => {
    await confirmAll();
    await replaceText(editor, input('vi', ['Anna về đến nhà. Nàng khóc.', VI[1]!, VI[2]!]), UNWATCHED);
    const exported = async (statuses: string) => {
      const values = { documentId: stored.documentId, format: 'tsv', lang: 'vi', statuses, nulls: 'keep' };
      const done = await exportDocument(viewer, ExportInput.parse(values));
      if (!(done instanceof Response)) throw new Error('no export');
      return done.text();
    };
    expect(await exported('confirmed')).not.toContain('về đến nhà');
    expect(await exported('confirmed,stale')).toContain('về đến nhà');
    expect(await statusesOf('ro')).not.toContain('stale');
  });

  it('works on a bitext that is not aligned yet, and on one text after another', async () => {
    for (const paragraphs of [['Một.', ...VI], VI.slice(1), VI])
      expect(await replaceText(editor, input('vi', paragraphs), UNWATCHED)).toMatchObject({ ok: true });
    for (const paragraphs of [['One.'], EN])
      expect(await replaceText(editor, input('en', paragraphs), UNWATCHED)).toMatchObject({ ok: true });
    expect(brokenRules(await now())).toEqual([]);
    for (let k = 0; k < 5; k++) expect(await undo(editor)).toMatchObject({ ok: true });
    expect(brokenRules(await now())).toEqual([]);
  });

  it('is for editors of all languages, and stores nothing it can not replace', async () => {
    for (const use of [previewVersion, replaceText]) {
      expect(await use(onlyVi, input('vi', ['X.']), UNWATCHED)).toEqual(failure('document.forbidden'));
      expect(await use(viewer, input('vi', ['X.']), UNWATCHED)).toEqual(failure('document.forbidden'));
      expect(await use(stranger, input('vi', ['X.']), UNWATCHED)).toEqual(failure('document.notFound'));
      expect(await use(editor, input('fr', ['X.']), UNWATCHED)).toMatchObject(failure('text.missing'));
    }
    expect(await replaceText(editor, input('vi', VI), UNWATCHED)).toEqual(failure('text.unchanged'));
    expect(await test.db.select().from(text).where(eq(text.documentId, stored.documentId))).toHaveLength(3);
  });
});

describe('readReading', () => {
  const TCVN3 = 'Ng\u00ad\u00eai d\u00a9n \u00eb H\u00b5 N\u00e9i vÉn nhí nh\u00f7ng ®ªm m\u00ada.';

  it('tells what was chosen about the text that stands, for the next file', async () => {
    const which = { documentId: stored.documentId, lang: 'vi' };
    expect(await readReading(viewer, which)).toEqual({ ok: true, value: {} });
    const html = `<html><meta charset="utf-8"><p>${TCVN3}</p><footer><p>Home</p></footer>`;
    const choices = { convertFont: 'tcvn3', boilerplate: 'leaveOut' } as const;
    const version = VersionInput.parse({ ...which, files: [uploadOf(html, 'vi.html')], ...choices });
    expect(await previewVersion(editor, version, UNWATCHED)).toMatchObject({
      value: {
        paragraphs: { after: 1 },
        fontText: { font: 'tcvn3', converted: true },
        boilerplate: { count: 1, leftOut: true },
        chapters: null,
      },
    });
    expect(await replaceText(editor, version, UNWATCHED)).toMatchObject({ ok: true });
    expect(readingOf((await now()).texts[await textIdOf('vi')]!, { start: 0, end: 10 })).toBe('Người dân ');
    expect(await readReading(viewer, which)).toEqual({ ok: true, value: choices });
    await undo(editor);
    expect(await readReading(viewer, which)).toEqual({ ok: true, value: {} });
  });

  it('shows nothing to strangers, and says which text is missing', async () => {
    const { documentId } = stored;
    expect(await readReading(stranger, { documentId, lang: 'vi' })).toEqual(failure('document.notFound'));
    expect(await readReading(viewer, { documentId, lang: 'fr' })).toMatchObject(failure('text.missing'));
  });
});

describe('previewVersion', () => {
  it('counts what becomes of the beads, and shows what differs', async () => {
    await confirmAll();
    const shown = await previewVersion(
      editor,
      input('vi', ['Anna về đến nhà. Nàng khóc.', VI[1]!, VI[2]!]),
      UNWATCHED,
    );
    expect(shown).toMatchObject({
      ok: true,
      value: {
        isSame: false,
        paragraphs: { before: 3, after: 3 },
        differences: { count: 1, shown: [{ ordinal: 1 }] },
        beads: [{ lang: 'vi', stale: 1, vouched: 1, added: 0, gone: 0 }],
      },
    });
    expect(await statusesOf('vi')).not.toContain('stale');
  });
});
