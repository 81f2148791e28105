import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { comment, event } from '@/db/schema';
import type { Actor } from '@/lib/bitext/can';
import type { BeadCommand } from '@/lib/bitext/commands';
import { type Bead, isNull } from '@/lib/bitext/types';
import { brokenRules } from '@/tests/helpers/brokenRules';
import { makeMember, makeProject, makeTeam } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { beadsIn, freshEdit, type Stored, stateOf, storeAligned } from '@/tests/helpers/storedDocument';
import { withoutRevisions } from '@/tests/helpers/withoutRevisions';
import { editDocument } from './editDocument';
import { takeBack } from './takeBack';

let test: TestDb;
let stored: Stored;
let editor: Actor;
let colleague: Actor;
let reviewer: Actor;
let beads: Bead[];
let two: Bead;
beforeAll(async () => {
  test = await openTestDb();
  const projectId = await makeProject(test.db);
  ({ editor, colleague, reviewer } = await makeTeam(test.db, projectId));
});
afterAll(() => test.close());
beforeEach(async () => {
  stored = await storeAligned(test.db, editor.memberships[0]!.projectId, { seed: 8 });
  beads = await beadsIn(test.db, stored, 'vi');
  two = beads.find((bead) => !isNull(bead))!;
});

async function give(actor: Actor, ...commands: BeadCommand[]): Promise<void> {
  const done = await editDocument(actor, await freshEdit(test.db, stored, ...commands));
  if (!done.ok) throw new Error(done.error.code);
}
const undo = (actor: Actor) => takeBack(actor, { documentId: stored.documentId, direction: 'undo' });
const redo = (actor: Actor) => takeBack(actor, { documentId: stored.documentId, direction: 'redo' });
const now = async () => withoutRevisions(await stateOf(test.db, stored));
const failure = (code: string) => ({ ok: false, error: { code } });
const refusedBecauseOf = ({ name }: Actor, command: string) => ({
  ok: false,
  error: { code: 'history.changedSince', params: { name, command, at: expect.any(String) } },
});

