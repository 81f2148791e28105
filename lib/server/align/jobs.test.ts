import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { listen } from '@/db/listen';
import * as jobs from '@/db/queries/jobs';
import { job } from '@/db/schema';
import type { Actor } from '@/lib/bitext/can';
import { makeMember, makeProject, makeTeam } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { beadsIn, type Stored, storeTexts } from '@/tests/helpers/storedDocument';
import { PEER_CHANNEL } from '../live/LiveHub';
import * as aligner from './alignBitext';
import { cancelJob } from './cancelJob';
import { readJob } from './readJob';
import { wakeRunner } from './runner';
import { startAlign } from './startAlign';

vi.mock('./alignBitext', () => ({ alignBitext: vi.fn() }));
const align = vi.mocked(aligner.alignBitext);

let test: TestDb;
let stored: Stored;
let editor: Actor;
let onlyRo: Actor;
let viewer: Actor;
let stranger: Actor;
beforeAll(async () => {
  test = await openTestDb();
  const projectId = await makeProject(test.db);
  editor = await makeMember(test.db, projectId, 'editor', ['vi']);
  ({ onlyRo, viewer, stranger } = await makeTeam(test.db, projectId));
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.db.delete(job);
  stored = await storeTexts(test.db, viewer.memberships[0]!.projectId);
  align.mockReset().mockImplementation(async ({ id }) => {
    await jobs.end(test.db, id, 'done');
    return { ok: true, value: null };
  });
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

const failure = (code: string) => ({ ok: false, error: { code } });
const rowOf = async (id: string) => (await test.db.select().from(job).where(eq(job.id, id)))[0]!;
const start = async (actor = editor) => {
  const started = await startAlign(actor, { bitextId: stored.bitexts.vi! });
  if (!started.ok) throw new Error(started.error.code);
  return started.value.jobId;
};
const ended = (id: string) =>
  vi.waitFor(async () => expect((await rowOf(id)).finishedAt).not.toBeNull(), 5000);

describe('startAlign', () => {
  it('queues a job and wakes the runner', async () => {
    const id = await start();
    await ended(id);
    expect(await rowOf(id)).toMatchObject({ state: 'done', createdBy: editor.id, attempt: 1 });
    expect(await readJob(viewer, { jobId: id })).toEqual({
      ok: true,
      value: { id, bitextId: stored.bitexts.vi, state: 'done', progress: 1, error: null },
    });
  });
  it('refuses a second one while the first runs', async () => {
    await jobs.insert(test.db, { id: randomUUID(), bitextId: stored.bitexts.vi!, createdBy: null });
    expect(await startAlign(editor, { bitextId: stored.bitexts.vi! })).toEqual(failure('job.running'));
  });
  it('starts once when two ask at the same time', async () => {
    align.mockImplementation(
      () => new Promise((resolve) => setTimeout(() => resolve({ ok: true, value: null }), 200)),
    );
    const answers = await Promise.all([1, 2].map(() => startAlign(editor, { bitextId: stored.bitexts.vi! })));
    expect(answers.filter((one) => one.ok)).toHaveLength(1);
    expect(answers.find((one) => !one.ok)).toEqual(failure('job.running'));
  });
  it('is for editors of the language', async () => {
    const input = { bitextId: stored.bitexts.vi! };
    expect(await startAlign(viewer, input)).toEqual(failure('bead.forbidden'));
    expect(await startAlign(onlyRo, input)).toEqual(failure('bead.forbidden'));
    expect(await startAlign(stranger, input)).toEqual(failure('bitext.notFound'));
    expect(await startAlign(editor, { bitextId: randomUUID() })).toEqual(failure('bitext.notFound'));
    expect(await beadsIn(test.db, stored, 'vi')).toEqual([]);
  });
});

describe('the runner', () => {
  it('notes what went wrong, and goes on with the next job', async () => {
    align
      .mockRejectedValueOnce(new Error('out of memory'))
      .mockResolvedValueOnce({ ok: false, error: { code: 'bitext.notFound' } });
    const ids = [randomUUID(), randomUUID()];
    await jobs.insert(test.db, { id: ids[0]!, bitextId: stored.bitexts.vi!, createdBy: null });
    await jobs.insert(test.db, { id: ids[1]!, bitextId: stored.bitexts.ro!, createdBy: null });
    wakeRunner();
    for (const id of ids) await ended(id);
    expect((await Promise.all(ids.map(rowOf))).map((row) => [row.state, row.error])).toEqual([
      ['failed', 'job.failed'],
      ['failed', 'bitext.notFound'],
    ]);
  });
  it('tells whoever watches how far it is, now and then, and how it ended', async () => {
    const told: unknown[] = [];
    const listening = await listen(test.db, {
      channels: [PEER_CHANNEL],
      onNotification: (_, payload) => told.push(JSON.parse(payload)),
      onGap: () => {},
    });
    align.mockImplementationOnce(async ({ id }, onProgress) => {
      // Far more often than anybody wants to hear of it.
      for (let k = 1; k <= 50; k++) onProgress?.(k / 100);
      await jobs.end(test.db, id, 'done');
      return { ok: true, value: null };
    });
    const id = await start();
    await vi.waitFor(() => expect(told).toHaveLength(2));
    const news = { jobId: id, bitextId: stored.bitexts.vi! };
    expect(told).toMatchObject([
      { what: 'job', documentId: stored.documentId, job: { ...news, state: 'running', progress: 0 } },
      { what: 'job', documentId: stored.documentId, job: { ...news, state: 'done', progress: 1 } },
    ]);
    await listening.close();
  });
  it('gives a job up that has ended its process too often', async () => {
    const id = randomUUID();
    await jobs.insert(test.db, { id, bitextId: stored.bitexts.vi!, createdBy: null });
    await test.db.update(job).set({ attempt: 3 }).where(eq(job.id, id));
    wakeRunner();
    await ended(id);
    expect(align).not.toHaveBeenCalled();
    expect(await rowOf(id)).toMatchObject({ state: 'failed', error: 'job.failed' });
  });
});

describe('cancelJob and readJob', () => {
  it('are for members, and cancelling for editors of the language', async () => {
    const jobId = randomUUID();
    await jobs.insert(test.db, { id: jobId, bitextId: stored.bitexts.vi!, createdBy: null });
    expect(await readJob(stranger, { jobId })).toEqual(failure('job.notFound'));
    expect(await readJob(viewer, { jobId: randomUUID() })).toEqual(failure('job.notFound'));
    expect(await cancelJob(stranger, { jobId })).toEqual(failure('job.notFound'));
    expect(await cancelJob(viewer, { jobId })).toEqual(failure('bead.forbidden'));
    expect(await cancelJob(onlyRo, { jobId })).toEqual(failure('bead.forbidden'));
    expect((await rowOf(jobId)).state).toBe('queued');
    expect(await cancelJob(editor, { jobId })).toEqual({ ok: true, value: null });
    expect((await rowOf(jobId)).state).toBe('cancelled');
  });
  it('leaves an ended job as it is', async () => {
    const id = await start();
    await ended(id);
    expect(await cancelJob(editor, { jobId: id })).toEqual({ ok: true, value: null });
    expect((await rowOf(id)).state).toBe('done');
  });
});
