import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as jobs from '@/db/queries/jobs';
import { event, job } from '@/db/schema';
import type { Actor } from '@/lib/bitext/can';
import { isLocked, isNull } from '@/lib/bitext/types';
import { brokenRules } from '@/tests/helpers/brokenRules';
import { makeMember, makeProject } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import {
  beadsIn,
  freshEdit,
  type Stored,
  stateOf,
  storeAligned,
  storeTexts,
} from '@/tests/helpers/storedDocument';
import { withoutRevisions } from '@/tests/helpers/withoutRevisions';
import { editDocument } from '../editing/editDocument';
import { takeBack } from '../editing/takeBack';
import { alignBitext } from './alignBitext';
import * as worker from './runInWorker';

vi.mock('node:worker_threads', async (load) =>
  (await import('@/tests/helpers/typescriptWorkers')).withTypeScript(await load()),
);

let test: TestDb;
let projectId: string;
let editor: Actor;
let stored: Stored;
beforeAll(async () => {
  test = await openTestDb();
  projectId = await makeProject(test.db);
  editor = await makeMember(test.db, projectId, 'editor');
});
afterAll(() => test.close());
beforeEach(() => vi.restoreAllMocks());

/** A job of the editor's, taken by a runner. */
async function claimed(lang = 'vi'): Promise<jobs.JobRow> {
  await jobs.insert(test.db, { id: randomUUID(), bitextId: stored.bitexts[lang]!, createdBy: editor.id });
  return (await jobs.claim(test.db, 60_000))!;
}
const give = async (...commands: Parameters<typeof freshEdit>[2][]) => {
  const done = await editDocument(editor, await freshEdit(test.db, stored, ...commands));
  if (!done.ok) throw new Error(done.error.code);
};
const kinds = async () =>
  (await test.db.select().from(event).where(eq(event.documentId, stored.documentId)).orderBy(event.seq)).map(
    (row) => row.kind,
  );
const stateOfJob = async ({ id }: jobs.JobRow) => (await test.db.select().from(job).where(eq(job.id, id)))[0];

/** Lets `meanwhile` happen after the texts have been read and before the worker has answered. */
function during(meanwhile: () => Promise<unknown>, times = 1) {
  const run = worker.runInWorker;
  let left = times;
  return vi.spyOn(worker, 'runInWorker').mockImplementation(async (task, onProgress) => {
    if (left-- > 0) await meanwhile();
    return run(task, onProgress);
  });
}

