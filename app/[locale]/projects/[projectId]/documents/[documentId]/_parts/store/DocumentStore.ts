import type { Edited } from '@/lib/bitext/applyCommands';
import { isNoChange } from '@/lib/bitext/change';
import type { BeadCommand, CommandContext } from '@/lib/bitext/commands';
import { findBead } from '@/lib/bitext/find';
import type { DocumentState } from '@/lib/bitext/types';
import type { Failure, Result } from '@/lib/result';
import { applyWithWords } from './applyWithWords';
import { Confirmed } from './Confirmed';
import { Courier, lost, type Trouble } from './Courier';
import type { Outbox, Pending, Refusal } from './Outbox';
import type { Passages } from './Passages';
import type { DocumentEvent, Door, Saved } from './serverDoor';
import { Waiting, type Wish } from './Waiting';

export type SaveState = 'saved' | 'saving' | Trouble;
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
  /** A text came, went or was replaced: the document is another one, and is to be opened anew. */
  onOtherTexts?: () => void;
};

/**
 * The document on this screen: what the server has confirmed, and the edits on their way to it,
 * applied to it at once. One edit travels at a time; the server's answer wins. A lost connection
 * keeps edits waiting and sends them again, with the same id, so that none counts twice. What others
 * do comes in between; an edit that no longer fits is not lost but listed among the refusals.
 */
export class DocumentStore {
  private readonly waiting: Waiting;
  private readonly confirmed: Confirmed;
  private readonly courier: Courier;
  private snapshot: Snapshot;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly options: StoreOptions) {
    this.waiting = new Waiting(options.outbox);
    this.confirmed = new Confirmed(options.initial, options.seq, this.waiting);
    const { door, onFailure } = options;
    const { waiting, confirmed } = this;
    this.courier = new Courier({
      ...{ door, waiting, confirmed, onFailure },
      apply: (state, edit) => this.apply(state, edit),
      reload: () => this.reload(),
      onMoved: () => this.publish(this.replay()),
      onStanding: () => this.publish(this.snapshot.state),
    });
    this.snapshot = this.snapshotOf(this.replay());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): Snapshot => this.snapshot;

  get lastSeq(): number {
    return this.confirmed.seq;
  }

  /** Sends what an earlier window has left behind, or what waits for a connection. */
  readonly resume = (): void => void this.courier.go();

  /** Applies commands to the view and sends them. An error means that nothing was done. */
  readonly edit = (commands: BeadCommand[]): Result<Edited> => {
    const pending: Pending = {
      editId: crypto.randomUUID(),
      commands,
      context: this.contextNow(),
      seen: {},
    };
    const edited = this.apply(this.snapshot.state, pending);
    if (!edited.ok) {
      this.options.onFailure(edited.error);
      return edited;
    }
    if (isNoChange(edited.value.change)) return edited;
    for (const { before } of edited.value.change.beads) {
      const bead = before && findBead(this.confirmed.state, before.id)?.bead;
      if (bead) pending.seen[bead.id] = bead.revision;
    }
    this.waiting.add(pending);
    this.publish(edited.value.state);
    void this.courier.go();
    return edited;
  };

  /** What commands would make of a state, without doing it. */
  readonly preview = (state: DocumentState, commands: BeadCommand[]): Result<Edited> =>
    this.apply(state, { commands, context: this.contextNow() });

  private contextNow(): CommandContext {
    const { id: actorId, selfReview } = this.options.actor;
    return { actorId, at: new Date().toISOString(), selfReview };
  }

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

  /**
   * Undo or redo on the server, which knows what everybody has done; waits for what is on its way. That there is
   * nothing to take back is an answer and no failure.
   */
  readonly takeBack = (direction: 'undo' | 'redo'): Promise<Result<Saved>> =>
    this.wish((door) => door.takeBack(direction));

  /** Takes one event back on the server, whoever gave it. */
  readonly revert = (eventId: string): Promise<Result<Saved>> => this.wish((door) => door.revert(eventId));

  private wish(ask: Wish['ask']): Promise<Result<Saved>> {
    return new Promise((settle) => {
      this.waiting.add({ ask, settle });
      this.publish(this.snapshot.state);
      void this.courier.go();
    });
  }

  /** What somebody did, oneself in another window included. Each event counts once, whichever way it came. */
  readonly receive = (events: readonly DocumentEvent[]): void => {
    const news = this.confirmed.heard(events);
    if (news === 'reload') void this.reload();
    else if (news === 'changed') this.publish(this.replay());
  };

  /** Fetches the document again; edits on their way stay. */
  readonly reload = async (): Promise<void> => {
    const answer = await this.options.door.reload().catch(lost);
    if (!answer.ok) return this.options.onFailure(answer.error);
    const { state, seq } = answer.value;
    const { onOtherTexts } = this.options;
    if (onOtherTexts && !isOfTexts(state, Object.keys(this.confirmed.state.texts))) return onOtherTexts();
    if (this.confirmed.replace(state, seq)) this.publish(this.replay());
  };

  /** Gives up a refused edit, or sends it again over what stands now. */
  readonly settleRefusal = (refusal: Refusal, again: boolean): void => {
    this.waiting.settle(refusal);
    this.publish(this.snapshot.state);
    if (again) this.edit(refusal.edit.commands);
  };

  private apply(state: DocumentState, edit: Pick<Pending, 'commands' | 'context'>): Result<Edited> {
    return applyWithWords(state, edit, this.options.passages);
  }

  /** The confirmed state with what is still on its way; an edit that no longer fits is left to the server to refuse. */
  private replay(): DocumentState {
    let { state } = this.confirmed;
    for (const pending of this.waiting.edits) {
      if (this.confirmed.holds(pending.editId)) continue;
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
    const saving = !waiting ? 'saved' : (this.courier.trouble ?? 'saving');
    return { state, waiting, saving, refusals };
  }
}

const isOfTexts = ({ texts }: DocumentState, ids: readonly string[]): boolean =>
  ids.length === Object.keys(texts).length && ids.every((id) => id in texts);
