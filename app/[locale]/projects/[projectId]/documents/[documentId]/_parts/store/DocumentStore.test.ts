import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyCommands } from '@/lib/bitext/applyCommands';
import { applyChange, type Change, invert } from '@/lib/bitext/change';
import type { BeadCommand } from '@/lib/bitext/commands';
import type { DocumentState } from '@/lib/bitext/types';
import { err, type Failure, ok } from '@/lib/result';
import { idOf, LAN, randomDocument } from '@/tests/helpers/randomDocument';
import { DocumentStore } from './DocumentStore';
import { Outbox } from './Outbox';
import { Passages } from './Passages';
import type { DocumentEvent, Door } from './serverDoor';

/** A server in memory; `hold` keeps its answers back until they are let go, `offline` loses them. */
class FakeServer {
  state: DocumentState;
  log: string[] = [];
  editIds: string[] = [];
  seq = 0;
  /** Counts revisions, as the real one does. */
  bump = false;
  offline = false;
  refusal: Failure | null = null;
  done: Change[] = [];
  constructor(state: DocumentState) {
    this.state = state;
  }
  readonly door: Door = {
    edit: async ({ editId, commands }) => {
      this.log.push(`edit ${commands.map((c) => c.type).join()}`);
      this.editIds.push(editId);
      await wait(100);
      if (this.offline) throw new TypeError('failed to fetch');
      if (this.refusal) return { ok: false, error: this.refusal };
      const edited = applyCommands(this.state, commands, {
        actorId: LAN,
        at: '2026-09-09T09:09:09.000Z',
        selfReview: false,
      });
      if (!edited.ok) return edited;
      const change = this.bump ? counted(edited.value.change) : edited.value.change;
      this.state = applyChange(this.state, change);
      this.done.push(change);
      return ok({ eventId: editId, change });
    },
    takeBack: async (direction) => {
      this.log.push(direction);
      await wait(100);
      if (this.offline) throw new TypeError('failed to fetch');
      const last = this.done.pop();
      if (!last) return err('history.nothing');
      this.state = applyChange(this.state, invert(last));
      return ok({ eventId: null, change: invert(last) });
    },
    revert: async () => err('history.nothingToRevert'),
    reload: async () => {
      this.log.push('reload');
      return ok({ state: this.state, seq: this.seq });
    },
  };
}

const counted = (change: Change): Change => ({
  ...change,
  beads: change.beads.map((row) => ({
    ...row,
    after: row.after && { ...row.after, revision: row.after.revision + 1 },
  })),
});
const storeOver = (outbox: Outbox | null, onOtherTexts?: () => void) =>
  new DocumentStore({
    initial: start,
    seq: 0,
    door: server.door,
    actor: { id: LAN, selfReview: false },
    passages: new Passages(
      async () => [],
      () => 0,
    ),
    outbox,
    onFailure: ({ code }) => failures.push(code),
    onOtherTexts,
  });
let items: Map<string, string>;
const storage = {
  getItem: (key: string) => items.get(key) ?? null,
  setItem: (key: string, value: string) => void items.set(key, value),
  removeItem: (key: string) => void items.delete(key),
  key: (k: number) => [...items.keys()][k] ?? null,
  get length() {
    return items.size;
  },
};
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const start = randomDocument(8);
const [bead, other] = Object.values(start.bitexts)[0]!.beads;
const remark = (n: number): BeadCommand => ({
  type: 'comment',
  bead: bead!.id,
  id: idOf(8, n),
  body: `Remark ${n}`,
});

let server: FakeServer;
let store: DocumentStore;
let failures: string[];
const bodies = (state = store.read().state) =>
  state.comments.map((c) => c.body).filter((body) => body.startsWith('Remark'));

beforeEach(() => {
  items = new Map();
  vi.useFakeTimers();
  server = new FakeServer(start);
  failures = [];
  store = storeOver(null);
});
afterEach(() => vi.useRealTimers());

