import { and, asc, eq, gte, inArray, lt, lte, sql } from 'drizzle-orm';
import type { Border, Paragraph, Span, TextState } from '@/lib/bitext/types';
import type { Db, Tx } from '../client';
import { bitext, border, correction, document, paragraph, text } from '../schema';
import { inBatches } from './batches';

export type NewText = typeof text.$inferInsert & {
  documentId: string;
  paragraphs: readonly Paragraph[];
  borders: readonly Border[];
};

/**
 * A text with its paragraphs and borders, and the bitexts that it makes with the texts already there.
 * @returns the ids of those bitexts.
 */
export async function insert(tx: Tx, row: NewText, newId: () => string): Promise<string[]> {
  await insertText(tx, row);
  return pairUp(tx, row, newId);
}

type Pairing = Pick<NewText, 'id' | 'documentId' | 'isReference' | 'lengthUtf16'>;

/** A bitext of a text that is there with each that it can be aligned with. @returns the ids of those bitexts. */
export async function pairUp(tx: Tx, row: Pairing, newId: () => string): Promise<string[]> {
  const others = await tx
    .select()
    .from(text)
    .where(
      and(
        eq(text.documentId, row.documentId),
        eq(text.isReference, !row.isReference),
        eq(text.isCurrent, true),
      ),
    );
  const made: string[] = [];
  for (const other of others) {
    const [source, target] = row.isReference ? [row, other] : [other, row];
    const id = newId();
    made.push(id);
    await tx.insert(bitext).values({
      id,
      documentId: row.documentId,
      sourceTextId: source.id,
      targetTextId: target.id,
      sourceEnd: source.lengthUtf16,
      targetEnd: target.lengthUtf16,
    });
  }
  return made;
}

/** The text alone, with its paragraphs and borders. */
export async function insertText(tx: Tx, { paragraphs, borders, ...row }: NewText): Promise<void> {
  await tx.insert(text).values(row);
  await inBatches(paragraphs, (rows) =>
    tx.insert(paragraph).values(rows.map((p) => ({ textId: row.id, ...p }))),
  );
  await inBatches(borders, (rows) => tx.insert(border).values(rows.map((b) => ({ textId: row.id, ...b }))));
}

/** The texts of a document as they stand, without older versions. */
export async function listOf(db: Db | Tx, documentId: string) {
  return db
    .select()
    .from(text)
    .where(and(eq(text.documentId, documentId), eq(text.isCurrent, true)))
    .orderBy(asc(text.lang));
}

/** Length of each paragraph in characters after NFC, in order; without their words. See `composedLength`. */
export async function paragraphLengths(db: Db | Tx, textId: string): Promise<number[]> {
  const { content } = paragraph;
  const rows = await db
    .select({
      length: sql<number>`case when ${content} ~ '[\\u0300-\\u036f]' then length(normalize(${content})) else length(${content}) end`,
    })
    .from(paragraph)
    .where(eq(paragraph.textId, textId))
    .orderBy(asc(paragraph.start));
  return rows.map(({ length }) => length);
}

/** The text, with the project it belongs to, for the caller's rights. */
export async function find(db: Db | Tx, id: string) {
  const [row] = await db
    .select({
      id: text.id,
      documentId: document.id,
      lang: text.lang,
      isReference: text.isReference,
      projectId: document.projectId,
    })
    .from(text)
    .innerJoin(document, eq(document.id, text.documentId))
    .where(and(eq(text.id, id), eq(text.isCurrent, true)));
  return row ?? null;
}

/** Takes a text away, with its older versions, its bitexts and their beads. */
export async function remove(
  tx: Tx,
  { documentId, lang }: { documentId: string; lang: string },
): Promise<void> {
  await tx.delete(text).where(and(eq(text.documentId, documentId), eq(text.lang, lang)));
}

/** Paragraphs, borders and corrections of whole texts, in order. */
export async function contents(db: Db | Tx, textIds: readonly string[]) {
  const ids = [...textIds];
  if (!ids.length) return { paragraphs: [], borders: [], corrections: [] };
  const paragraphs = await db
    .select({ textId: paragraph.textId, start: paragraph.start, content: paragraph.content })
    .from(paragraph)
    .where(inArray(paragraph.textId, ids))
    .orderBy(asc(paragraph.textId), asc(paragraph.start));
  const borders = await db
    .select()
    .from(border)
    .where(inArray(border.textId, ids))
    .orderBy(asc(border.textId), asc(border.at));
  const corrections = await db
    .select()
    .from(correction)
    .where(inArray(correction.textId, ids))
    .orderBy(asc(correction.textId), asc(correction.start));
  return { paragraphs, borders, corrections };
}

/** The paragraphs that `span` runs through, in order. */
export async function paragraphsIn(db: Db | Tx, textId: string, span: Span): Promise<Paragraph[]> {
  const first = sql`coalesce((select max(${paragraph.start}) from ${paragraph} where ${paragraph.textId} = ${textId} and ${paragraph.start} <= ${span.start}), 0)`;
  return db
    .select({ start: paragraph.start, content: paragraph.content })
    .from(paragraph)
    .where(
      and(eq(paragraph.textId, textId), sql`${paragraph.start} >= ${first}`, lt(paragraph.start, span.end)),
    )
    .orderBy(asc(paragraph.start));
}

/** Borders and corrections of whole texts, without a word of them. */
export async function skeletons(db: Db | Tx, documentId: string): Promise<Record<string, TextState>> {
  const heads = await listOf(db, documentId);
  const ids = heads.map((head) => head.id);
  if (!ids.length) return {};
  const borders = await db.select().from(border).where(inArray(border.textId, ids)).orderBy(asc(border.at));
  const corrections = await db
    .select()
    .from(correction)
    .where(inArray(correction.textId, ids))
    .orderBy(asc(correction.start));
  const own = <Row extends { textId: string }>(rows: Row[], id: string) =>
    rows.filter((row) => row.textId === id).map(({ textId: _, ...row }) => row);
  return Object.fromEntries(
    heads.map(({ id, lang }) => [
      id,
      { id, lang, paragraphs: [], borders: own(borders, id), corrections: own(corrections, id) },
    ]),
  );
}

/** A text as far as `span` needs it, whose ends must be borders. */
export async function around(db: Db | Tx, textId: string, span: Span): Promise<TextState> {
  const [head] = await db.select({ lang: text.lang }).from(text).where(eq(text.id, textId));
  const borders = await db
    .select({ at: border.at, kind: border.kind })
    .from(border)
    .where(and(eq(border.textId, textId), gte(border.at, span.start), lte(border.at, span.end)))
    .orderBy(asc(border.at));
  const corrections = await db
    .select({
      start: correction.start,
      end: correction.end,
      old: correction.old,
      reading: correction.reading,
    })
    .from(correction)
    .where(
      and(eq(correction.textId, textId), gte(correction.start, span.start), lt(correction.start, span.end)),
    )
    .orderBy(asc(correction.start));
  const paragraphs = await paragraphsIn(db, textId, span);
  return { id: textId, lang: head?.lang ?? 'und', paragraphs, borders, corrections };
}
