import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { event } from '@/db/schema';
import type { Actor } from '@/lib/bitext/can';
import { makeMember, makeProject, makeTeam } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { freshEdit, type Stored, stateOf, storeAligned } from '@/tests/helpers/storedDocument';
import { withTypeScript } from '@/tests/helpers/typescriptWorkers';
import { withoutRevisions } from '@/tests/helpers/withoutRevisions';
import { editDocument } from '../editing/editDocument';
import { takeBack } from '../editing/takeBack';
import { UNWATCHED } from '../uploads/Working';
import { attachAlignment } from './attachAlignment';
import { AttachInput } from './attachTask';
import { previewAttach } from './previewAttach';

vi.mock('node:worker_threads', async (original) => withTypeScript(await original()));

let test: TestDb;
let stored: Stored;
let editor: Actor;
let onlyRo: Actor;
let viewer: Actor;
let stranger: Actor;
let projectId: string;
beforeAll(async () => {
  test = await openTestDb();
  projectId = await makeProject(test.db);
  editor = await makeMember(test.db, projectId, 'editor', ['vi']);
  ({ onlyRo, viewer, stranger } = await makeTeam(test.db, projectId));
});
afterAll(() => test.close());
beforeEach(async () => {
  stored = await storeAligned(test.db, projectId);
});

const folder = mkdtempSync(join(tmpdir(), 'attach-'));
let uploads = 0;
/** Five English sentences and three Vietnamese paragraphs: one bead a paragraph. */
const LADDER = '0\t0\t1\n2\t1\t1\n3\t2\t1\n5\t3\t1\n';
const input = (content: string, more: object = {}) => {
  const path = join(folder, String(uploads++));
  writeFileSync(path, content);
  return AttachInput.parse({
    documentId: stored.documentId,
    bitextId: stored.bitexts.vi,
    files: [{ name: 'a.ladder', path, bytes: content.length }],
    ...more,
  });
};
const vietnamese = async () => (await stateOf(test.db, stored)).bitexts[stored.bitexts.vi!]!.beads;
const events = () =>
  test.db.select().from(event).where(eq(event.documentId, stored.documentId)).orderBy(desc(event.seq));

describe('attachAlignment', () => {
  it('puts the alignment of a file in the place of the old one, as one event that can be undone and redone', async () => {
    const before = await stateOf(test.db, stored);
    const attached = await attachAlignment(editor, input(LADDER), UNWATCHED);
    expect(attached).toMatchObject({ ok: true });
    expect(await vietnamese()).toHaveLength(3);
    expect((await vietnamese()).every(({ status }) => status === 'machine')).toBe(true);
    const [last] = await events();
    expect(last).toMatchObject({ kind: 'attach', actorId: editor.id });
    const after = await stateOf(test.db, stored);
    expect(await takeBack(editor, { documentId: stored.documentId, direction: 'undo' })).toMatchObject({
      ok: true,
    });
    expect(withoutRevisions(await stateOf(test.db, stored))).toEqual(withoutRevisions(before));
    expect(await takeBack(editor, { documentId: stored.documentId, direction: 'redo' })).toMatchObject({
      ok: true,
    });
    expect(withoutRevisions(await stateOf(test.db, stored))).toEqual(withoutRevisions(after));
  });
  it('cuts segments where the file counts sentences, and undo takes the cuts back', async () => {
    const cuts = async () => (await stateOf(test.db, stored)).texts[stored.texts.vi!]!.borders.length;
    const before = await cuts();
    const fine = '0\t0\n1\t1\n2\t2\n3\t3\n4\t4\n5\t4\n';
    expect(await attachAlignment(editor, input(fine), UNWATCHED)).toMatchObject({ ok: true });
    expect(await cuts()).toBe(before + 1);
    await takeBack(editor, { documentId: stored.documentId, direction: 'undo' });
    expect(await cuts()).toBe(before);
  });
  it('leaves confirmed beads as walls, unless it is told to replace them', async () => {
    await attachAlignment(editor, input(LADDER), UNWATCHED);
    const [, middle] = await vietnamese();
    await editDocument(editor, await freshEdit(test.db, stored, { type: 'confirm', bead: middle.id }));
    const other = '0\t0\n1\t1\n4\t2\n5\t3\n';
    expect(await previewAttach(editor, input(other), UNWATCHED)).toMatchObject({ value: { lockedGone: 0 } });
    expect(await previewAttach(editor, input(other, { replaceLocked: 'yes' }), UNWATCHED)).toMatchObject({
      value: { lockedGone: 1, made: 3 },
    });
    await attachAlignment(editor, input(other), UNWATCHED);
    expect((await vietnamese()).map(({ id }) => id)).toContain(middle.id);
    await attachAlignment(editor, input(other, { replaceLocked: 'yes' }), UNWATCHED);
    expect((await vietnamese()).map(({ id }) => id)).not.toContain(middle.id);
  });
  it('changes nothing and writes no event when the file says what is there', async () => {
    await attachAlignment(editor, input(LADDER), UNWATCHED);
    const before = await events();
    expect(await attachAlignment(editor, input(LADDER), UNWATCHED)).toEqual({
      ok: true,
      value: { eventId: null, made: 0, gone: 0 },
    });
    expect(await events()).toEqual(before);
  });
  it('refuses a file of other texts with both counts, and stores nothing', async () => {
    const before = await stateOf(test.db, stored);
    expect(await attachAlignment(editor, input('0\t0\n9\t9\n'), UNWATCHED)).toMatchObject({
      error: { code: 'attach.countsDiffer', params: { first: 9, second: 9, source: 5, target: 3 } },
    });
    expect(await stateOf(test.db, stored)).toEqual(before);
  });
  it.each([
    ['strangers', () => stranger, 'document.notFound'],
    ['viewers', () => viewer, 'bead.forbidden'],
    ['editors of another language', () => onlyRo, 'bead.forbidden'],
  ])('refuses %s', async (_, who, code) => {
    expect(await attachAlignment(who(), input(LADDER), UNWATCHED)).toEqual({ ok: false, error: { code } });
  });
  it('does not know a bitext of another document', async () => {
    const other = await storeAligned(test.db, projectId);
    const wrong = input(LADDER, { bitextId: other.bitexts.vi });
    expect(await attachAlignment(editor, wrong, UNWATCHED)).toEqual({
      ok: false,
      error: { code: 'bitext.notFound' },
    });
  });
});

describe('previewAttach', () => {
  it('counts what would change and shows it, and stores nothing', async () => {
    const before = await stateOf(test.db, stored);
    expect(await previewAttach(editor, input(LADDER), UNWATCHED)).toMatchObject({
      ok: true,
      value: {
        format: 'hunalign',
        order: 'sourceFirst',
        made: expect.any(Number),
        cuts: { source: 0, target: 0 },
      },
    });
    expect(await stateOf(test.db, stored)).toEqual(before);
  });
});
