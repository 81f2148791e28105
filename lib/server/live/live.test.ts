import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as alignments from '@/db/queries/alignments';
import * as changes from '@/db/queries/changes';
import * as history from '@/db/queries/history';
import { lastSeq } from '@/db/queries/history';
import type { Actor } from '@/lib/bitext/can';
import { NO_CHANGE } from '@/lib/bitext/change';
import type { BeadCommand } from '@/lib/bitext/commands';
import type { LiveChange, Present } from '@/lib/bitext/live';
import { type Bead, isNull } from '@/lib/bitext/types';
import { makeProject, makeTeam } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { LiveStream } from '@/tests/helpers/liveStream';
import { beadsIn, freshEdit, type Stored, storeAligned } from '@/tests/helpers/storedDocument';
import { editDocument } from '../editing/editDocument';
import { takeBack } from '../editing/takeBack';
import { announceJob, announceReload } from './announce';
import { closeHub, getHub } from './getHub';
import { notePresence } from './notePresence';
import { watchDocument } from './watchDocument';

const asked = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock('../actor', () => ({ actorOf: async () => asked.actor }));

let test: TestDb;
let stored: Stored;
let editor: Actor;
let viewer: Actor;
let stranger: Actor;
let beads: Bead[];
let streams: LiveStream[];
beforeAll(async () => {
  test = await openTestDb();
  const projectId = await makeProject(test.db);
  ({ editor, viewer, stranger } = await makeTeam(test.db, projectId));
});
afterAll(async () => {
  await closeHub();
  await test.close();
});
beforeEach(async () => {
  stored = await storeAligned(test.db, editor.memberships[0]!.projectId, { seed: 8 });
  beads = (await beadsIn(test.db, stored, 'vi')).filter((bead) => !isNull(bead));
  streams = [];
});
afterEach(async () => {
  for (const stream of streams) stream.close();
  expect((await getHub()).watching()).toBe(0);
});

type Options = { since?: number; clientId?: string; lastEventId?: number; recheckMs?: number };

/** Watches, and has got its hello. */
async function watch(
  actor: Actor,
  { since, clientId, lastEventId, recheckMs }: Options = {},
): Promise<LiveStream> {
  const headers = lastEventId === undefined ? undefined : { 'last-event-id': String(lastEventId) };
  const { documentId } = stored;
  const stream = await LiveStream.open((signal) =>
    watchDocument(
      actor,
      { documentId, since, clientId },
      new Request('http://localhost/', { signal, headers }),
      recheckMs,
    ),
  );
  streams.push(stream);
  await stream.until('hello');
  return stream;
}

async function give(...commands: BeadCommand[]) {
  const done = await editDocument(editor, await freshEdit(test.db, stored, ...commands));
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
}
const remark = (bead: Bead): BeadCommand => ({
  type: 'comment',
  bead: bead.id,
  id: randomUUID(),
  body: 'Hm.',
});
const seqs = (stream: LiveStream) => stream.data<LiveChange>('change').map(({ seq }) => seq);

