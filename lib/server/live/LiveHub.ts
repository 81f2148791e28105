import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Db } from '@/db/client';
import { type Listening, listen } from '@/db/listen';
import { EVENT_CHANNEL } from '@/db/queries/history';
import type { Present } from '@/lib/bitext/live';
import { log } from '../log';
import { Channel, type Watcher } from './Channel';
import { frame, Told } from './wire';

/** On which the processes of one database tell each other what the database does not know. */
export const PEER_CHANNEL = 'triptych_live';
const SWEEP_MS = 5000;

/**
 * Tells whoever watches a document what happens in it, whichever process it happens in.
 *
 * The history in the database is the truth. The database announces each event when it is committed,
 * with no more than its document and number; everything else is read from the history. Who is where
 * is kept in memory, in every process that has watchers.
 */
export class LiveHub {
  private readonly id = randomUUID();
  private readonly channels = new Map<string, Channel>();
  private readonly sweeper: NodeJS.Timeout;

  private constructor(
    private readonly db: Db,
    private listening: Listening,
  ) {
    this.sweeper = setInterval(() => this.sweep(Date.now()), SWEEP_MS);
    this.sweeper.unref();
  }

  static async open(db: Db): Promise<LiveHub> {
    const none: Listening = { notify: async () => {}, close: async () => {} };
    const hub = new LiveHub(db, none);
    hub.listening = await listen(db, {
      channels: [EVENT_CHANNEL, PEER_CHANNEL],
      onNotification: (channel, payload) =>
        channel === EVENT_CHANNEL ? hub.announced(payload) : hub.heard(payload),
      onGap: () => {
        for (const channel of hub.channels.values()) channel.gap();
      },
    });
    return hub;
  }

  /** How many watch in this process: all, or one person. */
  watching(userId?: string): number {
    let count = 0;
    for (const { watchers } of this.channels.values())
      for (const watcher of watchers) if (!userId || watcher.userId === userId) count++;
    return count;
  }

  /** Whether this window of this person watches the document in this process. */
  isWatching(documentId: string, userId: string, clientId: string): boolean {
    const watchers = [...(this.channels.get(documentId)?.watchers ?? [])];
    return watchers.some((one) => one.userId === userId && one.clientId === clientId);
  }

  /** Whether it is known where this window of this person is. */
  isPresent(documentId: string, userId: string, clientId: string): boolean {
    return this.channels.get(documentId)?.presence.find(userId, clientId) !== undefined;
  }

  /** Sends what was missed, then everything as it happens. @returns how to stop. */
  watch(documentId: string, watcher: Watcher, since: number | null): () => void {
    let channel = this.channels.get(documentId);
    if (!channel) {
      channel = new Channel(this.db, documentId);
      this.channels.set(documentId, channel);
      this.tell({ what: 'who', documentId, from: this.id });
    }
    void channel.join(watcher, since);
    return () => this.unwatch(documentId, watcher);
  }

  private unwatch(documentId: string, watcher: Watcher): void {
    const channel = this.channels.get(documentId);
    if (!channel?.watchers.has(watcher)) return;
    channel.leave(watcher);
    const { clientId, userId } = watcher;
    if (clientId && !this.isWatching(documentId, userId, clientId)) this.leave(documentId, userId, clientId);
    if (channel.watchers.size) return;
    channel.close();
    this.channels.delete(documentId);
  }

  /** Notes where somebody is, and tells the others. */
  note(documentId: string, present: Omit<Present, 'since'>): void {
    const now = Date.now();
    const channel = this.channels.get(documentId);
    if (channel?.presence.note(present, now)) channel.presenceChanged();
    const since =
      channel?.presence.find(present.userId, present.clientId)?.since ?? new Date(now).toISOString();
    this.tell({ what: 'here', documentId, from: this.id, ...present, since });
  }

  private leave(documentId: string, userId: string, clientId: string): void {
    const channel = this.channels.get(documentId);
    if (channel?.presence.leave(userId, clientId)) channel.presenceChanged();
    this.tell({ what: 'gone', documentId, from: this.id, userId, clientId });
  }

  async close(): Promise<void> {
    clearInterval(this.sweeper);
    for (const channel of this.channels.values()) channel.close();
    this.channels.clear();
    await this.listening.close();
  }

  private announced(payload: string): void {
    const [documentId = '', seq] = payload.split(' ');
    this.channels.get(documentId)?.announced(Number(seq));
  }

  /** What another process has told. */
  private heard(payload: string): void {
    const parsed = Told.safeParse(JSON.parse(payload));
    if (!parsed.success || parsed.data.from === this.id) return;
    const told = parsed.data;
    const channel = this.channels.get(told.documentId);
    if (!channel) return;
    if (told.what === 'job') channel.broadcast(() => frame('job', told.job));
    else if (told.what === 'reload') channel.broadcast((seq) => frame('reload', { seq }));
    else if (told.what === 'who') this.introduce(told.documentId, channel);
    else if (told.what === 'gone') {
      if (channel.presence.leave(told.userId, told.clientId)) channel.presenceChanged();
    } else if (channel.presence.note(told, Date.now())) channel.presenceChanged();
  }

  /** Names those who watch here. */
  private introduce(documentId: string, channel: Channel): void {
    for (const { userId, clientId } of channel.watchers) {
      const present = clientId && channel.presence.find(userId, clientId);
      if (present) this.tell({ what: 'here', documentId, from: this.id, ...present });
    }
  }

  private tell(told: Told): void {
    this.listening
      .notify(PEER_CHANNEL, JSON.stringify(told))
      .catch((cause: unknown) => log.error('live.untold', cause, { what: told.what }));
  }

  private sweep(now: number): void {
    for (const channel of this.channels.values()) if (channel.presence.sweep(now)) channel.presenceChanged();
  }
}
