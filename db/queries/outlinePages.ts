import { and, asc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import { STATUS_LETTERS } from '@/lib/bitext/outline';
import { type Correction, NULL_REASONS } from '@/lib/bitext/types';
import type { Db, Tx } from '../client';
import { bead, border, correction } from '../schema';
import { breathe } from './breathe';
import type { BitextRow } from './rows';

/** Text that one query goes through, in UTF-16 units: some 20 ms of the embedded database. */
export const STRETCH = 500_000;

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
 * The borders of a text, stretch by stretch, so that others have a turn in between. Not of one moment: whoever needs
 * that looks at what has changed meanwhile, and reads those stretches again.
 */
export class BorderPages {
  readonly #at: Column;
  readonly #kinds: Column;

  constructor(
    private readonly text: { id: string; lang: string; lengthUtf16: number },
    private readonly stretch = STRETCH,
  ) {
    this.#at = new Column();
    this.#kinds = new Column();
  }

  /** @param wanted numbers of stretches; all of them when not said */
  async read(db: Db | Tx, wanted?: Iterable<number>, signal?: AbortSignal): Promise<void> {
    for (const number of wanted ?? stretchesOf(this.text.lengthUtf16, this.stretch)) {
      signal?.throwIfAborted();
      const from = number * this.stretch;
      const [page] = await db
        .select({
          at: packed(sql`int4send(${border.at})`, BY_PLACE),
          kinds: packed(sql`left(${border.kind}, 1)::bytea`, BY_PLACE),
        })
        .from(border)
        .where(
          and(eq(border.textId, this.text.id), gte(border.at, from), lt(border.at, from + this.stretch)),
        );
      this.#at.set(number, page.at);
      this.#kinds.set(number, page.kinds);
      await breathe();
    }
  }

  /** The text as it was read, with its corrections, which are read now. */
  async columns(db: Db | Tx): Promise<TextColumns> {
    const { id, lang } = this.text;
    const { start, end, old, reading } = correction;
    const corrections = await db
      .select({ start, end, old, reading })
      .from(correction)
      .where(eq(correction.textId, id))
      .orderBy(asc(correction.start));
    return { id, lang, at: this.#at.int32(), kinds: this.#kinds.bytes(), corrections };
  }
}

/** The same of the beads of a bitext; a bead is in the stretch in which its source begins. */
export class BeadPages {
  readonly #columns = {
    ...{ ids: new Column(), sourceEnds: new Column(), targetEnds: new Column() },
    ...{ statuses: new Column(), confidences: new Column(), reasons: new Column() },
  };

  constructor(
    private readonly bitext: Pick<BitextRow, 'id' | 'sourceTextId' | 'targetTextId' | 'sourceEnd'>,
    private readonly stretch = STRETCH,
  ) {}

  /** @param wanted numbers of stretches; all of them when not said */
  async read(db: Db | Tx, wanted?: Iterable<number>, signal?: AbortSignal): Promise<void> {
    for (const number of wanted ?? stretchesOf(this.bitext.sourceEnd, this.stretch)) {
      signal?.throwIfAborted();
      const from = number * this.stretch;
      const [page] = await db
        .select({
          ids: packed(sql`uuid_send(${bead.id})`, BY_START),
          sourceEnds: packed(sql`int4send(${bead.sourceEnd})`, BY_START),
          targetEnds: packed(sql`int4send(${bead.targetEnd})`, BY_START),
          statuses: packed(sql`(case ${bead.status} ${STATUS_CASES} end)::bytea`, BY_START),
          confidences: packed(
            sql`int2send(coalesce((${bead.confidence} * 10000)::int2, -1::int2))`,
            BY_START,
          ),
          reasons: packed(sql`(case ${bead.reason} ${REASON_CASES} else '\\x00'::bytea end)`, BY_START),
        })
        .from(bead)
        .where(
          and(
            eq(bead.bitextId, this.bitext.id),
            gte(bead.sourceStart, from),
            lt(bead.sourceStart, from + this.stretch),
          ),
        );
      for (const name of COLUMNS) this.#columns[name].set(number, page[name]);
      await breathe();
    }
  }

  outline(): BeadOutline {
    const { id, sourceTextId, targetTextId } = this.bitext;
    const { ids, sourceEnds, targetEnds, statuses, confidences, reasons } = this.#columns;
    return {
      ...{ id, sourceTextId, targetTextId },
      ...{ ids: ids.bytes(), sourceEnds: sourceEnds.int32(), targetEnds: targetEnds.int32() },
      ...{ statuses: statuses.bytes(), confidences: confidences.int16(), reasons: reasons.bytes() },
    };
  }
}

const COLUMNS = ['ids', 'sourceEnds', 'targetEnds', 'statuses', 'confidences', 'reasons'] as const;

/** The last border, and beads that add something at the end, begin where the text ends. */
function* stretchesOf(length: number, stretch: number): Generator<number> {
  for (let number = 0; number * stretch <= length; number++) yield number;
}

const STATUS_CASES = sql.raw(
  Object.entries(STATUS_LETTERS)
    .map(([status, letter]) => `when '${status}' then '${letter}'`)
    .join(' '),
);
const REASON_CASES = sql.raw(
  NULL_REASONS.map((reason, k) => `when '${reason}' then '\\x0${k + 1}'::bytea`).join(' '),
);

/** Sorted inside of the aggregates: rows that are sorted before carry all their columns along. */
const BY_PLACE = sql`${border.at}`;
const BY_START = sql`${bead.sourceStart}, ${bead.targetStart}`;

/** A column as the bytes of its values, end to end: no row is unpacked, no number read from its digits. */
const packed = (value: SQL, order: SQL): SQL<string | null> =>
  sql<string | null>`encode(string_agg(${value}, ''::bytea order by ${order}), 'hex')`;

/** A column in pages, one a stretch. */
class Column {
  readonly #pages: Buffer[] = [];

  /** @param hex null of a page without rows */
  set(number: number, hex: string | null): void {
    this.#pages[number] = Buffer.from(hex ?? '', 'hex');
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
    const { buffer } = this.bytes();
    const view = new DataView(buffer);
    const numbers = new Int32Array(buffer.byteLength / 4);
    for (let k = 0; k < numbers.length; k++) numbers[k] = view.getInt32(4 * k);
    return numbers;
  }

  int16(): Int16Array {
    const { buffer } = this.bytes();
    const view = new DataView(buffer);
    const numbers = new Int16Array(buffer.byteLength / 2);
    for (let k = 0; k < numbers.length; k++) numbers[k] = view.getInt16(2 * k);
    return numbers;
  }
}
