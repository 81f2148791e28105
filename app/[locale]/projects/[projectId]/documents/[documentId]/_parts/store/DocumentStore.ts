import type { Edited } from '@/lib/bitext/applyCommands';
import { applyChange, type Change, isNoChange } from '@/lib/bitext/change';
import type { BeadCommand } from '@/lib/bitext/commands';
import { findBead } from '@/lib/bitext/find';
import type { DocumentState } from '@/lib/bitext/types';
import type { Failure, Result } from '@/lib/result';
import { applyWithWords } from './applyWithWords';
import type { Outbox, Pending, Refusal } from './Outbox';
import type { Passages } from './Passages';
import type { DocumentEvent, Door, Saved } from './serverDoor';
import { Waiting, type Wish } from './Waiting';

export type SaveState = 'saved' | 'saving' | 'offline' | 'signedOut';
export type Snapshot = {
  state: DocumentState;
  saving: SaveState;
  waiting: number;
  refusals: readonly Refusal[];
};

export type StoreOptions = {
  initial: DocumentState;
  /** Number of the last event that `initial` holds. */
  seq: number;
  door: Door;
  actor: { id: string; selfReview: boolean };
  passages: Passages;
  outbox: Outbox | null;
  onFailure: (failure: Failure) => void;
};

const RETRY_MS = 2000;

/**
 * The document on this screen: what the server has confirmed, and the edits on their way to it,
 * applied to it at once. One edit travels at a time; the server's answer wins. A lost connection
 * keeps edits waiting and sends them again, with the same id, so that none counts twice. What others
 * do comes in between; an edit that no longer fits is not lost but listed among the refusals.
 */
