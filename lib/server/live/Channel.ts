import 'server-only';
import type { Db } from '@/db/client';
import * as history from '@/db/queries/history';
import { isNoChange } from '@/lib/bitext/change';
import type { LiveChange } from '@/lib/bitext/live';
import { log } from '../log';
import { Presence } from './Presence';
import { recallEvent } from './recentEvents';
import { frame, MOST_ROWS } from './wire';

/** Somebody who watches a document. `send` takes whole frames and never throws. */
export type Watcher = { userId: string; clientId: string | null; send: (frames: string) => void };

/** Missed events beyond this are not told one by one. */
const MOST_MISSED = 200;
/** News of who is where are collected for so long: twenty people moving about are one message, not twenty. */
const PRESENCE_PAUSE_MS = 250;

/**
 * One document with everybody who watches it in this process.
 *
 * What happens is told in the order of `seq`, each event once: everything that reads or tells events
 * goes through one queue, and what the database announces is only a reason to look whether there is
 * more. The lock of the document makes sure that a smaller number never appears after a larger one.
 */
export class Channel {
  readonly presence = new Presence();
  readonly watchers = new Set<Watcher>();
  /** The last event that was told; null until it is known where to begin. */
  private seq: number | null = null;
  private queue: Promise<void> = Promise.resolve();
  private presenceTimer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private readonly db: Db,
    private readonly documentId: string,
  ) {}

  /** Sends what was missed since `since`, then everything as it happens. Without `since`, from now on. */
  join(watcher: Watcher, since: number | null): Promise<void> {
    this.watchers.add(watcher);
    return this.enqueue(async () => {
      await this.catchUp();
      if (!this.watchers.has(watcher)) return; // Gone again already.
      const seq = this.seq ?? 0;
      if (since !== null && since < seq) watcher.send(await this.missed(since, seq));
      watcher.send(frame('hello', { seq }, seq));
      watcher.send(frame('presence', this.presence.list()));
      this.joined.add(watcher);
    });
  }

  leave(watcher: Watcher): void {
    this.watchers.delete(watcher);
    this.joined.delete(watcher);
  }

  /** The database has announced the event numbered `seq`. */
  announced(seq: number): void {
    void this.enqueue(async () => {
      if (this.seq !== null && seq <= this.seq) return;
      const own = recallEvent(this.documentId, seq);
      // Announcements come in order: nothing lies between this one and the last, unless one was lost.
      if (!own || this.seq === null) return this.catchUp();
      this.tell(frame('change', watched(own), seq));
      this.seq = seq;
    });
  }

  /** Announcements may have been lost. */
  gap(): void {
    void this.enqueue(() => this.catchUp());
  }

  /** To everybody, in its place among the events. */
  broadcast(frames: (seq: number) => string): void {
    void this.enqueue(async () => this.tell(frames(this.seq ?? 0)));
  }

  presenceChanged(): void {
    if (this.presenceTimer || this.closed) return;
    this.presenceTimer = setTimeout(() => {
      this.presenceTimer = undefined;
      this.tell(frame('presence', this.presence.list()));
    }, PRESENCE_PAUSE_MS);
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.presenceTimer);
  }

  /** Watchers who have got what they had missed. */
  private readonly joined = new Set<Watcher>();

  private tell(frames: string): void {
    for (const watcher of this.joined) watcher.send(frames);
  }

  private async catchUp(): Promise<void> {
    if (this.seq === null) {
      this.seq = await history.lastSeq(this.db, this.documentId);
      return;
    }
    const events = await history.since(this.db, this.documentId, this.seq, {
      limit: MOST_MISSED,
      rows: MOST_ROWS,
    });
    for (const event of events) {
      this.tell(frame('change', watched(event), event.seq));
      this.seq = event.seq;
    }
    if (events.length === MOST_MISSED) await this.catchUp();
  }

  /** Frames for somebody who has seen everything up to `since`. */
  private async missed(since: number, until: number): Promise<string> {
    const events = await history.since(this.db, this.documentId, since, {
      limit: MOST_MISSED,
      rows: MOST_ROWS,
    });
    if (events.length === MOST_MISSED) return frame('reload', { seq: until }, until);
    return events
      .filter(({ seq }) => seq <= until)
      .map((event) => frame('change', watched(event), event.seq))
      .join('');
  }

  private enqueue(work: () => Promise<void>): Promise<void> {
    this.queue = this.run(work, this.queue);
    return this.queue;
  }

  /** A failure ends nothing but itself: the next announcement looks again. */
  private async run(work: () => Promise<void>, after: Promise<void>): Promise<void> {
    await after;
    if (this.closed) return;
    try {
      await work();
    } catch (cause) {
      log.error('live.unread', cause, { documentId: this.documentId });
    }
  }
}

function watched(event: history.WatchedEvent): LiveChange {
  const { seq, id, actorId, actorName, at, kind, change } = event;
  // The first alignment keeps no copy of its beads: it says that something happened, not what.
  const tooLarge = !change || isNoChange(change) || rowsIn(change) > MOST_ROWS;
  const shown = { seq, eventId: id, actorId, actorName, at, kind };
  return { ...shown, change: tooLarge ? null : change, reload: tooLarge };
}

const rowsIn = ({ beads, borders, corrections, comments }: NonNullable<history.WatchedEvent['change']>) =>
  beads.length + borders.length + corrections.length + comments.length;
