import { applyCommands } from '@/lib/bitext/applyCommands';
import { applyChange, type Change, isNoChange } from '@/lib/bitext/change';
import type { BeadCommand, CommandContext } from '@/lib/bitext/commands';
import type { DocumentState } from '@/lib/bitext/types';
import type { Failure, Result } from '@/lib/result';

/** The server, as the store sees it. */
export type Door = {
  edit: (input: {
    editId: string;
    seen: Record<string, number>;
    commands: BeadCommand[];
  }) => Promise<Result<{ change: Change }>>;
  takeBack: (direction: 'undo' | 'redo') => Promise<Result<{ change: Change }>>;
  reload: () => Promise<Result<DocumentState>>;
};

export type SaveState = 'saved' | 'saving' | 'offline';
export type Snapshot = { state: DocumentState; saving: SaveState; waiting: number };

type Pending = { editId: string; commands: BeadCommand[]; context: CommandContext };
/** Undo and redo wait in the same queue as edits, so that they take back what was last when they were asked for. */
type Wish = { direction: 'undo' | 'redo'; settle: (change: Change | null) => void };

const RETRY_MS = 2000;

/**
 * The document on this screen: what the server has confirmed, and the edits on their way to it,
 * applied to it at once. One edit travels at a time; the server's answer wins. A lost connection
 * keeps edits waiting and sends them again, with the same id, so that none counts twice.
 */
export class DocumentStore {
  private confirmed: DocumentState;
  private queue: (Pending | Wish)[] = [];
  private sending = false;
  private offline = false;
  private snapshot: Snapshot;
  private readonly listeners = new Set<() => void>();

  constructor(
    initial: DocumentState,
    private readonly door: Door,
    private readonly actor: { id: string; selfReview: boolean },
    private readonly onFailure: (failure: Failure) => void,
  ) {
    this.confirmed = initial;
    this.snapshot = { state: initial, saving: 'saved', waiting: 0 };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): Snapshot => this.snapshot;

  /** Applies commands to the view and sends them. An error means that nothing was done. */
  readonly edit = (commands: BeadCommand[]): Result<{ state: DocumentState; change: Change }> => {
    const context = {
      actorId: this.actor.id,
      at: new Date().toISOString(),
      selfReview: this.actor.selfReview,
    };
    const edited = applyCommands(this.snapshot.state, commands, context);
    if (!edited.ok) {
      this.onFailure(edited.error);
      return edited;
    }
    if (isNoChange(edited.value.change)) return edited;
    this.queue.push({ editId: crypto.randomUUID(), commands, context });
    this.publish(edited.value.state);
    void this.send();
    return edited;
  };

  /** Undo or redo on the server, which knows what everybody has done; waits for what is on its way. */
  readonly takeBack = (direction: 'undo' | 'redo'): Promise<Change | null> =>
    new Promise((settle) => {
      this.queue.push({ direction, settle });
      this.publish(this.snapshot.state);
      void this.send();
    });

  /** Fetches the document again; edits on their way stay. */
  readonly reload = async (): Promise<void> => {
    const answer = await this.door.reload();
    if (!answer.ok) return this.onFailure(answer.error);
    this.confirmed = answer.value;
    this.publish(this.replay());
  };

  private async send(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    try {
      for (let next = this.queue[0]; next; next = this.queue[0]) {
        if ('settle' in next) await this.takeOneBack(next);
        else await this.sendOne(next);
      }
    } finally {
      this.sending = false;
      this.publish(this.snapshot.state);
    }
  }

  private async takeOneBack(wish: Wish): Promise<void> {
    let change: Change | null = null;
    try {
      const answer = await this.door.takeBack(wish.direction);
      if (answer.ok) change = answer.value.change;
      else {
        this.onFailure(answer.error);
        if (isOutdated(answer.error)) await this.reload();
      }
    } catch {
      // Not sent again: whether the server has done it already can't be known.
      this.onFailure({ code: 'request.offline' });
    }
    if (change) this.confirmed = applyChange(this.confirmed, change);
    this.queue = this.queue.filter((one) => one !== wish);
    this.publish(this.replay());
    wish.settle(change);
  }

  private async sendOne(pending: Pending): Promise<void> {
    // What the server must find unchanged: the beads this edit touches, as confirmed so far.
    const expected = applyCommands(this.confirmed, pending.commands, pending.context);
    if (!expected.ok) return this.drop(pending, expected.error);
    const seen: Record<string, number> = {};
    for (const { before } of expected.value.change.beads) if (before) seen[before.id] = before.revision;
    try {
      const answer = await this.door.edit({ editId: pending.editId, seen, commands: pending.commands });
      this.offline = false;
      if (!answer.ok) {
        this.drop(pending, answer.error);
        if (isOutdated(answer.error)) await this.reload();
        return;
      }
      this.confirmed = applyChange(this.confirmed, answer.value.change);
      this.queue = this.queue.filter((one) => one !== pending);
      this.publish(this.replay());
    } catch {
      this.offline = true;
      this.publish(this.snapshot.state);
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }

  private drop(pending: Pending, failure: Failure): void {
    this.queue = this.queue.filter((one) => one !== pending);
    this.onFailure(failure);
    this.publish(this.replay());
  }

  /** The confirmed state with what is still on its way; an edit that no longer fits is left to the server to refuse. */
  private replay(): DocumentState {
    let state = this.confirmed;
    for (const pending of this.queue) {
      if ('settle' in pending) continue;
      const edited = applyCommands(state, pending.commands, pending.context);
      if (edited.ok) state = edited.value.state;
    }
    return state;
  }

  private publish(state: DocumentState): void {
    const waiting = this.queue.length;
    this.snapshot = {
      state,
      waiting,
      saving: this.offline && waiting ? 'offline' : waiting ? 'saving' : 'saved',
    };
    for (const listener of this.listeners) listener();
  }
}

/** The view rests on something that is no longer so. */
const isOutdated = ({ code }: Failure) =>
  ['bead.stale', 'bead.changedByOther', 'bead.notFound', 'history.changedSince'].includes(code);