export class DocumentStore {
  private confirmed: DocumentState;
  private seq: number;
  /** Events that `confirmed` holds although their number is not known yet. */
  private readonly applied = new Set<string>();
  private readonly waiting: Waiting;
  private sending = false;
  private trouble: 'offline' | 'signedOut' | null = null;
  private snapshot: Snapshot;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly options: StoreOptions) {
    this.confirmed = options.initial;
    this.seq = options.seq;
    this.waiting = new Waiting(options.outbox);
    this.snapshot = this.snapshotOf(this.replay());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): Snapshot => this.snapshot;

  get lastSeq(): number {
    return this.seq;
  }

  /** Sends what an earlier window has left behind, or what waits for a connection. */
  readonly resume = (): void => void this.send();

  /** Applies commands to the view and sends them. An error means that nothing was done. */
  readonly edit = (commands: BeadCommand[]): Result<Edited> => {
    const { actor, onFailure } = this.options;
    const context = { actorId: actor.id, at: new Date().toISOString(), selfReview: actor.selfReview };
    const pending: Pending = { editId: crypto.randomUUID(), commands, context, seen: {} };
    const edited = this.apply(this.snapshot.state, pending);
    if (!edited.ok) {
      onFailure(edited.error);
      return edited;
    }
    if (isNoChange(edited.value.change)) return edited;
    for (const { before } of edited.value.change.beads) {
      const bead = before && findBead(this.confirmed, before.id)?.bead;
      if (bead) pending.seen[bead.id] = bead.revision;
    }
    this.waiting.add(pending);
    this.publish(edited.value.state);
    void this.send();
    return edited;
  };

  /** What commands would make of a state, without doing it. */
  readonly preview = (state: DocumentState, commands: BeadCommand[]): Result<Edited> => {
    const { actor } = this.options;
    const context = { actorId: actor.id, at: new Date().toISOString(), selfReview: actor.selfReview };
    return this.apply(state, { commands, context });
  };

  /** Waits until nothing is on its way to the server. */
  readonly settled = (): Promise<void> =>
    new Promise((resolve) => {
      if (!this.snapshot.waiting) return resolve();
      const stop = this.subscribe(() => {
        if (this.snapshot.waiting) return;
        stop();
        resolve();
      });
    });

  /** Undo or redo on the server, which knows what everybody has done; waits for what is on its way. */
  readonly takeBack = (direction: 'undo' | 'redo'): Promise<Change | null> =>
    this.wish((door) => door.takeBack(direction));

  /** Takes one event back on the server, whoever gave it. */
  readonly revert = (eventId: string): Promise<Change | null> => this.wish((door) => door.revert(eventId));

  private wish(ask: Wish['ask']): Promise<Change | null> {
    return new Promise((settle) => {
      this.waiting.add({ ask, settle });
      this.publish(this.snapshot.state);
      void this.send();
    });
  }

  /** What somebody did, oneself in another window included. Each event counts once, whichever way it came. */
  readonly receive = (events: readonly DocumentEvent[]): void => {
    let changed = false;
    for (const { seq, eventId, change } of events) {
      if (seq <= this.seq) continue;
      if (!change) return void this.reload();
      this.seq = seq;
      if (this.applied.delete(eventId)) continue;
      this.confirmed = applyChange(this.confirmed, change);
      // The answer to one's own edit may come later than the news of it.
      if (this.waiting.edits.some(({ editId }) => editId === eventId)) {
        this.applied.add(eventId);
        this.waiting.sawOwn(change);
      }
      changed = true;
    }
    if (changed) this.publish(this.replay());
  };

  /** Fetches the document again; edits on their way stay. */
  readonly reload = async (): Promise<void> => {
    const answer = await this.options.door.reload();
    if (!answer.ok) return this.options.onFailure(answer.error);
    if (answer.value.seq < this.seq) return; // older than what has come meanwhile
    this.confirmed = answer.value.state;
    this.seq = answer.value.seq;
    this.publish(this.replay());
  };

  /** Gives up a refused edit, or sends it again over what stands now. */
  readonly settleRefusal = (refusal: Refusal, again: boolean): void => {
    this.waiting.settle(refusal);
    this.publish(this.snapshot.state);
    if (again) this.edit(refusal.edit.commands);
  };

  private async send(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    try {
      for (let next = this.waiting.first; next; next = this.waiting.first) {
        if ('settle' in next) await this.takeOneBack(next);
        else await this.sendOne(next);
        if (this.trouble === 'signedOut') return;
      }
    } finally {
      this.sending = false;
      this.publish(this.snapshot.state);
    }
  }

  private async takeOneBack(wish: Wish): Promise<void> {
    let change: Change | null = null;
    try {
      const answer = await wish.ask(this.options.door);
      if (answer.ok) change = answer.value.change;
      if (answer.ok) this.confirm(answer.value);
      else {
        this.options.onFailure(answer.error);
        if (isOutdated(answer.error)) await this.reload();
      }
    } catch {
      // Not sent again: whether the server has done it already can't be known.
      this.options.onFailure({ code: 'request.offline' });
    }
    this.waiting.remove(wish);
    this.publish(this.replay());
    wish.settle(change);
  }

  private async sendOne(pending: Pending): Promise<void> {
    // What the server must find unchanged: the beads this edit touches, as the person saw them.
    const expected = this.apply(this.confirmed, pending);
    if (!expected.ok && !this.applied.has(pending.editId)) return this.refuse(pending, expected.error);
    const seen: Record<string, number> = { ...pending.seen };
    if (expected.ok)
      for (const { before } of expected.value.change.beads)
        if (before) seen[before.id] = pending.seen[before.id] ?? before.revision;
    try {
      const { editId, commands } = pending;
      const answer = await this.options.door.edit({ editId, seen, commands });
      this.trouble = null;
      if (answer.ok) {
        this.confirm(answer.value);
        this.waiting.remove(pending);
        return this.publish(this.replay());
      }
      if (answer.error.code === 'auth.signedOut') {
        this.trouble = 'signedOut';
        return this.publish(this.snapshot.state);
      }
      if (isOutdated(answer.error)) await this.reload();
      this.refuse(pending, answer.error);
    } catch {
      this.trouble = 'offline';
      this.publish(this.snapshot.state);
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }

  private confirm({ eventId, change }: Saved): void {
    this.waiting.sawOwn(change);
    if (eventId && this.applied.delete(eventId)) return; // the news came first
    this.confirmed = applyChange(this.confirmed, change);
    if (eventId) this.applied.add(eventId);
  }

  private refuse(edit: Pending, failure: Failure): void {
    this.waiting.refuse(edit, failure);
    this.publish(this.replay());
  }

  private apply(state: DocumentState, edit: Pick<Pending, 'commands' | 'context'>): Result<Edited> {
    return applyWithWords(state, edit, this.options.passages);
  }

  /** The confirmed state with what is still on its way; an edit that no longer fits is left to the server to refuse. */
  private replay(): DocumentState {
    let state = this.confirmed;
    for (const pending of this.waiting.edits) {
      if (this.applied.has(pending.editId)) continue;
      const edited = this.apply(state, pending);
      if (edited.ok) state = edited.value.state;
    }
    return state;
  }

  private publish(state: DocumentState): void {
    this.snapshot = this.snapshotOf(state);
    for (const listener of this.listeners) listener();
  }

  private snapshotOf(state: DocumentState): Snapshot {
    const { count: waiting, refusals } = this.waiting;
    const saving = !waiting ? 'saved' : (this.trouble ?? 'saving');
    return { state, waiting, saving, refusals };
  }
}

/** The view rests on something that is no longer so. */
const isOutdated = ({ code }: Failure) =>
  ['bead.stale', 'bead.changedByOther', 'bead.notFound', 'history.changedSince'].includes(code);
