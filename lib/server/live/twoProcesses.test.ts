import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/bitext/can';
import type { LiveChange, Present } from '@/lib/bitext/live';
import { makeMember, makeProject } from '@/tests/helpers/builders';
import { onServer, openTestDb, type TestDb } from '@/tests/helpers/db';
import { beadsIn, freshEdit, type Stored, storeAligned } from '@/tests/helpers/storedDocument';
import { editDocument } from '../editing/editDocument';
import { announceJob, announceReload } from './announce';
import { LiveHub } from './LiveHub';

// Both hubs live in this process: neither may remember what was written here.
vi.mock('./recentEvents', () => ({ rememberEvent: () => {}, recallEvent: () => null }));

let test: TestDb;
let stored: Stored;
let editor: Actor;
let hubs: [LiveHub, LiveHub];
beforeAll(async () => {
  if (!onServer()) return;
  test = await openTestDb();
  const projectId = await makeProject(test.db);
  editor = await makeMember(test.db, projectId, 'editor');
  stored = await storeAligned(test.db, projectId, { seed: 8 });
  hubs = [await LiveHub.open(test.db), await LiveHub.open(test.db)];
});
afterAll(async () => {
  if (!onServer()) return;
  for (const hub of hubs) await hub.close();
  await test.close();
});

type Seen = {
  clientId: string;
  told: { event: string; data: unknown }[];
  of: <T>(event: string) => T[];
  stop: () => void;
};

function watch(hub: LiveHub, clientId: string = randomUUID()): Seen {
  const told: Seen['told'] = [];
  const send = (frames: string): void => {
    for (const [, event, data] of frames.matchAll(/^event: (\w+)\n(?:id: \d+\n)?data: (.*)$/gm))
      told.push({ event: event!, data: JSON.parse(data!) });
  };
  const stop = hub.watch(stored.documentId, { userId: editor.id, clientId, send }, null);
  const of = <T>(event: string) => told.filter((one) => one.event === event).map((one) => one.data as T);
  return { clientId, told, of, stop };
}

async function edit(): Promise<number> {
  const [bead] = await beadsIn(test.db, stored, 'vi');
  const remark = { type: 'comment' as const, bead: bead!.id, id: randomUUID(), body: 'Hm.' };
  const done = await editDocument(editor, await freshEdit(test.db, stored, remark));
  if (!done.ok) throw new Error(done.error.code);
  return done.value.seq!;
}

const seqsOf = (seen: Seen) => seen.of<LiveChange>('change').map(({ seq }) => seq);
const soon = (check: () => void) => vi.waitFor(check, { timeout: 1000, interval: 5 });

// The embedded database has one process only.
describe.runIf(onServer())('two processes on one database', () => {
  it('tell the watchers of both what happened in either', async () => {
    const seen = hubs.map((hub) => watch(hub));
    await soon(() => expect(seen.map((one) => one.of('hello').length)).toEqual([1, 1]));
    const seqs = [await edit(), await edit()];
    await soon(() => expect(seen.map(seqsOf)).toEqual([seqs, seqs]));
    for (const one of seen) one.stop();
  });

  it('know who is with the other, also those who came before', async () => {
    const first = watch(hubs[0]);
    const place = { userId: editor.id, name: editor.name, bitextId: null, beadId: stored.bitexts.vi! };
    hubs[0].note(stored.documentId, { ...place, clientId: first.clientId });
    const second = watch(hubs[1]);
    const present = (seen: Seen) =>
      seen
        .of<Present[]>('presence')
        .at(-1)
        ?.map((one) => [one.clientId, one.beadId]);
    await soon(() => expect(present(second)).toEqual([[first.clientId, place.beadId]]));
    hubs[1].note(stored.documentId, { ...place, clientId: second.clientId, beadId: null });
    await soon(() => expect(present(first)).toHaveLength(2));
    first.stop();
    await soon(() => expect(present(second)).toEqual([[second.clientId, null]]));
    second.stop();
  });

  it('tell each other of jobs and of texts that come and go', async () => {
    const seen = watch(hubs[1]);
    const job = { jobId: randomUUID(), bitextId: stored.bitexts.vi!, state: 'running', progress: 0.25 };
    await soon(() => expect(seen.of('hello')).toHaveLength(1));
    await announceJob(test.db, stored.documentId, job);
    await announceReload(test.db, stored.documentId);
    await soon(() => expect([seen.of('job'), seen.of('reload').length]).toEqual([[job], 1]));
    seen.stop();
  });

  it('miss nothing while the connection that listens is lost', async () => {
    const seen = watch(hubs[0]);
    await soon(() => expect(seen.of('hello')).toHaveLength(1));
    await test.db.execute(
      sql`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and query ilike 'listen%'`,
    );
    const seqs = [await edit(), await edit()];
    await vi.waitFor(() => expect(seqsOf(seen)).toEqual(seqs), { timeout: 5000 });
    seqs.push(await edit());
    await soon(() => expect(seqsOf(seen)).toEqual(seqs));
    seen.stop();
  });
});