describe('takeBack', () => {
  it('undoes and redoes step by step, back to the first state and forth to the last', async () => {
    const states = [await now()];
    const steps: BeadCommand[] = [
      { type: 'join', bead: beads[1]!.id },
      { type: 'cutSegment', text: stored.texts.vi!, at: 5 },
      { type: 'correct', text: stored.texts.vi!, start: 5, reading: 'về!' },
      { type: 'dispute', bead: beads[0]!.id, id: randomUUID(), body: 'Hm.' },
    ];
    for (const step of steps) {
      await give(editor, step);
      states.push(await now());
    }
    for (const [k, state] of [...states.slice(0, -1).entries()].reverse()) {
      // What is taken back is named.
      expect(await undo(editor)).toMatchObject({ ok: true, value: { took: [steps[k]!.type] } });
      expect(await now()).toEqual(state);
    }
    expect(await undo(editor)).toEqual(failure('history.nothing'));
    for (const [k, state] of states.slice(1).entries()) {
      expect(await redo(editor)).toMatchObject({ ok: true, value: { took: [steps[k]!.type] } });
      expect(await now()).toEqual(state);
    }
    expect(await redo(editor)).toEqual(failure('history.nothingToRedo'));
  });

  it('signs every step in the history', async () => {
    await give(editor, { type: 'confirm', bead: two.id });
    await undo(editor);
    await redo(editor);
    const rows = await test.db
      .select()
      .from(event)
      .where(eq(event.documentId, stored.documentId))
      .orderBy(event.seq);
    expect(rows.map((row) => [row.kind, row.actorId, row.takesBack])).toEqual([
      ['edit', editor.id, null],
      ['undo', editor.id, rows[0]!.id],
      ['redo', editor.id, rows[1]!.id],
    ]);
  });

  it('forgets what could be redone after a new edit', async () => {
    await give(editor, { type: 'confirm', bead: two.id });
    await undo(editor);
    await give(editor, { type: 'comment', bead: two.id, id: randomUUID(), body: 'Hm.' });
    expect(await redo(editor)).toEqual(failure('history.nothingToRedo'));
  });

  it("takes back one's own steps only", async () => {
    await give(editor, { type: 'confirm', bead: two.id });
    expect(await undo(colleague)).toEqual(failure('history.nothing'));
  });

  it('is refused when somebody changed the same bead since, and says who', async () => {
    await give(editor, { type: 'confirm', bead: two.id });
    await give(reviewer, { type: 'approve', bead: two.id });
    const state = await now();
    expect(await undo(editor)).toEqual(refusedBecauseOf(reviewer, 'approve'));
    expect(await now()).toEqual(state);
  });

  it('is not refused, and blames nobody, for what was there before', async () => {
    await give(colleague, { type: 'confirm', bead: two.id });
    await give(editor, { type: 'reopen', bead: two.id });
    expect((await undo(editor)).ok).toBe(true);
  });

  it('names who drew a bead on the cut that was to go', async () => {
    const [source, at] = [stored.texts.vi!, two.target.start + 1];
    await give(editor, { type: 'cutSegment', text: source, at });
    await give(colleague, {
      type: 'cut',
      bead: two.id,
      sourceAt: two.source.end,
      targetAt: at,
      newBead: randomUUID(),
    });
    expect(await undo(editor)).toEqual(refusedBecauseOf(colleague, 'cut'));
  });

  it('never puts a bead on a border that is gone', async () => {
    const source = stored.texts.en!;
    const state = await stateOf(test.db, stored);
    // Free one border of everybody's beads but one, take that bead off it, and let somebody join there.
    const sentences = state.texts[source]!.borders.filter((b) => b.kind === 'sentence').map((b) => b.at);
    const border = beads.map((bead) => bead.source.start).find((at) => sentences.includes(at))!;
    await clear('ro', border);
    for (let bead = (await standingOn('vi', border))[1]; bead; bead = (await standingOn('vi', border))[1])
      await give(colleague, { type: 'join', bead: bead.id });
    const [last] = await standingOn('vi', border);
    await give(editor, { type: 'join', bead: last!.id });
    await give(colleague, { type: 'joinSegments', text: source, at: border });
    expect(await undo(editor)).toEqual(refusedBecauseOf(colleague, 'joinSegments'));
    expect(brokenRules(await stateOf(test.db, stored))).toEqual([]);
  });

  it('never puts a correction over a cut, nor a border into a correction', async () => {
    const text = stored.texts.vi!;
    await give(editor, { type: 'correct', text, start: 0, reading: 'Annika về nhà. Nàng khóc.' });
    await give(editor, { type: 'correct', text, start: 0, reading: 'Anna về nhà. Nàng khóc.' });
    await give(colleague, { type: 'cutSegment', text, at: 5 });
    await give(colleague, { type: 'correct', text, start: 5, reading: 'đến nhà rồi. Nàng khóc.' });
    const undone = await undo(editor);
    expect(undone.ok || undone.error.code).toBe(true);
    expect(brokenRules(await stateOf(test.db, stored))).toEqual([]);
  });

  it("takes the others' comments along to the bead that stays, and back", async () => {
    const newBead = randomUUID();
    await give(editor, {
      type: 'cut',
      bead: two.id,
      sourceAt: two.source.end,
      targetAt: two.target.start,
      newBead,
    });
    await give(colleague, { type: 'dispute', bead: newBead, id: randomUUID(), body: 'No.' });
    const beadOfComment = async () =>
      (await test.db.select().from(comment).where(eq(comment.authorId, colleague.id))).at(-1)?.beadId;
    expect((await undo(editor)).ok).toBe(true);
    expect(await beadOfComment()).toBe(two.id);
    expect((await redo(editor)).ok).toBe(true);
    expect(await beadOfComment()).toBe(newBead);
  });

  it('approves nothing again that is disputed by now', async () => {
    await give(editor, { type: 'confirm', bead: two.id });
    await give(reviewer, { type: 'approve', bead: two.id });
    await undo(reviewer);
    await give(colleague, { type: 'dispute', bead: two.id, id: randomUUID(), body: 'No.' });
    expect(await redo(reviewer)).toEqual(failure('bead.disputed'));
  });

  it('needs the same right as the edit, as it is now', async () => {
    await give(reviewer, { type: 'confirm', bead: two.id });
    const memberships = [{ ...reviewer.memberships[0]!, role: 'editor' as const, langs: ['ro'] }];
    expect(await undo({ ...reviewer, memberships })).toEqual(failure('bead.forbidden'));
    expect(
      await undo({ ...reviewer, memberships: [{ ...memberships[0]!, role: 'viewer', langs: null }] }),
    ).toEqual(failure('bead.forbidden'));
    const stranger = await makeMember(test.db, await makeProject(test.db), 'manager');
    expect(await undo(stranger)).toEqual(failure('document.notFound'));
    expect(await undo({ ...reviewer, memberships: [] })).toEqual(failure('document.notFound'));
    expect((await undo(reviewer)).ok).toBe(true);
  });
});

const standingOn = async (lang: string, at: number) =>
  (await beadsIn(test.db, stored, lang)).filter((bead) => bead.source.start === at && at > 0);

/** Joins beads of a language until none of them starts at `at`. */
async function clear(lang: string, at: number): Promise<void> {
  for (let [bead] = await standingOn(lang, at); bead; [bead] = await standingOn(lang, at))
    await give(colleague, { type: 'join', bead: bead.id });
}
