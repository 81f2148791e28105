import { and, asc, eq, gt, gte, lt, sql } from 'drizzle-orm';
import type { PackedBeads, PackedText } from '@/lib/bitext/packed';
import type { Db, Tx } from '../client';
import { bead, border, correction, ignoredCheck, paragraph, text } from '../schema';
import { breathe } from './breathe';
import type { BitextRow } from './rows';

/** Rows a query brings: some 10 ms of the embedded database, which does nothing else meanwhile. */
const PAGE = 2000;

/**
 * A text with everything that a check reads, in many short queries: nobody else waits long. Not of one moment: whoever
 * needs that compares `lastSeq` before and after.
 */
export async function packedText(db: Db, textId: string): Promise<PackedText> {
  const [head] = await db.select({ lang: text.lang }).from(text).where(eq(text.id, textId));
  const starts: number[] = [];
  const contents: string[] = [];
  for (;;) {
    const page = await db
      .select({ start: paragraph.start, content: paragraph.content })
      .from(paragraph)
      .where(and(eq(paragraph.textId, textId), gt(paragraph.start, starts.at(-1) ?? -1)))
      .orderBy(asc(paragraph.start))
      .limit(PAGE);
    for (const { start, content } of page) {
      starts.push(start);
      contents.push(content);
    }
    await breathe();
    if (page.length < PAGE) break;
  }
  const rows = db
    .select({ at: border.at })
    .from(border)
    .where(eq(border.textId, textId))
    .orderBy(asc(border.at))
    .as('rows');
  const [borders] = await db.select({ at: sql<string | null>`string_agg(${rows.at}::text, ',')` }).from(rows);
  await breathe();
  const { start, end, old, reading } = correction;
  const corrections = await db
    .select({ start, end, old, reading })
    .from(correction)
    .where(eq(correction.textId, textId))
    .orderBy(asc(correction.start));
  return {
    ...{ id: textId, lang: head?.lang ?? 'und', contents, corrections },
    ...{ starts: Int32Array.from(starts), borders: Int32Array.from(numbers(borders?.at)) },
  };
}

const numbers = (list: string | null | undefined): number[] => (list ? list.split(',').map(Number) : []);

/** Reference text that one query goes through, in UTF-16 units: some 20 ms of the embedded database. */
const STRETCH = 1_500_000;

/** Where the beads of a bitext stand, in order. Lists instead of rows: a tenth of the time. */
export async function packedBeads(db: Db | Tx, place: BitextRow): Promise<PackedBeads> {
  const ids: string[] = [];
  const sourceEnds: number[] = [];
  const targetEnds: number[] = [];
  // The last beads may be additions, which begin where the text ends.
  for (let from = 0; from <= place.sourceEnd; from += STRETCH) {
    const rows = db
      .select({ id: bead.id, sourceEnd: bead.sourceEnd, targetEnd: bead.targetEnd })
      .from(bead)
      .where(
        and(eq(bead.bitextId, place.id), gte(bead.sourceStart, from), lt(bead.sourceStart, from + STRETCH)),
      )
      .orderBy(asc(bead.sourceStart), asc(bead.targetStart))
      .as('rows');
    const [columns] = await db
      .select({
        ids: sql<string | null>`string_agg(${rows.id}::text, '')`,
        sourceEnds: sql<string | null>`string_agg(${rows.sourceEnd}::text, ',')`,
        targetEnds: sql<string | null>`string_agg(${rows.targetEnd}::text, ',')`,
      })
      .from(rows);
    ids.push(columns?.ids ?? '');
    for (const end of numbers(columns?.sourceEnds)) sourceEnds.push(end);
    for (const end of numbers(columns?.targetEnds)) targetEnds.push(end);
    await breathe();
  }
  return {
    ids: ids.join(''),
    sourceEnds: Int32Array.from(sourceEnds),
    targetEnds: Int32Array.from(targetEnds),
  };
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
