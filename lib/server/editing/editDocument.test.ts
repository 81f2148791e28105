import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { event } from '@/db/schema';
import type { Actor } from '@/lib/bitext/can';
import { BeadCommand } from '@/lib/bitext/commands';
import type { Bead, NullReason } from '@/lib/bitext/types';
import { isNull } from '@/lib/bitext/types';
import { brokenRules } from '@/tests/helpers/brokenRules';
import { makeMember, makeProject, makeTeam } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { beadsIn, freshEdit, type Stored, stateOf, storeAligned } from '@/tests/helpers/storedDocument';
import { editDocument } from './editDocument';
import { readBeadHistory } from './readBeadHistory';

let test: TestDb;
let stored: Stored;
let editor: Actor;
let colleague: Actor;
let reviewer: Actor;
let onlyVi: Actor;
let viewer: Actor;
let stranger: Actor;
let beads: Bead[];
let two: Bead;
beforeAll(async () => {
  test = await openTestDb();
  const projectId = await makeProject(test.db);
  ({ editor, colleague, reviewer, onlyVi, viewer, stranger } = await makeTeam(test.db, projectId));
});
afterAll(() => test.close());
beforeEach(async () => {
  stored = await storeAligned(test.db, editor.memberships[0]!.projectId, { seed: 8 });
  beads = await beadsIn(test.db, stored, 'vi');
  two = beads.find((bead) => !isNull(bead))!;
});

const give = async (actor: Actor, ...commands: BeadCommand[]) =>
  editDocument(actor, await freshEdit(test.db, stored, ...commands));
const find = async (id: string) => (await beadsIn(test.db, stored, 'vi')).find((bead) => bead.id === id);
const events = () => test.db.select().from(event).where(eq(event.documentId, stored.documentId));
const failure = (code: string) => ({ ok: false, error: { code } });

