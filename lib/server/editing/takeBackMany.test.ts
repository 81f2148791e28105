import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as alignments from '@/db/queries/alignments';
import * as changes from '@/db/queries/changes';
import * as history from '@/db/queries/history';
import type { Actor } from '@/lib/bitext/can';
import { NO_CHANGE } from '@/lib/bitext/change';
import { brokenRules } from '@/tests/helpers/brokenRules';
import { makeProject, makeTeam } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { beadsIn, freshEdit, type Stored, stateOf, storeAligned } from '@/tests/helpers/storedDocument';
import { withoutRevisions } from '@/tests/helpers/withoutRevisions';
import { editDocument } from './editDocument';
import { takeBack } from './takeBack';

const PARAGRAPHS = 4000;
const BEADS = 3000;
const LIMIT_MS = 5000;

let test: TestDb;
let editor: Actor;
let colleague: Actor;
let stored: Stored;
beforeAll(async () => {
  test = await openTestDb();
  const projectId = await makeProject(test.db);
  ({ editor, colleague } = await makeTeam(test.db, projectId));
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, k) => `Paragraph ${k}.`);
  stored = await storeAligned(test.db, projectId, { contents: { en: paragraphs, vi: paragraphs } });
});
afterAll(() => test.close());

/** As a realignment does: many beads go, others come. */
async function realign(): Promise<void> {
  await test.db.transaction(async (tx) => {
    const [place] = await alignments.bitextsOf(tx, stored.documentId);
    const old = (await alignments.beadsOf(tx, place!.id)).slice(0, BEADS);
    const halves = old.flatMap((bead, k) => (k % 2 ? [] : [[bead, old[k + 1] ?? bead] as const]));
    const drawn = halves.map(([one, other]) => ({
      ...one,
      id: randomUUID(),
      source: { start: one.source.start, end: other.source.end },
      target: { start: one.target.start, end: other.target.end },
    }));
    const rows = [
      ...old.map((before) => ({ bitextId: place!.id, before, after: null })),
      ...drawn.map((after) => ({ bitextId: place!.id, before: null, after })),
    ];
    const change = await changes.save(tx, { ...NO_CHANGE, beads: rows }, [place!]);
    await history.append(tx, {
      id: randomUUID(),
      documentId: stored.documentId,
      actorId: editor.id,
      at: new Date().toISOString(),
      kind: 'realign',
      takesBack: null,
      commands: [],
      change,
    });
  });
}

const now = async () => withoutRevisions(await stateOf(test.db, stored));

describe(`takeBack of ${BEADS} beads`, () => {
  it('takes seconds, there and back', async () => {
    const before = await now();
    await realign();
    const after = await now();
    for (const [direction, state] of [
      ['undo', before],
      ['redo', after],
      ['undo', before],
    ] as const) {
      const start = performance.now();
      const done = await takeBack(editor, { documentId: stored.documentId, direction });
      expect(done.ok || done.error.code).toBe(true);
      expect(performance.now() - start).toBeLessThan(LIMIT_MS);
      expect(await now()).toEqual(state);
    }
    expect(brokenRules(await stateOf(test.db, stored))).toEqual([]);
  });

  it('is refused for one of them, and names who did what to it', async () => {
    await realign();
    const bead = (await beadsIn(test.db, stored, 'vi'))[BEADS / 3]!;
    const body = { id: randomUUID(), body: 'Hm.' };
    await editDocument(
      colleague,
      await freshEdit(test.db, stored, { type: 'comment', bead: bead.id, ...body }),
    );
    const command = { type: 'setNull' as const, bead: bead.id, reason: 'omitted' as const };
    const done = await editDocument(
      colleague,
      await freshEdit(test.db, stored, { ...command, newBead: randomUUID() }),
    );
    expect(done.ok || done.error.code).toBe(true);
    expect(await takeBack(editor, { documentId: stored.documentId, direction: 'undo' })).toEqual({
      ok: false,
      error: {
        code: 'history.changedSince',
        params: { name: colleague.name, command: 'setNull', at: expect.any(String) },
      },
    });
  });
});
