import { and, asc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import { STATUS_LETTERS } from '@/lib/bitext/outline';
import { type Correction, NULL_REASONS } from '@/lib/bitext/types';
import type { Db, Tx } from '../client';
import { bead, border, correction } from '../schema';
import { breathe } from './breathe';
import type { BitextRow } from './rows';

/** Text that one query goes through, in UTF-16 units: some 20 ms of the embedded database. */
const STRETCH = 500_000;

/** A text without its words, five bytes a border. */
export type TextColumns = {
  id: string;
  lang: string;
  /** Offsets of the borders, in order. */
  at: Int32Array;
  /** The kind of each border: the code of its first letter, `p`, `s` or `e`. */
  kinds: Uint8Array;
  corrections: readonly Correction[];
};

/**
 * Where the beads of a bitext stand and how, without who drew them and when: 28 bytes a bead, in order. Beads form a
 * chain, hence their ends say where the next ones start.
 */
export type BeadOutline = {
  id: string;
  sourceTextId: string;
  targetTextId: string;
  /** Sixteen bytes each. */
  ids: Uint8Array;
  sourceEnds: Int32Array;
  targetEnds: Int32Array;
  /** Codes of `STATUS_LETTERS`. */
  statuses: Uint8Array;
  /** In ten-thousandths; -1 where there is none. */
  confidences: Int16Array;
  /** Place in `NULL_REASONS` and one more; 0 where there is none. */
  reasons: Uint8Array;
};

/**
 * The borders of one text, in many short queries, between which everybody else has a turn. Not of one moment: whoever
 * needs that looks at the last event before and after.
 */
export async function textOutlineInPages(
  db: Db | Tx,
  { id, lang, lengthUtf16 }: { id: string; lang: string; lengthUtf16: number },
): Promise<TextColumns> {
  const at = new Pages();
  const kinds = new Pages();
  for (let from = 0; from <= lengthUtf16; from += STRETCH) {
    const rows = db
      .select({ at: border.at, kind: border.kind })
      .from(border)
      .where(and(eq(border.textId, id), gte(border.at, from), lt(border.at, from + STRETCH)))
      .orderBy(asc(border.at))
      .as('rows');
    const [page] = await db
      .select({ at: packed(sql`int4send(${rows.at})`), kinds: packed(sql`left(${rows.kind}, 1)::bytea`) })
      .from(rows);
    at.add(page.at);
    kinds.add(page.kinds);
    await breathe();
  }
  const { start, end, old, reading } = correction;
  const corrections = await db
    .select({ start, end, old, reading })
    .from(correction)
    .where(eq(correction.textId, id))
    .orderBy(asc(correction.start));
  return { id, lang, at: at.int32(), kinds: kinds.bytes(), corrections };
}

/** The same of the beads of a bitext. */
export async function beadOutlineInPages(db: Db | Tx, place: BitextRow): Promise<BeadOutline> {
  const { id, sourceTextId, targetTextId } = place;
  const [ids, sourceEnds, targetEnds] = [new Pages(), new Pages(), new Pages()];
  const [statuses, confidences, reasons] = [new Pages(), new Pages(), new Pages()];
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
        ids: packed(sql`uuid_send(${rows.id})`),
        sourceEnds: packed(sql`int4send(${rows.sourceEnd})`),
        targetEnds: packed(sql`int4send(${rows.targetEnd})`),
        statuses: packed(sql`(case ${rows.status} ${STATUS_CASES} end)::bytea`),
        confidences: packed(sql`int2send(coalesce((${rows.confidence} * 10000)::int2, -1::int2))`),
        reasons: packed(sql`(case ${rows.reason} ${REASON_CASES} else '\\x00'::bytea end)`),
      })
      .from(rows);
    ids.add(page.ids);
    sourceEnds.add(page.sourceEnds);
    targetEnds.add(page.targetEnds);
    statuses.add(page.statuses);
    confidences.add(page.confidences);
    reasons.add(page.reasons);
    await breathe();
  }
  return {
    ...{ id, sourceTextId, targetTextId },
    ...{ ids: ids.bytes(), sourceEnds: sourceEnds.int32(), targetEnds: targetEnds.int32() },
    ...{ statuses: statuses.bytes(), confidences: confidences.int16(), reasons: reasons.bytes() },
  };
}

const STATUS_CASES = sql.raw(
  Object.entries(STATUS_LETTERS)
    .map(([status, letter]) => `when '${status}' then '${letter}'`)
    .join(' '),
);
const REASON_CASES = sql.raw(
  NULL_REASONS.map((reason, k) => `when '${reason}' then '\\x0${k + 1}'::bytea`).join(' '),
);

/** A column as the bytes of its values, end to end: no row is unpacked, no number read from its digits. */
const packed = (value: SQL): SQL<string | null> =>
  sql<string | null>`encode(string_agg(${value}, ''::bytea), 'hex')`;

/** The pages of a column, put together at the end. */
class Pages {
  readonly #pages: Buffer[] = [];

  /** @param hex null of a page without rows */
  add(hex: string | null): void {
    if (hex) this.#pages.push(Buffer.from(hex, 'hex'));
  }

  bytes(): Uint8Array {
    const whole = new Uint8Array(this.#pages.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const page of this.#pages) {
      whole.set(page, at);
      at += page.length;
    }
    return whole;
  }

  /** The database sends the high byte first. */
  int32(): Int32Array {
    const bytes = this.bytes();
    const view = new DataView(bytes.buffer);
    return Int32Array.from({ length: bytes.length / 4 }, (_, k) => view.getInt32(4 * k));
  }

  int16(): Int16Array {
    const bytes = this.bytes();
    const view = new DataView(bytes.buffer);
    return Int16Array.from({ length: bytes.length / 2 }, (_, k) => view.getInt16(2 * k));
  }
}