describe('editDocument', () => {
  it('stores what was done with its history row', async () => {
    const input = await freshEdit(test.db, stored, { type: 'confirm', bead: two.id });
    expect(await editDocument(editor, input)).toMatchObject({ ok: true, value: { eventId: input.editId } });
    expect(await find(two.id)).toMatchObject({
      status: 'confirmed',
      authors: [editor.id],
      revision: two.revision + 1,
    });
    expect(await events()).toMatchObject([
      { id: input.editId, kind: 'edit', actorId: editor.id, commands: input.commands, takesBack: null },
    ]);
  });

  it.each<BeadCommand['type']>(
    BeadCommand.options.map((option) => option.shape.type.value) as BeadCommand['type'][],
  )('carries out %s', async (type) => {
    const { prepare = [], command, by = editor } = await wish(type);
    for (const one of prepare) expect(await give(editor, one)).toMatchObject({ ok: true });
    const before = await stateOf(test.db, stored);
    const done = await give(by, command);
    expect(done).toMatchObject({ ok: true, value: { eventId: expect.any(String) } });
    const after = await stateOf(test.db, stored);
    expect(after).not.toEqual(before);
    expect(brokenRules(after)).toEqual([]);
    for (const [id, { paragraphs }] of Object.entries(after.texts))
      expect(paragraphs).toEqual(before.texts[id]!.paragraphs);
  });

  it('counts an edit that is sent twice once', async () => {
    const input = await freshEdit(test.db, stored, {
      type: 'comment',
      bead: two.id,
      id: randomUUID(),
      body: 'Why?',
    });
    const first = await editDocument(editor, input);
    const state = await stateOf(test.db, stored);
    expect(await editDocument(editor, input)).toEqual(first);
    expect(await stateOf(test.db, stored)).toEqual(state);
    expect(await events()).toHaveLength(1);
    expect(await editDocument(colleague, input)).toEqual(failure('bead.stale'));
  });

  it('stores nothing when one of several commands cannot be carried out', async () => {
    const before = await stateOf(test.db, stored);
    const done = await give(
      editor,
      { type: 'confirm', bead: two.id },
      { type: 'approve', bead: randomUUID() },
    );
    expect(done.ok).toBe(false);
    expect(await stateOf(test.db, stored)).toEqual(before);
    expect(await events()).toEqual([]);
  });

  it('looks like a missing document to strangers', async () => {
    const input = await freshEdit(test.db, stored, { type: 'confirm', bead: two.id });
    expect(await editDocument(stranger, input)).toEqual(failure('document.notFound'));
    const missing = { ...input, documentId: randomUUID() };
    expect(await editDocument(editor, missing)).toEqual(failure('document.notFound'));
  });

  it('keeps to roles and languages', async () => {
    const ro = (await beadsIn(test.db, stored, 'ro'))[0]!;
    const cut = (lang: string, at: number) => ({
      type: 'cutSegment' as const,
      text: stored.texts[lang]!,
      at,
    });
    expect(await give(viewer, { type: 'confirm', bead: two.id })).toEqual(failure('bead.forbidden'));
    expect(await give(viewer, { type: 'confirm', bead: randomUUID() })).toEqual(failure('bead.forbidden'));
    expect(await give(editor, { type: 'approve', bead: two.id })).toEqual(failure('bead.forbidden'));
    expect(await give(onlyVi, { type: 'confirm', bead: ro.id })).toEqual(failure('bead.forbidden'));
    expect(await give(onlyVi, cut('en', 4))).toEqual(failure('bead.forbidden'));
    expect(await give(onlyVi, cut('ro', 4))).toEqual(failure('bead.forbidden'));
    expect((await give(onlyVi, cut('vi', 5))).ok).toBe(true);
    expect((await give(onlyVi, { type: 'confirm', bead: two.id })).ok).toBe(true);
  });

  it("never reaches another document's beads and texts", async () => {
    const other = await storeAligned(test.db, stored.projectId, { seed: 8 });
    const [theirs] = await beadsIn(test.db, other, 'vi');
    expect(await give(editor, { type: 'confirm', bead: theirs!.id })).toEqual(failure('bead.notFound'));
    expect(await give(editor, { type: 'cutSegment', text: other.texts.vi!, at: 5 })).toEqual(
      failure('segment.badCut'),
    );
  });

  it('refuses what rests on an older revision, and says who was faster', async () => {
    const command = { type: 'confirm' as const, bead: two.id };
    const stale = await freshEdit(test.db, stored, command);
    expect((await give(colleague, command)).ok).toBe(true);
    const slow = await editDocument(editor, { ...stale, commands: [{ type: 'reopen', bead: two.id }] });
    expect(slow).toEqual({
      ok: false,
      error: { code: 'bead.changedByOther', params: { name: colleague.name, at: expect.any(String) } },
    });
    expect(await find(two.id)).toMatchObject({ status: 'confirmed' });
    expect(
      await editDocument(colleague, {
        ...stale,
        editId: randomUUID(),
        commands: [{ type: 'reopen', bead: two.id }],
      }),
    ).toMatchObject(failure('bead.stale'));
  });

  it('refuses to touch a bead that was not seen', async () => {
    const input = await freshEdit(test.db, stored, { type: 'join', bead: beads[1]!.id });
    const { [beads[0]!.id]: _, ...seen } = input.seen;
    expect(await editDocument(editor, { ...input, seen })).toEqual(failure('bead.stale'));
    expect(await beadsIn(test.db, stored, 'vi')).toEqual(beads);
  });

  it('says who took a bead away', async () => {
    const stale = await freshEdit(test.db, stored, { type: 'confirm', bead: beads[1]!.id });
    expect((await give(colleague, { type: 'join', bead: beads[1]!.id })).ok).toBe(true);
    expect(await editDocument(editor, stale)).toMatchObject({
      error: { code: 'bead.changedByOther', params: { name: colleague.name, at: expect.any(String) } },
    });
  });

  it('lets nobody approve their own work, unless the project does', async () => {
    expect((await give(reviewer, { type: 'confirm', bead: two.id })).ok).toBe(true);
    expect(await give(reviewer, { type: 'approve', bead: two.id })).toEqual(failure('bead.ownWork'));
    const selfReview = await makeProject(test.db, { selfReview: true });
    stored = await storeAligned(test.db, selfReview, { seed: 8 });
    const own = (await beadsIn(test.db, stored, 'vi')).find((bead) => !isNull(bead))!;
    const trusted = await makeMember(test.db, selfReview, 'reviewer');
    expect(
      (await give(trusted, { type: 'confirm', bead: own.id }, { type: 'approve', bead: own.id })).ok,
    ).toBe(true);
    expect(await find(own.id)).toMatchObject({ status: 'self-reviewed' });
  });

  it('refuses what the database could not store', () => {
    const correct = { type: 'correct', text: stored.texts.vi!, start: 0 };
    for (const reading of ['a\0b', '\ud800', 'x\udc00'])
      expect(BeadCommand.safeParse({ ...correct, reading }).success).toBe(false);
    expect(BeadCommand.safeParse({ ...correct, reading: '🙂 tiếng\n' }).success).toBe(true);
  });
});

