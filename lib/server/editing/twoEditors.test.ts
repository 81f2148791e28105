import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as alignments from '@/db/queries/alignments';
import { asOfOneMoment } from '@/db/queries/asOfOneMoment';
import { applyCommands } from '@/lib/bitext/applyCommands';
import type { Actor } from '@/lib/bitext/can';
import { brokenRules } from '@/tests/helpers/brokenRules';
import { makeMember, makeProject } from '@/tests/helpers/builders';
import { onServer, openTestDb, type TestDb } from '@/tests/helpers/db';
import { commandOf, intentFrom } from '@/tests/helpers/randomCommand';
import { seeded } from '@/tests/helpers/randomDocument';
import { beadsIn, freshEdit, seenIn, stateOf, storeAligned } from '@/tests/helpers/storedDocument';
import { withoutRevisions } from '@/tests/helpers/withoutRevisions';
import { editDocument } from './editDocument';
import { takeBack } from './takeBack';

const COMMANDS = 300;

let test: TestDb;
let projectId: string;
let people: [Actor, Actor];
beforeAll(async () => {
  test = await openTestDb();
  projectId = await makeProject(test.db);
  people = [
    await makeMember(test.db, projectId, 'reviewer'),
    await makeMember(test.db, projectId, 'reviewer'),
  ];
});
afterAll(() => test.close());

describe('two editors in one document', () => {
  it(`do ${COMMANDS} things as the reducer would on the whole document, and undo them all`, async () => {
    const stored = await storeAligned(test.db, projectId, { seed: 3 });
    let state = await stateOf(test.db, stored);
    const start = withoutRevisions(state);
    const random = seeded(20);
    const done: Actor[] = [];
    for (let n = 0; n < COMMANDS; n++) {
      const wish = intentFrom(random);
      const command = reidentified(commandOf(state, wish, n));
      const actor = people[wish.by]!;
      const input = {
        documentId: stored.documentId,
        editId: randomUUID(),
        seen: seenIn(state),
        commands: [command],
      };
      const result = await editDocument(actor, input);
      const at = new Date().toISOString();
      const expected = applyCommands(state, [command], { actorId: actor.id, at, selfReview: false });
      if (!expected.ok) expect(result).toEqual(expected);
      else if (result.ok) {
        if (result.value.eventId) done.push(actor);
        state = await stateOf(test.db, stored);
        expect(timeless(withoutRevisions(state))).toEqual(timeless(withoutRevisions(expected.value.state)));
        expect(brokenRules(state)).toEqual([]);
      } else throw new Error(`${command.type}: ${result.error.code}`);
    }
    expect(done.length).toBeGreaterThan(COMMANDS / 4);
    for (const actor of done.reverse())
      expect(await takeBack(actor, { documentId: stored.documentId, direction: 'undo' })).toMatchObject({
        ok: true,
      });
    expect(withoutRevisions(await stateOf(test.db, stored))).toEqual(start);
  });

  it('at once on one bead: one wins, the other learns who it was', async () => {
    const stored = await storeAligned(test.db, projectId, { seed: 3 });
    const [, bead] = await beadsIn(test.db, stored, 'vi');
    const input = await freshEdit(test.db, stored, { type: 'join', bead: bead!.id });
    const results = await Promise.all(
      people.map((actor) => editDocument(actor, { ...input, editId: randomUUID() })),
    );
    const winner = people[results.findIndex((result) => result.ok)]!;
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toEqual({
      ok: false,
      error: { code: 'bead.changedByOther', params: { name: winner.name, at: expect.any(String) } },
    });
  });

  it('at once on different beads: both win', async () => {
    const stored = await storeAligned(test.db, projectId, { seed: 3 });
    const [bead] = await beadsIn(test.db, stored, 'vi');
    const [other] = await beadsIn(test.db, stored, 'ro');
    const inputs = await Promise.all(
      [bead!, other!].map((b) =>
        freshEdit(test.db, stored, { type: 'setNull', bead: b.id, reason: 'omitted', newBead: randomUUID() }),
      ),
    );
    const results = await Promise.all(people.map((actor, k) => editDocument(actor, inputs[k]!)));
    expect(results.map((result) => result.ok)).toEqual([true, true]);
  });
});

// The embedded database has one connection: nobody can come in between there.
describe.runIf(onServer())('asOfOneMoment', () => {
  it('does not see what is committed while it reads', async () => {
    const stored = await storeAligned(test.db, projectId, { seed: 3 });
    const [bead] = await beadsIn(test.db, stored, 'vi');
    const input = await freshEdit(test.db, stored, {
      type: 'setNull',
      bead: bead!.id,
      reason: 'omitted',
      newBead: randomUUID(),
    });
    await asOfOneMoment(test.db, async (tx) => {
      const before = await alignments.load(tx, stored.documentId);
      expect((await editDocument(people[0], input)).ok).toBe(true);
      expect(await alignments.load(tx, stored.documentId)).toEqual(before);
    });
    expect(await beadsIn(test.db, stored, 'vi')).not.toContainEqual(bead);
  });
});

/** Ids of new things that no other test makes. */
function reidentified<C extends object>(command: C): C {
  const fresh = { ...command } as Record<string, unknown>;
  if ('newBead' in command) fresh.newBead = randomUUID();
  if ('body' in command) fresh.id = randomUUID();
  return fresh as C;
}

/** The server has a clock of its own. */
const timeless = <S extends { comments: readonly { createdAt: string; id: string }[] }>(state: S): S => ({
  ...state,
  comments: state.comments.map((c) => ({ ...c, createdAt: '' })).sort((a, b) => (a.id < b.id ? -1 : 1)),
});
