import { and, asc, eq, gte, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import type { Span } from '@/lib/bitext/types';
import type { Db, Tx } from '../client';
import { bitext, document, event, eventBead, paragraph, text, user } from '../schema';
import { arrayOf, uuids } from './arrays';

export type ExportedDocument = { id: string; title: string };

/** Documents of a project in the order in which people see them: those named, or all of them. */
export async function documentsOf(
  db: Db | Tx,
  projectId: string,
  ids?: readonly string[],
): Promise<ExportedDocument[]> {
  return db
    .select({ id: document.id, title: document.title })
    .from(document)
    .where(and(eq(document.projectId, projectId), ids && inArray(document.id, [...ids])))
    .orderBy(asc(document.createdAt), asc(document.title));
}

/**
 * The words of the paragraphs that begin between two offsets, end to end and as one value: offsets say where each begins.
 *
 * @param span starts where a paragraph does
 */
export async function wordsBetween(db: Db | Tx, textId: string, { start, end }: Span): Promise<string> {
  const [{ words }] = await db
    .select({ words: WORDS })
    .from(paragraph)
    .where(and(eq(paragraph.textId, textId), gte(paragraph.start, start), lt(paragraph.start, end)));
  return words;
}

/** The same of the paragraphs that begin at these offsets, in the order of the text. */
export async function wordsAt(db: Db | Tx, textId: string, starts: readonly number[]): Promise<string> {
  const [{ words }] = await db
    .select({ words: WORDS })
    .from(paragraph)
    .where(and(eq(paragraph.textId, textId), sql`${paragraph.start} = any(${arrayOf(starts, 'int')})`));
  return words;
}

const WORDS = sql<string>`coalesce(string_agg(${paragraph.content}, '' order by ${paragraph.start}), '')`;

export type LastChange = { at: string; by: string[] };

/** Who had their hands on each of these beads, first ones first, and when the last of them did; up to an event. */
export async function lastChanges(
  db: Db | Tx,
  beadIds: readonly string[],
  untilSeq: number,
): Promise<Map<string, LastChange>> {
  const rows = await db
    .select({
      beadId: eventBead.beadId,
      name: user.name,
      first: sql<number>`min(${event.seq})::int8`,
      at: sql<string>`max(${event.at})`,
    })
    .from(eventBead)
    .innerJoin(event, eq(event.id, eventBead.eventId))
    .innerJoin(user, eq(user.id, event.actorId))
    .where(and(sql`${eventBead.beadId} = any(${uuids(beadIds)})`, sql`${event.seq} <= ${untilSeq}`))
    .groupBy(eventBead.beadId, user.id, user.name)
    .orderBy(asc(sql`3`));
  const changes = new Map<string, LastChange>();
  for (const { beadId, name, at } of rows) {
    const time = new Date(at).toISOString();
    const known = changes.get(beadId);
    if (!known) changes.set(beadId, { at: time, by: [name] });
    else {
      known.by.push(name);
      if (time > known.at) known.at = time;
    }
  }
  return changes;
}

/**
 * The languages in which documents are aligned, and when each was last changed: by an edit, or when its last text came
 * in. Null of one that is not there.
 */
export async function alignedDocuments(
  db: Db | Tx,
  ids: readonly string[],
): Promise<Map<string, { langs: Set<string>; changedAt: Date | null }>> {
  const wanted = [...ids];
  const rows = await db
    .select({ documentId: sql<string>`${bitext.documentId}`, lang: text.lang })
    .from(bitext)
    .innerJoin(text, eq(text.id, bitext.targetTextId))
    .where(and(inArray(bitext.documentId, wanted), isNotNull(bitext.origin), eq(text.isCurrent, true)));
  const edits = sql`(select max(${event.at}) from ${event} where ${event.documentId} = ${document.id})`;
  const imports = sql`(select max(${text.importedAt}) from ${text} where ${text.documentId} = ${document.id})`;
  const changes = await db
    .select({ id: document.id, at: sql<string>`greatest(${document.createdAt}, ${edits}, ${imports})` })
    .from(document)
    .where(inArray(document.id, wanted));
  const times = new Map(changes.map(({ id, at }) => [id, new Date(at)]));
  const found = new Map(
    ids.map((id) => [id, { langs: new Set<string>(), changedAt: times.get(id) ?? null }]),
  );
  for (const { documentId, lang } of rows) found.get(documentId)?.langs.add(lang);
  return found;
}
