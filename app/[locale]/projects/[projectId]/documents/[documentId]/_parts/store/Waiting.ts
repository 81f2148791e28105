import type { Change } from '@/lib/bitext/change';
import type { Failure, Result } from '@/lib/result';
import type { Outbox, Pending, Refusal } from './Outbox';
import type { Door, Saved } from './serverDoor';

/** Undo, redo and revert wait in the same queue as edits, so that they find what was last when they were asked for. */
export type Wish = { ask: (door: Door) => Promise<Result<Saved>>; settle: (answer: Result<Saved>) => void };

/** What is on its way to the server, in order, and what came back from it. Edits are kept in the outbox meanwhile. */
export class Waiting {
  private queue: (Pending | Wish)[];
  refusals: readonly Refusal[];

  constructor(private readonly outbox: Outbox | null) {
    const { edits, refusals } = outbox?.takeUp() ?? { edits: [], refusals: [] };
    this.queue = [...edits];
    this.refusals = refusals;
  }

  private keep(): void {
    this.outbox?.save({ edits: this.edits, refusals: this.refusals });
  }

  get count(): number {
    return this.queue.length;
  }

  get first(): Pending | Wish | undefined {
    return this.queue[0];
  }

  get edits(): Pending[] {
    return this.queue.filter((one) => 'editId' in one);
  }

  add(one: Pending | Wish): void {
    this.queue.push(one);
    this.keep();
  }

  remove(gone: Pending | Wish): void {
    this.queue = this.queue.filter((one) => one !== gone);
    this.keep();
  }

  /** The server did not take it: it waits for its person to decide. */
  refuse(edit: Pending, failure: Failure): void {
    this.refusals = [...this.refusals, { edit, failure }];
    this.remove(edit);
  }

  settle(refusal: Refusal): void {
    this.refusals = this.refusals.filter((one) => one !== refusal);
    this.keep();
  }

  /** One's own change is seen by one's own edits that wait behind it. */
  sawOwn(change: Change): void {
    for (const { after } of change.beads)
      for (const { seen } of this.edits) if (after && after.id in seen) seen[after.id] = after.revision;
  }
}
