import type { Edited } from '@/lib/bitext/applyCommands';
import type { DocumentState } from '@/lib/bitext/types';
import type { Failure, Result } from '@/lib/result';
import type { Confirmed } from './Confirmed';
import type { Pending } from './Outbox';
import type { Door } from './serverDoor';
import type { Waiting, Wish } from './Waiting';

export type CourierParts = {
  door: Door;
  waiting: Waiting;
  confirmed: Confirmed;
  /** What an edit makes of a state. */
  apply: (state: DocumentState, edit: Pending) => Result<Edited>;
  reload: () => Promise<void>;
  onFailure: (failure: Failure) => void;
  /** What waits or what is confirmed has changed. */
  onMoved: () => void;
  /** The document stands as it did; whether anything is on its way, or in trouble, has changed. */
  onStanding: () => void;
};

/** Why nothing goes: there is no connection, or the server does not know its person any more. */
export type Trouble = 'offline' | 'signedOut';

const RETRY_MS = 2000;

/** Carries what waits to the server, one thing at a time and in order; what was lost on the way goes again. */
export class Courier {
  trouble: Trouble | null = null;
  private under = false;

  constructor(private readonly parts: CourierParts) {}

  /** Sends all that waits, unless that is being done already. Ends early when somebody has to sign in first. */
  async go(): Promise<void> {
    if (this.under) return;
    this.under = true;
    const { waiting, onStanding } = this.parts;
    try {
      for (let next = waiting.first; next; next = waiting.first) {
        if ('settle' in next) await this.ask(next);
        else await this.send(next);
        if (this.trouble === 'signedOut') return;
      }
    } finally {
      this.under = false;
      onStanding();
    }
  }

  private async ask(wish: Wish): Promise<void> {
    const { door, waiting, confirmed, reload, onFailure, onMoved } = this.parts;
    const answer = await wish.ask(door).catch(lost);
    if (answer.ok) confirmed.answered(answer.value);
    else if (!isNothing(answer.error)) {
      onFailure(answer.error);
      if (isOutdated(answer.error)) await reload();
    }
    waiting.remove(wish);
    onMoved();
    wish.settle(answer);
  }

  private async send(pending: Pending): Promise<void> {
    const { door, waiting, confirmed, reload, onMoved, onStanding } = this.parts;
    // What the server must find unchanged: the beads this edit touches, as the person saw them.
    const expected = this.parts.apply(confirmed.state, pending);
    if (!expected.ok && !confirmed.holds(pending.editId)) return this.refuse(pending, expected.error);
    const seen: Record<string, number> = { ...pending.seen };
    if (expected.ok)
      for (const { before } of expected.value.change.beads)
        if (before) seen[before.id] = pending.seen[before.id] ?? before.revision;
    try {
      const { editId, commands } = pending;
      const answer = await door.edit({ editId, seen, commands });
      this.trouble = null;
      if (answer.ok) {
        confirmed.answered(answer.value);
        waiting.remove(pending);
        return onMoved();
      }
      if (answer.error.code === 'auth.signedOut') {
        this.trouble = 'signedOut';
        return onStanding();
      }
      if (isOutdated(answer.error)) await reload();
      this.refuse(pending, answer.error);
    } catch {
      this.trouble = 'offline';
      onStanding();
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }

  private refuse(edit: Pending, failure: Failure): void {
    this.parts.waiting.refuse(edit, failure);
    this.parts.onMoved();
  }
}

/** The view rests on something that is no longer so. */
const isOutdated = ({ code }: Failure) =>
  ['bead.stale', 'bead.changedByOther', 'bead.notFound', 'history.changedSince'].includes(code);

/** There is nothing of one's own to take back. */
export const isNothing = ({ code }: Failure) =>
  code === 'history.nothing' || code === 'history.nothingToRedo';

/** What did not arrive. A wish is not sent again: whether the server has done it already can't be known. */
export const lost = (): Result<never> => ({ ok: false, error: { code: 'request.offline' } });
