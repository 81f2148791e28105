import { applyChange } from '@/lib/bitext/change';
import type { DocumentState } from '@/lib/bitext/types';
import type { DocumentEvent, Saved } from './serverDoor';
import type { Waiting } from './Waiting';

/**
 * The document as the server has it. What happens there is heard of twice, in the answer to one's own edit and in the
 * news that everybody gets, in either order: each event counts once.
 */
export class Confirmed {
  /** Events that `state` holds although their number is not known yet. */
  private readonly applied = new Set<string>();

  constructor(
    public state: DocumentState,
    /** Number of the last event that `state` holds. */
    public seq: number,
    private readonly waiting: Waiting,
  ) {}

  /** Whether an edit is in `state` already. */
  holds(editId: string): boolean {
    return this.applied.has(editId);
  }

  /** The answer to what one has done oneself. */
  answered({ eventId, change }: Saved): void {
    this.waiting.sawOwn(change);
    if (eventId && this.applied.delete(eventId)) return; // the news came first
    this.state = applyChange(this.state, change);
    if (eventId) this.applied.add(eventId);
  }

  /**
   * The news of what anybody did, oneself in another window included.
   * @returns `reload` when they are too long to be told: what comes after them waits for that.
   */
  heard(events: readonly DocumentEvent[]): 'nothing' | 'changed' | 'reload' {
    let changed = false;
    for (const { seq, eventId, change } of events) {
      if (seq <= this.seq) continue;
      if (!change) return 'reload';
      this.seq = seq;
      if (this.applied.delete(eventId)) continue;
      this.state = applyChange(this.state, change);
      // The answer to one's own edit may come later than the news of it.
      if (this.waiting.edits.some(({ editId }) => editId === eventId)) {
        this.applied.add(eventId);
        this.waiting.sawOwn(change);
      }
      changed = true;
    }
    return changed ? 'changed' : 'nothing';
  }

  /** The whole document, fetched anew. False when it is older than what has come meanwhile. */
  replace(state: DocumentState, seq: number): boolean {
    if (seq < this.seq) return false;
    this.state = state;
    this.seq = seq;
    return true;
  }
}