describe('watchDocument', () => {
  it('tells the others within a second what somebody did, and who', async () => {
    const [mine, theirs] = [await watch(editor), await watch(viewer)];
    const { seq, eventId, change } = await give({ type: 'confirm', bead: beads[0]!.id });
    for (const stream of [mine, theirs]) {
      const [told] = await stream.until<LiveChange>('change');
      expect(told).toEqual({
        ...{ seq, eventId, change: JSON.parse(JSON.stringify(change)), reload: false, kind: 'edit' },
        ...{ actorId: editor.id, actorName: editor.name, at: expect.any(String) },
      });
      expect(stream.got.find((one) => one.event === 'change')?.id).toBe(String(seq));
    }
  });

  it('tells of undo and redo too, and of nothing that was refused', async () => {
    const stream = await watch(viewer);
    await give(remark(beads[0]!));
    const { documentId } = stored;
    expect((await takeBack(editor, { documentId, direction: 'undo' })).ok).toBe(true);
    expect((await takeBack(editor, { documentId, direction: 'undo' })).ok).toBe(false);
    expect((await takeBack(editor, { documentId, direction: 'redo' })).ok).toBe(true);
    const told = await stream.until<LiveChange>('change', 3);
    expect(told.map(({ kind }) => kind)).toEqual(['edit', 'undo', 'redo']);
  });

  it('tells nothing of another document', async () => {
    const stream = await watch(viewer);
    const here = stored;
    stored = await storeAligned(test.db, stored.projectId, { seed: 8 });
    await give(remark((await beadsIn(test.db, stored, 'vi'))[0]!));
    stored = here;
    const { seq } = await give(remark(beads[0]!));
    await stream.until('change');
    expect(seqs(stream)).toEqual([seq]);
  });

  it('sends what was missed to whoever comes back, once and in order', async () => {
    const first = await give(remark(beads[0]!));
    const missed = [(await give(remark(beads[0]!))).seq, (await give(remark(beads[0]!))).seq];
    const again = await watch(viewer, { since: first.seq! });
    expect(seqs(again)).toEqual(missed);
    expect(again.data('hello')).toEqual([{ seq: missed[1] }]);
    // What the browser says itself is newer than the address it began with.
    expect(seqs(await watch(viewer, { since: first.seq!, lastEventId: missed[0]! }))).toEqual([missed[1]]);
    expect(seqs(await watch(viewer, { since: missed[1]! }))).toEqual([]);
    const fresh = await watch(viewer);
    const { seq } = await give(remark(beads[0]!));
    await fresh.until('change');
    expect(seqs(fresh)).toEqual([seq]);
  });

  it('misses nothing and repeats nothing while many edit and watchers come and go', async () => {
    const start = await lastSeq(test.db, stored.documentId);
    const inputs = await Promise.all(
      Array.from({ length: 24 }, (_, k) => freshEdit(test.db, stored, remark(beads[k % beads.length]!))),
    );
    const edits = inputs.map((input) => editDocument(editor, input));
    const watchers = Promise.all(Array.from({ length: 6 }, () => watch(viewer, { since: start })));
    const done = await Promise.all(edits);
    const expected = done.map((one) => (one.ok ? one.value.seq! : 0)).sort((a, b) => a - b);
    for (const stream of await watchers) {
      await stream.until('change', expected.length);
      expect(seqs(stream)).toEqual(expected);
    }
  });

  it('sends no change that is too large, but says that there was one', async () => {
    const paragraphs = Array.from({ length: 700 }, (_, k) => `Paragraph ${k}.`);
    stored = await storeAligned(test.db, stored.projectId, { contents: { en: paragraphs, vi: paragraphs } });
    const all = (await beadsIn(test.db, stored, 'vi')).filter((bead) => !isNull(bead));
    const stream = await watch(viewer);
    const before = await lastSeq(test.db, stored.documentId);
    await give(...all.slice(0, 200).map(remark));
    await test.db.transaction(async (tx) => {
      const [place] = await alignments.bitextsOf(tx, stored.documentId);
      const rows = (await alignments.beadsOf(tx, place!.id)).map((bead) => ({
        ...{ bitextId: place!.id, before: bead, after: { ...bead, confidence: 0.25 } },
      }));
      const doubled = { ...NO_CHANGE, beads: [...rows, ...rows].slice(0, Math.max(501, rows.length)) };
      await changes.save(tx, { ...NO_CHANGE, beads: rows }, [place!]);
      await history.append(tx, {
        ...{ id: randomUUID(), documentId: stored.documentId, actorId: editor.id, takesBack: null },
        ...{ at: new Date().toISOString(), kind: 'realign', commands: [], change: doubled },
      });
    });
    const told = await stream.until<LiveChange>('change', 2);
    expect(told.map(({ reload, change }) => [reload, change === null])).toEqual([
      [false, false],
      [true, true],
    ]);
    const replayed = await watch(viewer, { since: before });
    expect(replayed.data<LiveChange>('change').map(({ reload }) => reload)).toEqual([false, true]);
  });

  it('looks like a missing document to strangers', async () => {
    const request = new Request('http://localhost/');
    const refused = { ok: false, error: { code: 'document.notFound' } };
    expect(await watchDocument(stranger, { documentId: stored.documentId }, request)).toEqual(refused);
    expect(await watchDocument(editor, { documentId: randomUUID() }, request)).toEqual(refused);
  });

  it.each([
    ['lost the right to read', () => ({ ...viewer, memberships: [] }), 'document.notFound'],
    ['signed out', () => null, 'auth.signedOut'],
  ])('lets go of somebody who has %s', async (_, now, code) => {
    asked.actor = viewer;
    const stream = await watch(viewer, { recheckMs: 20 });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(stream.ended).toBe(false);
    asked.actor = now();
    expect(await stream.until('bye')).toEqual([{ code }]);
    await vi.waitFor(() => expect(stream.ended).toBe(true));
  });

  it('says that it is a stream which nobody may hold back', async () => {
    const request = new Request('http://localhost/', { signal: AbortSignal.timeout(50) });
    const answer = await watchDocument(viewer, { documentId: stored.documentId }, request);
    if (!(answer instanceof Response)) throw new Error('no stream');
    expect(answer.headers.get('content-type')).toMatch('text/event-stream');
    expect(answer.headers.get('cache-control')).toMatch('no-transform');
    expect(answer.headers.get('x-accel-buffering')).toBe('no');
    expect(await answer.text()).toMatch(/^: here\n\n/);
  });

  it('lets go of a reader who cancels, too', async () => {
    const answer = await watchDocument(
      viewer,
      { documentId: stored.documentId },
      new Request('http://localhost/'),
    );
    if (!(answer instanceof Response)) throw new Error('no stream');
    expect((await getHub()).watching(viewer.id)).toBe(1);
    await answer.body!.cancel();
    expect((await getHub()).watching(viewer.id)).toBe(0);
  });
});