describe('alignBitext', () => {
  it('aligns in a real worker thread, covering both texts, and says so in the history', async () => {
    stored = await storeTexts(test.db, projectId);
    const mine = await claimed();
    expect(await alignBitext(mine)).toEqual({ ok: true, value: null });
    const beads = await beadsIn(test.db, stored, 'vi');
    expect(beads.length).toBeGreaterThan(1);
    expect(beads.every((bead) => bead.status === 'machine' && bead.confidence !== null)).toBe(true);
    expect(brokenRules(await stateOf(test.db, stored))).toEqual([]);
    expect(await stateOfJob(mine)).toMatchObject({ state: 'done', progress: 1, error: null });
    expect(await kinds()).toEqual(['align']);
    expect(await takeBack(editor, { documentId: stored.documentId, direction: 'undo' })).toMatchObject({
      error: { code: 'history.nothing' },
    });
  });

  it('keeps locked beads where they are, and can be undone as one step', async () => {
    stored = await storeAligned(test.db, projectId, { seed: 8 });
    const bead = (await beadsIn(test.db, stored, 'vi')).find((b) => !isNull(b))!;
    await give({ type: 'confirm', bead: bead.id });
    const before = await stateOf(test.db, stored);
    const locked = (await beadsIn(test.db, stored, 'vi')).filter(isLocked);
    expect(await alignBitext(await claimed())).toEqual({ ok: true, value: null });
    const after = await stateOf(test.db, stored);
    expect(brokenRules(after)).toEqual([]);
    expect(after).not.toEqual(before);
    for (const lock of locked) expect(await beadsIn(test.db, stored, 'vi')).toContainEqual(lock);
    expect(await kinds()).toEqual(['edit', 'realign']);
    expect((await takeBack(editor, { documentId: stored.documentId, direction: 'undo' })).ok).toBe(true);
    expect(withoutRevisions(await stateOf(test.db, stored))).toEqual(withoutRevisions(before));
  });

  it('begins again when a bead was changed meanwhile, and keeps that change', async () => {
    stored = await storeAligned(test.db, projectId, { seed: 8 });
    const bead = (await beadsIn(test.db, stored, 'vi')).find((b) => !isNull(b))!;
    const run = during(() => give({ type: 'confirm', bead: bead.id }));
    expect(await alignBitext(await claimed())).toEqual({ ok: true, value: null });
    expect(run).toHaveBeenCalledTimes(2);
    expect(await beadsIn(test.db, stored, 'vi')).toContainEqual(
      expect.objectContaining({ id: bead.id, status: 'confirmed', source: bead.source, target: bead.target }),
    );
  });

  it('begins again when segments were cut and joined meanwhile, as many as before', async () => {
    stored = await storeTexts(test.db, projectId);
    const text = stored.texts.vi!;
    await give({ type: 'cutSegment', text, at: 5 });
    const run = during(() =>
      give({ type: 'joinSegments', text, at: 5 }, { type: 'cutSegment', text, at: 8 }),
    );
    expect(await alignBitext(await claimed())).toEqual({ ok: true, value: null });
    expect(run).toHaveBeenCalledTimes(2);
    expect(brokenRules(await stateOf(test.db, stored))).toEqual([]);
  });

  it('gives up when somebody always edits meanwhile', async () => {
    stored = await storeTexts(test.db, projectId);
    let at = 4;
    during(() => give({ type: 'cutSegment', text: stored.texts.vi!, at: at++ }), 99);
    expect(await alignBitext(await claimed())).toEqual({ ok: false, error: { code: 'job.failed' } });
    await test.db.delete(job);
  });

  it('stores nothing when it is cancelled while it runs', async () => {
    stored = await storeTexts(test.db, projectId);
    const mine = await claimed();
    during(() => jobs.end(test.db, mine.id, 'cancelled'));
    expect(await alignBitext(mine)).toEqual({ ok: true, value: null });
    expect(await beadsIn(test.db, stored, 'vi')).toEqual([]);
    expect(await stateOfJob(mine)).toMatchObject({ state: 'cancelled' });
  });

  it('answers when the bitext is gone', async () => {
    stored = await storeTexts(test.db, projectId);
    const mine = await claimed();
    expect(await alignBitext({ ...mine, bitextId: randomUUID() })).toEqual({
      ok: false,
      error: { code: 'bitext.notFound' },
    });
    await test.db.delete(job);
  });
});

describe('claim', () => {
  it('gives a job to one of several runners, oldest first, and takes up what was left behind', async () => {
    stored = await storeTexts(test.db, projectId);
    for (const lang of ['vi', 'ro'])
      await jobs.insert(test.db, { id: randomUUID(), bitextId: stored.bitexts[lang]!, createdBy: null });
    const got = await Promise.all([1, 2, 3].map(() => jobs.claim(test.db, 60_000)));
    expect(new Set(got.flatMap((one) => one?.bitextId ?? []))).toEqual(
      new Set(Object.values(stored.bitexts)),
    );
    expect(got.filter((one) => one === null)).toHaveLength(1);
    const again = await jobs.claim(test.db, -1000);
    expect(again).toMatchObject({ state: 'running', attempt: 2 });
    await jobs.requeueAll(test.db);
    expect(await jobs.claim(test.db, 60_000)).toMatchObject({ state: 'running' });
    await test.db.delete(job);
  });
});
