import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/bitext/can';
import type { BeadCommand } from '@/lib/bitext/commands';
import { type Bead, isNull } from '@/lib/bitext/types';
import { makeProject, makeTeam } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { beadsIn, freshEdit, type Stored, stateOf, storeAligned } from '@/tests/helpers/storedDocument';
import { withoutRevisions } from '@/tests/helpers/withoutRevisions';
import { editDocument } from './editDocument';
import { readBeadHistory } from './readBeadHistory';
import { revertEdit } from './revertEdit';
import { takeBack } from './takeBack';

let test: TestDb;
let stored: Stored;
let editor: Actor;
let colleague: Actor;
let viewer: Actor;
let stranger: Actor;
let bead: Bead;
beforeAll(async () => {
  test = await openTestDb();
  const projectId = await makeProject(test.db);
  ({ editor, colleague, viewer, stranger } = await makeTeam(test.db, projectId));
});
afterAll(() => test.close());
beforeEach(async () => {
  stored = await storeAligned(test.db, editor.memberships[0]!.projectId, { seed: 8 });
  bead = (await beadsIn(test.db, stored, 'vi')).find((one) => !isNull(one))!;
});

const give = async (actor: Actor, ...commands: BeadCommand[]): Promise<string> => {
  const input = await freshEdit(test.db, stored, ...commands);
  expect((await editDocument(actor, input)).ok).toBe(true);
  return input.editId;
};
const now = async () => withoutRevisions(await stateOf(test.db, stored)).bitexts;
const revert = (actor: Actor, eventId: string) =>
  revertEdit(actor, { documentId: stored.documentId, eventId });

describe('revertEdit', () => {
  it('takes back what somebody else did, signs it, and can be undone in turn', async () => {
    const before = await now();
    const eventId = await give(editor, { type: 'confirm', bead: bead.id });
    const confirmed = await now();
    expect((await revert(colleague, eventId)).ok).toBe(true);
    expect(await now()).toEqual(before);
    const history = await readBeadHistory(viewer, { documentId: stored.documentId, beadId: bead.id });
    expect(history.ok && history.value.map(({ kind, actor }) => [kind, actor])).toEqual([
      ['revert', colleague.name],
      ['edit', editor.name],
    ]);
    expect((await takeBack(colleague, { documentId: stored.documentId, direction: 'undo' })).ok).toBe(true);
    expect(await now()).toEqual(confirmed);
    // It was not the editor's: their own stack is as it was, and names who came after.
    const undone = await takeBack(editor, { documentId: stored.documentId, direction: 'undo' });
    expect(undone.ok).toBe(true);
    expect(await now()).toEqual(before);
  });

  it('leaves comments alone, and refuses what would undo later work', async () => {
    const remark = await give(editor, { type: 'comment', bead: bead.id, id: randomUUID(), body: 'Why?' });
    expect(await revert(colleague, remark)).toEqual({
      ok: false,
      error: { code: 'history.nothingToRevert' },
    });
    const first = await give(editor, { type: 'confirm', bead: bead.id });
    await give(colleague, { type: 'reopen', bead: bead.id });
    expect(await revert(editor, first)).toMatchObject({
      ok: false,
      error: { code: 'history.changedSince', params: { name: colleague.name, command: 'reopen' } },
    });
  });

  it('is refused to those without the right, and unknown to strangers', async () => {
    const eventId = await give(editor, { type: 'confirm', bead: bead.id });
    expect(await revert(viewer, eventId)).toEqual({ ok: false, error: { code: 'bead.forbidden' } });
    expect(await revert(stranger, eventId)).toEqual({ ok: false, error: { code: 'document.notFound' } });
    expect(await revert(editor, randomUUID())).toEqual({
      ok: false,
      error: { code: 'history.nothingToRevert' },
    });
  });
});
