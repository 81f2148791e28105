import { and, asc, count, desc, eq, gt, gte, lt, lte, type SQL, sql } from 'drizzle-orm';
import type { Bead, Span } from '@/lib/bitext/types';
import type { Db, Tx } from '../client';
import { bead, border } from '../schema';
import { toBead } from './rows';

const START = sql`(${bead.sourceStart}, ${bead.targetStart})`;
const at = ({ source, target }: Bead) => sql`(${source.start}::int, ${target.start}::int)`;
const inOrder = [asc(bead.sourceStart), asc(bead.targetStart)];
const backwards = [desc(bead.sourceStart), desc(bead.targetStart)];

export async function findBead(db: Db | Tx, bitextId: string, beadId: string): Promise<Bead | null> {
  const [row] = await db
    .select()
    .from(bead)
    .where(and(eq(bead.bitextId, bitextId), eq(bead.id, beadId)));
  return row ? toBead(row) : null;
}

/** The bead with up to `reach` others on either side, in order. */
export async function neighbours(
  db: Db | Tx,
  bitextId: string,
  middle: Bead,
  reach: number,
): Promise<{ before: Bead[]; after: Bead[] }> {
  const side = (where: SQL, order: SQL[]) =>
    db
      .select()
      .from(bead)
      .where(and(eq(bead.bitextId, bitextId), where))
      .orderBy(...order)
      .limit(reach);
  const before = await side(sql`${START} < ${at(middle)}`, backwards);
  const after = await side(sql`${START} > ${at(middle)}`, inOrder);
  return { before: before.reverse().map(toBead), after: after.map(toBead) };
}

/** How many segments of a text lie in `span`, whose ends are borders. */
export async function countSegments(db: Db | Tx, textId: string, span: Span): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(border)
    .where(and(eq(border.textId, textId), gte(border.at, span.start), lt(border.at, span.end)));
  return row?.n ?? 0;
}

/** `span` with up to `segments` more segments on either side. */
export async function widen(db: Db | Tx, textId: string, span: Span, segments: number): Promise<Span> {
  const ofText = eq(border.textId, textId);
  const before = await db
    .select({ at: border.at })
    .from(border)
    .where(and(ofText, lte(border.at, span.start)))
    .orderBy(desc(border.at))
    .limit(segments + 1);
  const after = await db
    .select({ at: border.at })
    .from(border)
    .where(and(ofText, gt(border.at, span.end)))
    .orderBy(asc(border.at))
    .limit(segments);
  return { start: before.at(-1)?.at ?? span.start, end: after.at(-1)?.at ?? span.end };
}
