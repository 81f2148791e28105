import { and, asc, desc, eq, gt, ne, type SQL, sql } from 'drizzle-orm';
import type { Change } from '@/lib/bitext/change';
import type { BeadCommand } from '@/lib/bitext/commands';
import type { EventKind, EventRef } from '@/lib/bitext/history';
import type { Db, Tx } from '../client';
import { event, eventBead, user } from '../schema';
import { uuids } from './arrays';

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

/** The channel on which the database tells everybody who listens that a document has a new event. */
export const EVENT_CHANNEL = 'triptych_event';

/**
 * Appends to the history; belongs in the transaction of the change itself. Whoever listens is told of
 * it when the transaction is committed, and never when it is not.
 *
 * @returns the event's number. Under the lock of its document numbers grow in the order of commits.
 */
export async function append(tx: Tx, { alsoBeads = [], ...row }: NewEvent): Promise<number> {
  const beads = new Set([
    ...row.change.beads.map((r) => (r.before ?? r.after)!.id),
    ...row.change.comments.map((r) => (r.after ?? r.before)!.beadId),
    ...alsoBeads,
  ]);
  const { rows } = (await tx.execute(sql`
    with made as (
      insert into ${event} (id, document_id, actor_id, at, kind, takes_back, commands, change)
      values (${row.id}, ${row.documentId}, ${row.actorId}, ${row.at}, ${row.kind}, ${row.takesBack},
        ${JSON.stringify(row.commands)}::jsonb, ${JSON.stringify(row.change)}::jsonb)
      returning id, seq
    ), touched as (
      insert into ${eventBead} (event_id, bead_id)
      select made.id, bead_id from made, unnest(${uuids([...beads])}) as bead_id
    )
    select seq::int8 as seq, pg_notify(${EVENT_CHANNEL}, ${`${row.documentId} `} || seq) from made`)) as unknown as {
    rows: { seq: number | string }[];
  };
  return Number(rows[0]!.seq);
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

/** Who did something, when, and with which commands: what somebody whose own edit no longer fits must know. */
export type Doing = { actorId: string; name: string; at: string; kind: EventKind; commands: BeadCommand[] };

/** The last event of somebody else that touched one of these beads, after the event numbered `since`. */
export async function lastByOthers(
  db: Db | Tx,
  beadIds: readonly string[],
  actorId: string,
  since = 0,
): Promise<Doing | null> {
  return lastDoing(db, beadIds, and(ne(event.actorId, actorId), gt(event.seq, since)));
}

/** Who was the last to touch one of these beads. */
export async function lastOn(db: Db | Tx, beadIds: readonly string[]): Promise<Doing | null> {
  return lastDoing(db, beadIds);
}

async function lastDoing(db: Db | Tx, beadIds: readonly string[], also?: SQL): Promise<Doing | null> {
  if (!beadIds.length) return null;
  const [row] = await db
    .select({
      actorId: event.actorId,
      name: user.name,
      at: event.at,
      kind: event.kind,
      commands: event.commands,
    })
    .from(event)
    .innerJoin(eventBead, eq(eventBead.eventId, event.id))
    .innerJoin(user, eq(user.id, event.actorId))
    .where(and(sql`${eventBead.beadId} = any(${uuids(beadIds)})`, also))
    .orderBy(desc(event.seq))
    .limit(1);
  return row ? { ...row, at: new Date(row.at).toISOString() } : null;
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

/** A change as it is sent to those who watch; null when it is too large for that. */
export type WatchedEvent = Omit<NewEvent, 'takesBack' | 'commands' | 'change' | 'alsoBeads'> & {
  seq: number;
  actorName: string;
  change: Change | null;
};

/** What happened in a document after the event numbered `seq`, oldest first, at most `limit` of them. */
export async function since(
  db: Db | Tx,
  documentId: string,
  seq: number,
  { limit, rows }: { limit: number; rows: number },
): Promise<WatchedEvent[]> {
  const count = (part: keyof Change) => sql`jsonb_array_length(${event.change} -> ${sql.raw(`'${part}'`)})`;
  const size = sql`${count('beads')} + ${count('borders')} + ${count('corrections')} + ${count('comments')}`;
  const found = await db
    .select({
      id: event.id,
      seq: event.seq,
      documentId: event.documentId,
      actorId: event.actorId,
      actorName: user.name,
      at: event.at,
      kind: event.kind,
      // Who has a text that is no longer current reads the document again.
      change: sql<Change | null>`case when ${size} <= ${rows} and not ${event.change} ? 'texts' then ${event.change} end`,
    })
    .from(event)
    .innerJoin(user, eq(user.id, event.actorId))
    .where(and(eq(event.documentId, documentId), gt(event.seq, seq)))
    .orderBy(asc(event.seq))
    .limit(limit);
  return found.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}

/** The last event after the one numbered `since` that cut, joined or corrected segments of a text. */
export async function lastOnText(
  db: Db | Tx,
  documentId: string,
  textId: string,
  since: number,
): Promise<(Doing & { id: string }) | null> {
  const touched = (part: 'borders' | 'corrections') =>
    sql`${event.change} -> ${sql.raw(`'${part}'`)} @> ${JSON.stringify([{ textId }])}::jsonb`;
  const [row] = await db
    .select({
      id: event.id,
      actorId: event.actorId,
      name: user.name,
      at: event.at,
      kind: event.kind,
      commands: event.commands,
    })
    .from(event)
    .innerJoin(user, eq(user.id, event.actorId))
    .where(
      and(
        eq(event.documentId, documentId),
        gt(event.seq, since),
        sql`(${touched('borders')} or ${touched('corrections')})`,
        // Taken back: as if it had not been.
        sql`not exists (select 1 from ${event} later where later.takes_back = ${event.id})`,
        ne(event.kind, 'undo'),
      ),
    )
    .orderBy(desc(event.seq))
    .limit(1);
  return row ? { ...row, at: new Date(row.at).toISOString() } : null;
}

/** The number of a document's last event, 0 when it has none. */
export async function lastSeq(db: Db | Tx, documentId: string): Promise<number> {
  const [row] = await db
    .select({ seq: event.seq })
    .from(event)
    .where(eq(event.documentId, documentId))
    .orderBy(desc(event.seq))
    .limit(1);
  return row?.seq ?? 0;
}
