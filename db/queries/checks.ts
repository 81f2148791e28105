import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Bead, BitextState, Paragraph, TextState } from '@/lib/bitext/types';
import type { Db, Tx } from '../client';
import { bead, border, correction, event, ignoredCheck, paragraph, text } from '../schema';
import { breathe } from './breathe';
import type { BitextRow } from './rows';

/** Rows a query brings: some 10 ms of the embedded database, which does nothing else meanwhile. */
const PAGE = 2000;

/** Number of the last event of a document: it changes with whatever may change a finding. */
export async function lastEventOf(db: Db | Tx, documentId: string): Promise<number> {
  const [row] = await db
    .select({ seq: event.seq })
    .from(event)
    .where(eq(event.documentId, documentId))
    .orderBy(desc(event.seq))
    .limit(1);
  return Number(row?.seq ?? 0);
}

/**
 * A text with everything that a check reads, in many short queries: nobody else waits long. Borders come without
 * their kind. Not of one moment: whoever needs that compares `lastEventOf` before and after.
 */
export async function wholeText(db: Db, textId: string): Promise<TextState> {
  const [head] = await db.select({ lang: text.lang }).from(text).where(eq(text.id, textId));
  const paragraphs: Paragraph[] = [];
  for (;;) {
    const page = await db
      .select({ start: paragraph.start, content: paragraph.content })
      .from(paragraph)
      .where(and(eq(paragraph.textId, textId), gt(paragraph.start, paragraphs.at(-1)?.start ?? -1)))
      .orderBy(asc(paragraph.start))
      .limit(PAGE);
    paragraphs.push(...page);
    if (page.length < PAGE) break;
    await breathe();
  }
  await breathe();
  const [borders] = await db
    .select({ at: sql<string | null>`string_agg(${border.at}::text, ',' order by ${border.at})` })
    .from(border)
    .where(eq(border.textId, textId));
  const { start, end, old, reading } = correction;
  const corrections = await db
    .select({ start, end, old, reading })
    .from(correction)
    .where(eq(correction.textId, textId))
    .orderBy(asc(correction.start));
  return {
    ...{ id: textId, lang: head?.lang ?? 'und', paragraphs, corrections },
    borders: numbers(borders?.at ?? '').map((at) => ({ at, kind: 'sentence' })),
  };
}

const numbers = (list: string): number[] => (list === '' ? [] : list.split(',').map(Number));

/** The spans of all beads in order; the rest of a bead is of no interest to a check, and filled in. */
export async function wholeBitext(db: Db, place: BitextRow): Promise<BitextState> {
  const beads: Bead[] = [];
  for (let after = { source: -1, target: -1 }; ; ) {
    const page = db
      .select({
        ...{ id: bead.id, sourceStart: bead.sourceStart, sourceEnd: bead.sourceEnd },
        ...{ targetStart: bead.targetStart, targetEnd: bead.targetEnd },
      })
      .from(bead)
      .where(
        and(
          eq(bead.bitextId, place.id),
          sql`(${bead.sourceStart}, ${bead.targetStart}) > (${after.source}::int, ${after.target}::int)`,
        ),
      )
      .orderBy(asc(bead.sourceStart), asc(bead.targetStart))
      .limit(PAGE * 2)
      .as('page');
    // One row of lists instead of thousands of rows: a tenth of the time.
    const list = (column: AnyPgColumn) =>
      sql<string | null>`string_agg(${column}::text, ',' order by ${page.sourceStart}, ${page.targetStart})`;
    const [row] = await db
      .select({
        ...{ id: list(page.id), s0: list(page.sourceStart), s1: list(page.sourceEnd) },
        ...{ t0: list(page.targetStart), t1: list(page.targetEnd) },
      })
      .from(page);
    if (!row?.id) break;
    await breathe();
    const [s0, s1, t0, t1] = [row.s0, row.s1, row.t0, row.t1].map((one) => numbers(one ?? ''));
    for (const [k, id] of row.id.split(',').entries())
      beads.push({
        ...{ id, source: { start: s0[k], end: s1[k] }, target: { start: t0[k], end: t1[k] } },
        ...{ status: 'machine', origin: 'machine', confidence: null, reason: null, authors: [], revision: 0 },
      });
    if (s0.length < PAGE * 2) break;
    after = { source: s0.at(-1)!, target: t0.at(-1)! };
  }
  return { id: place.id, sourceTextId: place.sourceTextId, targetTextId: place.targetTextId, beads };
}

export type IgnoredCheck = typeof ignoredCheck.$inferSelect;

export async function ignoredOf(db: Db | Tx, bitextId: string): Promise<IgnoredCheck[]> {
  return db
    .select()
    .from(ignoredCheck)
    .where(eq(ignoredCheck.bitextId, bitextId))
    .orderBy(asc(ignoredCheck.ignoredAt));
}

/** Keeps the reason; a newer one takes its place. */
export async function ignore(tx: Tx, row: IgnoredCheck): Promise<void> {
  const { fingerprint, reason, ignoredBy, ignoredAt, bitextId } = row;
  await tx
    .insert(ignoredCheck)
    .values(row)
    .onConflictDoUpdate({
      target: [ignoredCheck.beadId, ignoredCheck.check],
      set: { bitextId, fingerprint, reason, ignoredBy, ignoredAt },
    });
}

export async function unignore(tx: Tx, bitextId: string, beadId: string, check: string): Promise<void> {
  await tx
    .delete(ignoredCheck)
    .where(
      and(
        eq(ignoredCheck.bitextId, bitextId),
        eq(ignoredCheck.beadId, beadId),
        eq(ignoredCheck.check, check),
      ),
    );
}

/** A bead with its neighbours on either side, all in the given bitext. */
export async function beadAround(db: Db | Tx, bitextId: string, beadId: string) {
  const [row] = await db
    .select()
    .from(bead)
    .where(and(eq(bead.bitextId, bitextId), eq(bead.id, beadId)));
  return row ?? null;
}
