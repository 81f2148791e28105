import type { BeadCommand, CommandContext } from '@/lib/bitext/commands';
import type { Failure } from '@/lib/result';

/** An edit on its way to the server. Its id makes sure that it counts once, however often it is sent. */
export type Pending = {
  editId: string;
  commands: BeadCommand[];
  context: CommandContext;
  /** Revisions of the beads it touches as the person saw them: what others did since is not theirs to overwrite unseen. */
  seen: Record<string, number>;
};

/** An edit that the server did not take: what was wanted, and why it was not done. */
export type Refusal = { edit: Pending; failure: Failure };

/** What outlives the window: edits on their way, and those whose fate its person has not decided yet. */
export type Kept = { edits: readonly Pending[]; refusals: readonly Refusal[] };

/**
 * Edits that have not reached the server, kept in this browser: they outlive a reload, a crash and an
 * empty battery. Every window writes a list of its own; whoever opens the document next takes all of
 * them up. That another window may still be sending its own does no harm: an id counts once.
 */
export class Outbox {
  private readonly own: string;

  constructor(
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>,
    private readonly place: { documentId: string; userId: string },
    windowId: string,
  ) {
    this.own = this.prefix + windowId;
  }

  private get prefix(): string {
    return `triptych.outbox.${this.place.documentId}.${this.place.userId}.`;
  }

  save(kept: Kept): void {
    try {
      if (kept.edits.length || kept.refusals.length) this.storage.setItem(this.own, JSON.stringify(kept));
      else this.storage.removeItem(this.own);
    } catch {
      // A full or forbidden storage: the edits last as long as the page, which warns before it is left.
    }
  }

  /** What earlier windows left behind, oldest first; it is this window's from now on. */
  takeUp(): Kept {
    try {
      const keys = Array.from({ length: this.storage.length }, (_, k) => this.storage.key(k)!);
      const left = keys.filter((key) => key.startsWith(this.prefix));
      const found = left.map((key) => JSON.parse(this.storage.getItem(key)!) as Kept);
      const once = <T>(rows: readonly T[], editOf: (row: T) => Pending): T[] => [
        ...new Map(
          [...rows]
            .sort((a, b) => (editOf(a).context.at < editOf(b).context.at ? -1 : 1))
            .map((row) => [editOf(row).editId, row]),
        ).values(),
      ];
      const kept = {
        edits: once(
          found.flatMap((one) => one.edits),
          (edit) => edit,
        ),
        refusals: once(
          found.flatMap((one) => one.refusals),
          (refusal) => refusal.edit,
        ),
      };
      this.save(kept);
      for (const key of left) if (key !== this.own) this.storage.removeItem(key);
      return kept;
    } catch {
      return { edits: [], refusals: [] }; // no storage, or not ours
    }
  }
}
