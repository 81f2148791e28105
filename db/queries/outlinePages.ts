import { and, asc, eq, gte, lt, sql } from 'drizzle-orm';
import { type BitextOutline, STATUS_LETTERS, type TextOutline } from '@/lib/bitext/outline';
import type { NullReason } from '@/lib/bitext/types';
import type { Db, Tx } from '../client';
import { bead, border, correction } from '../schema';
import { breathe } from './breathe';
import type { BitextRow } from './rows';

/** Text that one query goes through, in UTF-16 units: some 20 ms of the embedded database. */
const STRETCH = 500_000;

const LETTERS = sql.raw(
  Object.entries(STATUS_LETTERS)
    .map(([status, letter]) => `when '${status}' then '${letter}'`)
    .join(' '),
);

const numbers = (list: string | null): number[] => (list ? list.split(',').map(Number) : []);
const list = (value: ReturnType<typeof sql>) => sql<string | null>`string_agg(${value}, ',')`;

/**
 * As `outlineOf`, of one text and in many short queries, between which everybody else has a turn. Not of one moment:
 * whoever needs that looks at the last event before and after.
 */
export async function textOutlineInPages(
  db: Db | Tx,
  { id, lang, lengthUtf16 }: { id: string; lang: string; lengthUtf16: number },
): Promise<TextOutline> {
  const at: number[] = [];
  let kinds = '';
  for (let from = 0; from <= lengthUtf16; from += STRETCH) {
    const rows = db
      .select({ at: border.at, kind: border.kind })
      .from(border)
      .where(and(eq(border.textId, id), gte(border.at, from), lt(border.at, from + STRETCH)))
      .orderBy(asc(border.at))
      .as('rows');
    const [page] = await db
      .select({
        at: list(sql`${rows.at}::text`),
        kinds: sql<string | null>`string_agg(left(${rows.kind}, 1), '')`,
      })
      .from(rows);
    for (const one of numbers(page.at)) at.push(one);
    kinds += page.kinds ?? '';
    await breathe();
  }
  const { start, end, old, reading } = correction;
  const corrections = await db
    .select({ start, end, old, reading })
    .from(correction)
    .where(eq(correction.textId, id))
    .orderBy(asc(correction.start));
  return { id, lang, at, kinds, corrections };
}

/** Where beads stand and how; without who drew them and when. */
export type BeadOutline = Omit<BitextOutline, 'origins' | 'authors' | 'teams' | 'revisions'>;

/** The same of the beads of a bitext. */
export async function beadOutlineInPages(db: Db | Tx, place: BitextRow): Promise<BeadOutline> {
  const { id, sourceTextId, targetTextId } = place;
  const sourceEnds: number[] = [];
  const targetEnds: number[] = [];
  const confidences: (number | null)[] = [];
  const reasons: (readonly [number, NullReason])[] = [];
  let [ids, statuses] = ['', ''];
  // The last beads may be additions, which begin where the text ends.
  for (let from = 0; from <= place.sourceEnd; from += STRETCH) {
    const rows = db
      .select()
      .from(bead)
      .where(and(eq(bead.bitextId, id), gte(bead.sourceStart, from), lt(bead.sourceStart, from + STRETCH)))
      .orderBy(asc(bead.sourceStart), asc(bead.targetStart))
      .as('rows');
    const [page] = await db
      .select({
        ids: sql<string | null>`string_agg(${rows.id}::text, '')`,
        sourceEnds: list(sql`${rows.sourceEnd}::text`),
        targetEnds: list(sql`${rows.targetEnd}::text`),
        statuses: sql<string | null>`string_agg(case ${rows.status} ${LETTERS} end, '')`,
        confidences: list(sql`coalesce((${rows.confidence} * 10000)::int::text, '')`),
        reasons: list(sql`coalesce(${rows.reason}, '')`),
      })
      .from(rows);
    await breathe();
    if (!page.ids) continue;
    for (const [k, reason] of (page.reasons ?? '').split(',').entries())
      if (reason) reasons.push([sourceEnds.length + k, reason as NullReason]);
    ids += page.ids;
    statuses += page.statuses ?? '';
    for (const one of numbers(page.sourceEnds)) sourceEnds.push(one);
    for (const one of numbers(page.targetEnds)) targetEnds.push(one);
    for (const one of (page.confidences ?? '').split(','))
      confidences.push(one === '' ? null : Number(one) / 10_000);
  }
  return { id, sourceTextId, targetTextId, ids, sourceEnds, targetEnds, statuses, confidences, reasons };
}
