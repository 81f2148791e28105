import { sql } from 'drizzle-orm';
import type { BeadStatus } from '@/lib/bitext/types';
import type { Db, Tx } from '../client';
import { arrayOf, uuids } from './arrays';

/** A bead with where it stands, as far as the concordance shows it. */
export type PlacedBead = {
  /** Which of the places that were asked for. */
  nth: number;
  beadId: string;
  bitextId: string;
  lang: string;
  sourceLang: string;
  status: BeadStatus;
  sourceTextId: string;
  targetTextId: string;
  sourceStart: number;
  sourceEnd: number;
  targetStart: number;
  targetEnd: number;
};

const COLUMNS =
  sql.raw(`b.id as "beadId", b.bitext_id as "bitextId", x.lang, y.lang as "sourceLang", b.status,
  b.source_text_id as "sourceTextId", b.target_text_id as "targetTextId", b.source_start as "sourceStart",
  b.source_end as "sourceEnd", b.target_start as "targetStart", b.target_end as "targetEnd"`);

/** The bead that holds the offset `at`, in each bitext of the text: a reference text has several. */
export async function beadsAt(
  db: Db | Tx,
  places: readonly { textId: string; at: number }[],
): Promise<PlacedBead[]> {
  if (!places.length) return [];
  const texts = uuids(places.map((p) => p.textId));
  const offsets = arrayOf(
    places.map((p) => p.at),
    'int',
  );
  const side = (name: 'source' | 'target') => {
    const [textId, start, end] = ['text_id', 'start', 'end'].map((one) => sql.raw(`${name}_${one}`));
    return sql`select p.nth::int as nth, ${COLUMNS}
      from unnest(${texts}, ${offsets}) with ordinality p(text_id, at, nth)
      join bitext t on t.${textId} = p.text_id
      join text x on x.id = t.target_text_id
      join text y on y.id = t.source_text_id
      cross join lateral (
        select * from bead b where b.bitext_id = t.id and b.${textId} = p.text_id and b.${start} <= p.at and b.${end} > p.at
        order by b.${start} desc limit 1
      ) b`;
  };
  const { rows } = (await db.execute(
    sql`${side('source')} union all ${side('target')} order by nth, lang`,
  )) as unknown as { rows: PlacedBead[] };
  return rows;
}

/** Beads that are shown of one counterpart, at most. */
const MOST = 12;

/** The beads over these stretches of reference texts, in the bitexts other than the one named. */
export async function beadsOver(
  db: Db | Tx,
  spans: readonly { sourceTextId: string; start: number; end: number; notIn: string }[],
): Promise<PlacedBead[]> {
  if (!spans.length) return [];
  const texts = uuids(spans.map((s) => s.sourceTextId));
  const starts = arrayOf(
    spans.map((s) => s.start),
    'int',
  );
  const ends = arrayOf(
    spans.map((s) => s.end),
    'int',
  );
  const others = uuids(spans.map((s) => s.notIn));
  const { rows } = (await db.execute(sql`
    select s.nth::int as nth, ${COLUMNS}
    from unnest(${texts}, ${starts}, ${ends}, ${others}) with ordinality s(text_id, start, stop, not_in, nth)
    join bitext t on t.source_text_id = s.text_id and t.id <> s.not_in
    join text x on x.id = t.target_text_id
    join text y on y.id = t.source_text_id
    cross join lateral (
      select * from bead b where b.bitext_id = t.id and b.source_start < s.stop and b.source_end > s.start
        and b.source_start >= (select max(source_start) from bead where bitext_id = t.id and source_start <= s.start)
      order by b.source_start, b.target_start limit ${MOST}
    ) b
    order by nth, lang, b.source_start, b.target_start`)) as unknown as { rows: PlacedBead[] };
  return rows;
}