describe('notePresence', () => {
  const last = (stream: LiveStream) => stream.data<Present[]>('presence').at(-1);

  it('shows who is here and where, until they leave', async () => {
    const [clientId, other] = [randomUUID(), randomUUID()];
    const mine = await watch(editor, { clientId });
    const theirs = await watch(viewer, { clientId: other });
    const here = { documentId: stored.documentId, bitextId: stored.bitexts.vi!, beadId: beads[0]!.id };
    expect(await notePresence(editor, { ...here, clientId })).toEqual({ ok: true, value: null });
    const place = { clientId, userId: editor.id, name: editor.name, since: expect.any(String) };
    const watcher = { clientId: other, userId: viewer.id, name: viewer.name, since: expect.any(String) };
    await vi.waitFor(() =>
      expect(last(theirs)).toEqual([
        { ...place, bitextId: here.bitextId, beadId: here.beadId },
        { ...watcher, bitextId: null, beadId: null },
      ]),
    );
    mine.close();
    await vi.waitFor(() => expect(last(theirs)).toEqual([{ ...watcher, bitextId: null, beadId: null }]));
  });

  it('is for whoever may read', async () => {
    const place = { documentId: stored.documentId, clientId: randomUUID(), bitextId: null, beadId: null };
    const refused = { ok: false, error: { code: 'document.notFound' } };
    expect(await notePresence(stranger, place)).toEqual(refused);
    expect(await notePresence(editor, { ...place, documentId: randomUUID() })).toEqual(refused);
    expect(await notePresence(viewer, place)).toEqual({ ok: true, value: null });
  });

  it("never moves somebody else's window", async () => {
    const clientId = randomUUID();
    const theirs = await watch(viewer, { clientId });
    await notePresence(editor, {
      ...{ documentId: stored.documentId, clientId, bitextId: null, beadId: beads[0]!.id },
    });
    await vi.waitFor(() => expect(last(theirs)).toHaveLength(2));
    expect(last(theirs)!.find(({ userId }) => userId === viewer.id)!.beadId).toBeNull();
  });
});

describe('announceJob and announceReload', () => {
  it('reach whoever watches', async () => {
    const stream = await watch(viewer);
    const job = { jobId: randomUUID(), bitextId: stored.bitexts.vi!, state: 'running', progress: 0.5 };
    await announceJob(test.db, stored.documentId, job);
    await announceReload(test.db, stored.documentId);
    expect(await stream.until('job')).toEqual([job]);
    await stream.until('reload');
  });
});