describe('DocumentStore', () => {
  it('shows an edit at once, and that it is being saved', async () => {
    const listener = vi.fn();
    store.subscribe(listener);
    store.edit([remark(1)]);
    expect(bodies()).toEqual(['Remark 1']);
    expect(store.read()).toMatchObject({ saving: 'saving', waiting: 1 });
    expect(listener).toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(150);
    expect(store.read()).toEqual({ state: server.state, saving: 'saved', waiting: 0, refusals: [] });
    expect(store.read().state.comments.at(-1)!.createdAt).toBe('2026-09-09T09:09:09.000Z');
  });

  it('does nothing, sends nothing and says why when a command is refused here', async () => {
    expect(store.edit([{ type: 'confirm', bead: idOf(7, 7) }]).ok).toBe(false);
    await vi.advanceTimersByTimeAsync(500);
    expect([failures, server.log, store.read().state]).toEqual([['bead.notFound'], [], start]);
  });

  it('sends one at a time, in order, with the revisions that were confirmed', async () => {
    const edit = vi.spyOn(server.door, 'edit');
    for (const n of [1, 2, 3]) store.edit([remark(n)]);
    store.edit([{ type: 'join', bead: other!.id }]);
    expect(server.log).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.log).toEqual(['edit comment', 'edit comment', 'edit comment', 'edit join']);
    expect(edit.mock.lastCall![0].seen).toEqual({ [bead!.id]: bead!.revision, [other!.id]: other!.revision });
    expect(store.read().state).toEqual(server.state);
  });

  it('lists an edit that the server refuses, and keeps those after it', async () => {
    store.edit([remark(1)]);
    store.edit([remark(2)]);
    server.refusal = { code: 'bead.forbidden' };
    await vi.advanceTimersByTimeAsync(150);
    server.refusal = null;
    await vi.advanceTimersByTimeAsync(500);
    expect(store.read().refusals).toMatchObject([{ failure: { code: 'bead.forbidden' } }]);
    expect(bodies()).toEqual(['Remark 2']);
    expect(store.read().saving).toBe('saved');
  });

  it('fetches the document again when it was out of date', async () => {
    const elsewhere = applyCommands(start, [remark(9)], {
      actorId: LAN,
      at: '2026-01-01T00:00:00.000Z',
      selfReview: false,
    });
    store.edit([remark(1)]);
    server.refusal = { code: 'bead.changedByOther', params: { name: 'Ion' } };
    if (elsewhere.ok) server.state = elsewhere.value.state;
    await vi.advanceTimersByTimeAsync(500);
    expect(server.log).toEqual(['edit comment', 'reload']);
    expect(bodies()).toEqual(['Remark 9']);
  });

  it('keeps edits without a connection, and sends them again under the same id', async () => {
    server.offline = true;
    store.edit([remark(1)]);
    store.edit([remark(2)]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(store.read()).toMatchObject({ saving: 'offline', waiting: 2 });
    expect(bodies()).toEqual(['Remark 1', 'Remark 2']);
    server.offline = false;
    await vi.advanceTimersByTimeAsync(5000);
    expect(new Set(server.editIds.slice(0, -1)).size).toBe(1);
    expect(server.editIds.length).toBeGreaterThan(3);
    expect([store.read().saving, bodies(server.state), failures]).toEqual([
      'saved',
      ['Remark 1', 'Remark 2'],
      [],
    ]);
  });

  it('takes back after what is on its way, and before what comes later', async () => {
    store.edit([remark(1)]);
    const taken = store.takeBack('undo');
    store.edit([remark(2)]);
    expect(bodies()).toEqual(['Remark 1', 'Remark 2']);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await taken).toMatchObject({ ok: true, value: { change: { comments: [{ after: null }] } } });
    expect(server.log).toEqual(['edit comment', 'undo', 'edit comment']);
    expect(bodies()).toEqual(['Remark 2']);
    expect(store.read()).toMatchObject({ state: server.state, saving: 'saved', waiting: 0 });
  });

  it('says when there is nothing to take back, or nobody to ask', async () => {
    const nothing = store.takeBack('undo');
    await vi.advanceTimersByTimeAsync(200);
    // An answer, and nothing that went wrong.
    expect([await nothing, failures]).toEqual([err('history.nothing'), []]);
    server.offline = true;
    const lost = store.takeBack('redo');
    await vi.advanceTimersByTimeAsync(200);
    expect([await lost, failures]).toEqual([err('request.offline'), ['request.offline']]);
    expect(store.read().saving).toBe('saved');
  });

  it('sends a refused edit again over what stands now, or gives it up', async () => {
    server.refusal = { code: 'bead.changedByOther', params: { name: 'Ion' } };
    store.edit([remark(1)]);
    store.edit([remark(2)]);
    await vi.advanceTimersByTimeAsync(500);
    server.refusal = null;
    const [first, second] = store.read().refusals;
    store.settleRefusal(first!, false);
    store.settleRefusal(second!, true);
    await vi.advanceTimersByTimeAsync(500);
    expect(store.read().refusals).toEqual([]);
    expect(bodies(server.state)).toEqual(['Remark 2']);
  });

  it('counts an event once, whether its news or the answer to it comes first', async () => {
    const events: DocumentEvent[] = [];
    const applied = vi.spyOn(server.door, 'edit');
    store.edit([remark(1)]);
    await vi.advanceTimersByTimeAsync(50);
    const { editId } = applied.mock.lastCall![0];
    const made = applyCommands(start, [remark(1)], {
      actorId: LAN,
      at: '2026-09-09T09:09:09.000Z',
      selfReview: false,
    });
    const theirs = applyCommands(start, [remark(7)], {
      actorId: 'ion',
      at: '2026-09-09T09:09:08.000Z',
      selfReview: false,
    });
    if (!made.ok || !theirs.ok) throw new Error('not made');
    events.push({ seq: 4, eventId: 'theirs', change: theirs.value.change });
    events.push({ seq: 5, eventId: editId, change: made.value.change });
    store.receive(events);
    expect(bodies()).toEqual(['Remark 7', 'Remark 1']);
    await vi.advanceTimersByTimeAsync(500);
    store.receive(events);
    expect(bodies()).toEqual(['Remark 7', 'Remark 1']);
    expect([store.lastSeq, store.read().saving]).toEqual([5, 'saved']);
  });

  it('does not write over what others did while an edit waited', async () => {
    const edit = vi.spyOn(server.door, 'edit');
    server.offline = true;
    store.edit([{ type: 'join', bead: other!.id }]);
    store.edit([remark(1)]);
    await vi.advanceTimersByTimeAsync(300);
    const theirs = { ...bead!, status: 'confirmed' as const, revision: bead!.revision + 5 };
    const bitextId = Object.keys(start.bitexts)[0]!;
    store.receive([
      {
        seq: 3,
        eventId: 'theirs',
        change: {
          beads: [{ bitextId, before: bead!, after: theirs }],
          borders: [],
          corrections: [],
          comments: [],
        },
      },
    ]);
    server.offline = false;
    await vi.advanceTimersByTimeAsync(3000);
    // The join was drawn over the bead as it was: the server is told so, and may refuse.
    const join = edit.mock.calls.findLast(([{ commands }]) => commands[0]!.type === 'join')!;
    expect(join[0].seen[bead!.id]).toBe(bead!.revision);
  });

  it('knows its own changes when edits wait behind each other', async () => {
    const edit = vi.spyOn(server.door, 'edit');
    server.bump = true;
    store.edit([{ type: 'join', bead: other!.id }]);
    store.edit([{ type: 'confirm', bead: bead!.id }]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(edit.mock.lastCall![0].seen[bead!.id]).toBe(bead!.revision + 1);
  });

  it('fetches everything when the news are too long to be told', async () => {
    server.seq = 9;
    store.receive([{ seq: 9, eventId: 'long', change: null }]);
    await vi.advanceTimersByTimeAsync(10);
    expect([server.log, store.lastSeq]).toEqual([['reload'], 9]);
  });

  it('is to be opened anew when the texts are other ones, and stays as it is until then', async () => {
    const onOtherTexts = vi.fn();
    const watching = storeOver(null, onOtherTexts);
    server.state = { ...start, texts: { ...start.texts, another: Object.values(start.texts)[0]! } };
    watching.receive([{ seq: 9, eventId: 'replaced', change: null }]);
    await vi.advanceTimersByTimeAsync(10);
    expect(onOtherTexts).toHaveBeenCalledOnce();
    expect(watching.read().state).toBe(start);
    server.state = start;
    await watching.reload();
    expect(onOtherTexts).toHaveBeenCalledOnce();
  });

  it('keeps what its person has not decided about through a reload', async () => {
    server.refusal = { code: 'bead.changedByOther', params: { name: 'Ion' } };
    const place = { documentId: 'd', userId: LAN };
    const first = storeOver(new Outbox(storage, place, 'one'));
    first.edit([remark(1)]);
    await vi.advanceTimersByTimeAsync(500);
    const second = storeOver(new Outbox(storage, place, 'one'));
    const [refusal] = second.read().refusals;
    expect(refusal).toMatchObject({
      edit: { commands: [remark(1)] },
      failure: { code: 'bead.changedByOther' },
    });
    second.settleRefusal(refusal!, false);
    expect(items.size).toBe(0);
  });

  it('takes up what an earlier window left behind, once', async () => {
    const place = { documentId: 'd', userId: LAN };
    server.offline = true;
    const first = storeOver(new Outbox(storage, place, 'one'));
    first.edit([remark(1)]);
    first.edit([remark(2)]);
    await vi.advanceTimersByTimeAsync(300);
    server.offline = false;
    server.editIds = [];
    // The window is gone; another one opens the document.
    const second = storeOver(new Outbox(storage, place, 'two'));
    expect(bodies(second.read().state)).toEqual(['Remark 1', 'Remark 2']);
    second.resume();
    await vi.advanceTimersByTimeAsync(1000);
    expect(new Set(bodies(server.state))).toEqual(new Set(['Remark 1', 'Remark 2']));
    expect(items.size).toBe(0);
    expect(new Outbox(storage, { documentId: 'd', userId: 'ion' }, 'two').takeUp()).toEqual({
      edits: [],
      refusals: [],
    });
  });
});
