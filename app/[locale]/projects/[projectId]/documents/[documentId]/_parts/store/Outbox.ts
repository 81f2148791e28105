import type { BeadCommand, CommandContext } from '@/lib/bitext/commands';

/** An edit on its way to the server. Its id makes sure that it counts once, however often it is sent. */
export type Pending = {
  editId: string;
  commands: BeadCommand[];
  context: CommandContext;
  /** Revisions of the beads it touches as the person saw them: what others did since is not theirs to overwrite unseen. */
  seen: Record<string, number>;
};

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

  save(edits: readonly Pending[]): void {
    try {
      if (edits.length) this.storage.setItem(this.own, JSON.stringify(edits));
      else this.storage.removeItem(this.own);
    } catch {
      // A full or forbidden storage: the edits last as long as the page, which warns before it is left.
    }
  }

  /** The edits that earlier windows left behind, oldest first; they are this window's from now on. */
  takeUp(): Pending[] {
    try {
      const keys = Array.from({ length: this.storage.length }, (_, k) => this.storage.key(k)!);
      const left = keys.filter((key) => key.startsWith(this.prefix));
      const edits = left.flatMap((key) => JSON.parse(this.storage.getItem(key) ?? '[]') as Pending[]);
      edits.sort((a, b) => (a.context.at < b.context.at ? -1 : 1));
      const known = new Map(edits.map((edit) => [edit.editId, edit]));
      this.save([...known.values()]);
      for (const key of left) if (key !== this.own) this.storage.removeItem(key);
      return [...known.values()];
    } catch {
      return []; // no storage, or not ours
    }
  }
}
