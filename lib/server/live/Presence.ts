import type { Present } from '@/lib/bitext/live';

/** Somebody who has not been heard of for so long is gone. */
export const AWAY_MS = 45_000;
/** Windows one person may have in a document; the oldest makes room. */
const MOST_WINDOWS = 20;

/** Who is in one document. Without a clock of its own: times come in as milliseconds. */
export class Presence {
  private readonly entries = new Map<string, Present & { heardAt: number }>();

  /** Notes where somebody is. @returns whether that is news. */
  note(
    { clientId, userId, name, bitextId, beadId, since }: Omit<Present, 'since'> & { since?: string },
    now: number,
  ): boolean {
    const key = keyOf(userId, clientId);
    const known = this.entries.get(key);
    const stayed = known?.bitextId === bitextId && known.beadId === beadId;
    const entry = {
      ...{ clientId, userId, name, bitextId, beadId, heardAt: now },
      since: stayed ? known.since : (since ?? new Date(now).toISOString()),
    };
    this.entries.set(key, entry);
    if (!known) this.makeRoom(userId);
    return !stayed || known.name !== name;
  }

  /** @returns whether they were here. */
  leave(userId: string, clientId: string): boolean {
    return this.entries.delete(keyOf(userId, clientId));
  }

  /** Forgets whoever has not been heard of. @returns whether anybody was forgotten. */
  sweep(now: number): boolean {
    const gone = [...this.entries].filter(([, { heardAt }]) => now - heardAt > AWAY_MS);
    for (const [key] of gone) this.entries.delete(key);
    return gone.length > 0;
  }

  find(userId: string, clientId: string): Present | undefined {
    return this.entries.get(keyOf(userId, clientId));
  }

  /** By name, then by when they came. */
  list(): Present[] {
    return [...this.entries.values()]
      .map(({ heardAt: _, ...present }) => present)
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.clientId < b.clientId ? -1 : 1));
  }

  private makeRoom(userId: string): void {
    const own = [...this.entries].filter(([, entry]) => entry.userId === userId);
    own.sort(([, a], [, b]) => a.heardAt - b.heardAt);
    for (const [key] of own.slice(0, -MOST_WINDOWS)) this.entries.delete(key);
  }
}

/** With the person in it: nobody can speak for somebody else's window. */
const keyOf = (userId: string, clientId: string): string => `${userId}/${clientId}`;
