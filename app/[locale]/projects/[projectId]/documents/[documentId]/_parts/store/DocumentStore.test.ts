import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyCommands } from '@/lib/bitext/applyCommands';
import { applyChange, type Change, invert } from '@/lib/bitext/change';
import type { BeadCommand } from '@/lib/bitext/commands';
import type { DocumentState } from '@/lib/bitext/types';
import { err, type Failure, ok } from '@/lib/result';
import { idOf, LAN, randomDocument } from '@/tests/helpers/randomDocument';
import { DocumentStore, type Door } from './DocumentStore';

/** A server in memory; `hold` keeps its answers back until they are let go, `offline` loses them. */
class FakeServer {
  state: DocumentState;
  log: string[] = [];
  editIds: string[] = [];
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
      this.state = edited.value.state;
      this.done.push(edited.value.change);
      return ok({ change: edited.value.change });
    },
    takeBack: async (direction) => {
      this.log.push(direction);
      await wait(100);
      if (this.offline) throw new TypeError('failed to fetch');
      const last = this.done.pop();
      if (!last) return err('history.nothing');
      this.state = applyChange(this.state, invert(last));
      return ok({ change: invert(last) });
    },
    reload: async () => {
      this.log.push('reload');
      return ok(this.state);
    },
  };
}

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
  vi.useFakeTimers();
  server = new FakeServer(start);
  failures = [];
  store = new DocumentStore(start, server.door, { id: LAN, selfReview: false }, ({ code }) =>
    failures.push(code),
  );
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
    expect(store.read()).toEqual({ state: server.state, saving: 'saved', waiting: 0 });
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

  it('drops an edit that the server refuses, says so, and keeps those after it', async () => {
    store.edit([remark(1)]);
    store.edit([remark(2)]);
    server.refusal = { code: 'bead.forbidden' };
    await vi.advanceTimersByTimeAsync(150);
    server.refusal = null;
    await vi.advanceTimersByTimeAsync(500);
    expect(failures).toEqual(['bead.forbidden']);
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
    expect((await taken)?.comments).toHaveLength(1);
    expect(server.log).toEqual(['edit comment', 'undo', 'edit comment']);
    expect(bodies()).toEqual(['Remark 2']);
    expect(store.read()).toMatchObject({ state: server.state, saving: 'saved', waiting: 0 });
  });

  it('says when there is nothing to take back, or nobody to ask', async () => {
    const nothing = store.takeBack('undo');
    await vi.advanceTimersByTimeAsync(200);
    expect(await nothing).toBeNull();
    server.offline = true;
    const lost = store.takeBack('redo');
    await vi.advanceTimersByTimeAsync(200);
    expect([await lost, failures]).toEqual([null, ['history.nothing', 'request.offline']]);
    expect(store.read().saving).toBe('saved');
  });
});