describe('readBeadHistory', () => {
  it('says who did what, newest first, also for a cut under the bead', async () => {
    await give(editor, { type: 'confirm', bead: two.id });
    await give(colleague, { type: 'cutSegment', text: stored.texts.vi!, at: two.target.start + 1 });
    await give(reviewer, { type: 'approve', bead: two.id });
    expect(await readBeadHistory(viewer, { documentId: stored.documentId, beadId: two.id })).toMatchObject({
      ok: true,
      value: [
        { actor: reviewer.name, commands: ['approve'], before: 'confirmed', after: 'approved' },
        { actor: colleague.name, commands: ['cutSegment'], before: null, after: null },
        { actor: editor.name, commands: ['confirm'], before: 'machine', after: 'confirmed' },
      ],
    });
    const hidden = { documentId: stored.documentId, beadId: two.id };
    expect(await readBeadHistory(stranger, hidden)).toEqual(failure('document.notFound'));
  });
});

/** A command of this type that can be carried out, and what has to happen before. */
async function wish(
  type: BeadCommand['type'],
): Promise<{ prepare?: BeadCommand[]; command: BeadCommand; by?: Actor }> {
  const [id, newBead, bead] = [randomUUID(), randomUUID(), two.id];
  const [first, second] = [beads[0]!.id, beads[1]!.id];
  const reason: NullReason = 'omitted';
  const [whole, text] = [{ type: 'join' as const, bead: second }, stored.texts.vi!];
  const confirm = { type: 'confirm' as const, bead };
  switch (type) {
    case 'confirm':
      return { command: confirm };
    case 'confirmAll':
      return { command: { type, beads: [bead] } };
    case 'reopen':
      return { prepare: [confirm], command: { type, bead } };
    case 'pullUp':
    case 'pushDown':
    case 'moveBorder': {
      const k = beads.findIndex(
        (b, n) =>
          beads[n + 1] &&
          b.source.start < beads[n + 1]!.source.end &&
          b.source.end > 0 &&
          !isNull(beads[n + 1]!),
      );
      const [one, next] = [beads[k]!, beads[k + 1]!];
      const pull = { type: 'pullUp' as const, bead: one.id, side: 'source' as const };
      if (type === 'pullUp') return { command: pull };
      if (type === 'pushDown') return { prepare: [pull], command: { ...pull, type } };
      return { command: { type, bead: one.id, side: 'source', at: next.source.end } };
    }
    case 'join':
      return { command: whole };
    case 'cut':
      return { command: { type, bead, sourceAt: two.source.end, targetAt: two.target.start, newBead } };
    case 'redraw': {
      const [one, other] = [beads[0]!, beads[1]!];
      const span = (side: 'source' | 'target') => ({ start: one[side].start, end: other[side].end });
      const made = { id: newBead, source: span('source'), target: span('target'), confidence: null };
      return { command: { type, beads: [first, second], made: [made] } };
    }
    case 'setNull':
      return { command: { type, bead, reason, newBead } };
    case 'cutSegment':
      return { command: { type, text, at: 5 } };
    case 'joinSegments':
      return { prepare: [{ type: 'cutSegment', text, at: 5 }], command: { type, text, at: 5 } };
    case 'correct':
      return { command: { type, text, start: 0, reading: 'Anna về đến nhà. 🙂' } };
    case 'comment':
    case 'dispute':
      return { command: { type, bead: first, id, body: 'Why?' } };
    case 'resolve':
      return { prepare: [{ type: 'dispute', bead, id, body: 'No.' }], command: { type, bead, comment: id } };
    case 'approve':
      return { prepare: [confirm], command: { type, bead }, by: reviewer };
    case 'return':
      return { prepare: [confirm], command: { type, bead, id, body: 'Look again.' }, by: reviewer };
  }
}
