import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import {
  type BitextOutline,
  type DocumentOutline,
  STATUS_LETTERS,
  type TextOutline,
} from '@/lib/bitext/outline';
import type { NullReason } from '@/lib/bitext/types';
import type { Db, Tx } from '../client';
import { bead, border, comment, correction, event } from '../schema';
import { bitextsOf } from './alignments';
import { type BitextRow, toComment } from './rows';
import { listOf } from './texts';

const LETTERS = sql.raw(
  Object.entries(STATUS_LETTERS)
    .map(([status, letter]) => `when '${status}' then '${letter}'`)
    .join(' '),
);

/**
 * A document without its words. The database lays the columns together itself: fifty thousand beads
 * are one row of a few long values, not fifty thousand objects.
 */
export async function outlineOf(db: Db | Tx, documentId: string): Promise<DocumentOutline> {
  const [last] = await db
    .select({ seq: event.seq })
    .from(event)
    .where(eq(event.documentId, documentId))
    .orderBy(desc(event.seq))
    .limit(1);
  const heads = await listOf(db, documentId);
  const places = await bitextsOf(db, documentId);
  const texts: TextOutline[] = [];
  for (const { id, lang } of heads) texts.push(await textOutline(db, id, lang));
  const bitexts: BitextOutline[] = [];
  for (const place of places) bitexts.push(await bitextOutline(db, place));
  const ids = places.map((place) => place.id);
  const comments = ids.length
    ? await db
        .select()
        .from(comment)
        .where(inArray(comment.bitextId, ids))
        .orderBy(asc(comment.createdAt), asc(comment.id))
    : [];
  return { seq: last?.seq ?? 0, texts, bitexts, comments: comments.map(toComment) };
}

async function textOutline(db: Db | Tx, textId: string, lang: string): Promise<TextOutline> {
  const rows = db
    .select({ at: border.at, kind: border.kind })
    .from(border)
    .where(eq(border.textId, textId))
    .orderBy(asc(border.at))
    .as('rows');
  const [columns] = await db
    .select({
      at: sql<string>`coalesce(string_agg(${rows.at}::text, ','), '')`,
      kinds: sql<string>`coalesce(string_agg(left(${rows.kind}, 1), ''), '')`,
    })
    .from(rows);
  const corrections = await db
    .select({
      start: correction.start,
      end: correction.end,
      old: correction.old,
      reading: correction.reading,
    })
    .from(correction)
    .where(eq(correction.textId, textId))
    .orderBy(asc(correction.start));
  return { id: textId, lang, at: numbers(columns.at), kinds: columns.kinds, corrections };
}

async function bitextOutline(db: Db | Tx, place: BitextRow): Promise<BitextOutline> {
  const rows = db
    .select()
    .from(bead)
    .where(eq(bead.bitextId, place.id))
    .orderBy(asc(bead.sourceStart), asc(bead.targetStart))
    .as('rows');
  const list = (value: ReturnType<typeof sql>) => sql<string>`coalesce(string_agg(${value}, ','), '')`;
  const [columns] = await db
    .select({
      ids: sql<string>`coalesce(string_agg(${rows.id}::text, ''), '')`,
      sourceEnds: list(sql`${rows.sourceEnd}::text`),
      targetEnds: list(sql`${rows.targetEnd}::text`),
      statuses: sql<string>`coalesce(string_agg(case ${rows.status} ${LETTERS} end, ''), '')`,
      origins: sql<string>`coalesce(string_agg(left(${rows.origin}, 1), ''), '')`,
      // In ten-thousandths, which are more than anybody is shown; the database keeps all places.
      confidences: list(sql`coalesce((${rows.confidence} * 10000)::int::text, '')`),
      reasons: list(sql`coalesce(${rows.reason}, '')`),
      authors: list(sql`array_to_string(${rows.authors}, ' ')`),
      revisions: list(sql`${rows.revision}::text`),
    })
    .from(rows);
  const { id, sourceTextId, targetTextId } = place;
  return {
    id,
    sourceTextId,
    targetTextId,
    ids: columns.ids,
    sourceEnds: numbers(columns.sourceEnds),
    targetEnds: numbers(columns.targetEnds),
    statuses: columns.statuses,
    origins: columns.origins,
    confidences: columns.ids
      ? columns.confidences.split(',').map((one) => (one === '' ? null : Number(one) / 10_000))
      : [],
    reasons: columns.reasons.split(',').flatMap((one, k) => (one ? [[k, one as NullReason] as const] : [])),
    ...teamsOf(columns.authors),
    revisions: numbers(columns.revisions),
  };
}

const numbers = (list: string): number[] => (list === '' ? [] : list.split(',').map(Number));

/** Few people work on a document: each set of them is named once. */
function teamsOf(list: string): Pick<BitextOutline, 'authors' | 'teams'> {
  const known = new Map<string, number>();
  const authors: [number, number][] = [];
  for (const [k, team] of list.split(',').entries()) {
    if (!team) continue;
    if (!known.has(team)) known.set(team, known.size);
    authors.push([k, known.get(team)!]);
  }
  return { authors, teams: [...known.keys()].map((team) => team.split(' ')) };
}
