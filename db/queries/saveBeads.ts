import { and, eq, sql } from 'drizzle-orm';
import type { Change } from '@/lib/bitext/change';
import type { Bead } from '@/lib/bitext/types';
import type { Db, Tx } from '../client';
import { bead, bitext } from '../schema';
import { records, uuids } from './arrays';
import { inBatches } from './batches';
import { type BeadPlace, type BitextRow, toBeadRow } from './rows';

type Row = Change['beads'][number];

/**
 * Writes the beads of one bitext that changed, and counts its revision.
 *
 * A bead that stays where it is is rewritten in place, which leaves every foreign key of the chain
 * alone. The others are taken out and put in again, because two of them may swap places.
 *
 * @returns the rows with the new revision in them.
 */
export async function saveBeads(tx: Tx, place: BitextRow, rows: readonly Row[]): Promise<Row[]> {
  const revision = place.revision + 1;
  const stamped = rows.map((row) => ({ ...row, after: row.after && { ...row.after, revision } }));
  const moved = stamped.filter(({ before, after }) => !before || !after || !standsTheSame(before, after));
  await inBatches(
    moved.flatMap((row) => row.before?.id ?? []),
    (ids) => tx.delete(bead).where(and(eq(bead.bitextId, place.id), sql`${bead.id} = any(${uuids(ids)})`)),
  );
  await inBatches(
    stamped.flatMap(({ before, after }) => (before && after && standsTheSame(before, after) ? after : [])),
    (beads) => rewrite(tx, place, beads, revision),
  );
  await inBatches(
    moved.flatMap((row) => row.after ?? []),
    (beads) => insertBeads(tx, place, beads, revision),
  );
  await tx.update(bitext).set({ revision, origin: 0 }).where(eq(bitext.id, place.id));
  return stamped;
}

const standsTheSame = (a: Bead, b: Bead): boolean =>
  a.source.start === b.source.start &&
  a.source.end === b.source.end &&
  a.target.start === b.target.start &&
  a.target.end === b.target.end;

/** Columns of `toBeadRow` as JSON has them. */
const RECORD = sql.raw(
  `v(id uuid, "sourceStart" int, "sourceEnd" int, "targetStart" int, "targetEnd" int, "isLast" boolean,
     status text, origin text, confidence float8, reason text, authors uuid[])`,
);

const recordsOf = (place: BeadPlace, beads: readonly Bead[], revision: number) =>
  records(beads.map((one) => toBeadRow(place, one, revision)));

const rewrite = (tx: Tx, place: BitextRow, beads: readonly Bead[], revision: number) =>
  tx.execute(sql`
    update ${bead} set status = v.status, origin = v.origin, confidence = v.confidence, reason = v.reason,
      authors = v.authors, revision = ${revision}
    from jsonb_to_recordset(${recordsOf(place, beads, revision)}) as ${RECORD}
    where ${bead.id} = v.id and ${bead.bitextId} = ${place.id}`);

/** Beads that were not there before. */
export const insertBeads = (tx: Db | Tx, place: BeadPlace, beads: readonly Bead[], revision: number) =>
  tx.execute(sql`
    insert into ${bead} (id, bitext_id, source_text_id, target_text_id, source_start, source_end, target_start,
      target_end, is_last, status, origin, confidence, reason, authors, revision)
    select v.id, ${place.id}::uuid, ${place.sourceTextId}::uuid, ${place.targetTextId}::uuid, v."sourceStart",
      v."sourceEnd", v."targetStart", v."targetEnd", v."isLast", v.status, v.origin, v.confidence, v.reason,
      v.authors, ${revision}::int
    from jsonb_to_recordset(${recordsOf(place, beads, revision)}) as ${RECORD}`);
