import { and, asc, desc, eq, gt, inArray, ne } from 'drizzle-orm';
import type { Change } from '@/lib/bitext/change';
import type { BeadCommand } from '@/lib/bitext/commands';
import type { EventKind, EventRef } from '@/lib/bitext/history';
import type { Db, Tx } from '../client';
import { event, eventBead, user } from '../schema';
import { inBatches } from './batches';

export type NewEvent = {
  id: string;
  documentId: string;
  actorId: string;
  at: string;
  kind: EventKind;
  takesBack: string | null;
  commands: BeadCommand[];
  change: Change;
  /** Beads whose history should show the event although their rows did not change. */
  alsoBeads?: readonly string[];
};

/** Appends to the history; belongs in the transaction of the change itself. */
export async function append(tx: Tx, { alsoBeads = [], ...row }: NewEvent): Promise<void> {
  await tx.insert(event).values(row);
  const beads = new Set([
    ...row.change.beads.map((r) => (r.before ?? r.after)!.id),
    ...row.change.comments.map((r) => (r.after ?? r.before)!.beadId),
    ...alsoBeads,
  ]);
  await inBatches([...beads], (slice) =>
    tx.insert(eventBead).values(slice.map((beadId) => ({ eventId: row.id, beadId }))),
  );
}

export async function find(db: Db | Tx, documentId: string, id: string) {
  const [row] = await db
    .select()
    .from(event)
    .where(and(eq(event.documentId, documentId), eq(event.id, id)));
  return row ?? null;
}

/** One person's events in a document, oldest first, for the undo stack. */
export async function ownEvents(db: Db | Tx, documentId: string, actorId: string): Promise<EventRef[]> {
  return db
    .select({ id: event.id, kind: event.kind, takesBack: event.takesBack })
    .from(event)
    .where(and(eq(event.documentId, documentId), eq(event.actorId, actorId)))
    .orderBy(asc(event.seq));
}

/** The last event of somebody else that touched one of these beads, after the event numbered `since`. */
export async function lastByOthers(db: Db | Tx, beadIds: readonly string[], actorId: string, since = 0) {
  if (!beadIds.length) return null;
  const [row] = await db
    .select({ name: user.name, at: event.at, kind: event.kind })
    .from(event)
    .innerJoin(eventBead, eq(eventBead.eventId, event.id))
    .innerJoin(user, eq(user.id, event.actorId))
    .where(and(inArray(eventBead.beadId, [...beadIds]), ne(event.actorId, actorId), gt(event.seq, since)))
    .orderBy(desc(event.seq))
    .limit(1);
  return row ?? null;
}

/** Who was the last to touch one of these beads. */
export async function lastOn(
  db: Db | Tx,
  beadIds: readonly string[],
): Promise<{ actorId: string; name: string } | null> {
  if (!beadIds.length) return null;
  const [row] = await db
    .select({ actorId: event.actorId, name: user.name })
    .from(event)
    .innerJoin(eventBead, eq(eventBead.eventId, event.id))
    .innerJoin(user, eq(user.id, event.actorId))
    .where(inArray(eventBead.beadId, [...beadIds]))
    .orderBy(desc(event.seq))
    .limit(1);
  return row ?? null;
}

export type BeadEvent = {
  id: string;
  at: string;
  actor: string;
  kind: EventKind;
  commands: BeadCommand[];
  change: Change;
};

/** What happened to a bead, newest first. */
export async function ofBead(
  db: Db | Tx,
  documentId: string,
  beadId: string,
  limit: number,
): Promise<BeadEvent[]> {
  const rows = await db
    .select({
      id: event.id,
      at: event.at,
      actor: user.name,
      kind: event.kind,
      commands: event.commands,
      change: event.change,
    })
    .from(event)
    .innerJoin(eventBead, eq(eventBead.eventId, event.id))
    .innerJoin(user, eq(user.id, event.actorId))
    .where(and(eq(event.documentId, documentId), eq(eventBead.beadId, beadId)))
    .orderBy(desc(event.seq))
    .limit(limit);
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}

/** When the document was last changed, null if never. */
export async function lastChange(db: Db | Tx, documentId: string): Promise<Date | null> {
  const [row] = await db
    .select({ at: event.at })
    .from(event)
    .where(eq(event.documentId, documentId))
    .orderBy(desc(event.seq))
    .limit(1);
  return row ? new Date(row.at) : null;
}
