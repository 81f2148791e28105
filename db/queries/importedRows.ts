import { inArray, sql } from 'drizzle-orm';
import type { Bead, Border, Paragraph } from '@/lib/bitext/types';
import type { Tx } from '../client';
import { bitext, border, paragraph } from '../schema';
import { records } from './arrays';
import type { BitextRow } from './rows';
import { insertBeads } from './saveBeads';

/** Rows of texts and alignments that come from a file, many at a time and in pieces: the first ones of their texts. */

const FIRST_REVISION = 1;

export async function addParagraphs(tx: Tx, textId: string, rows: readonly Paragraph[]): Promise<void> {
  if (!rows.length) return;
  await tx.execute(sql`
    insert into ${paragraph} (text_id, start, content)
    select ${textId}::uuid, v.start, v.content
    from jsonb_to_recordset(${records(rows)}) as v(start int, content text)`);
}

export async function addBorders(tx: Tx, textId: string, rows: readonly Border[]): Promise<void> {
  if (!rows.length) return;
  await tx.execute(sql`
    insert into ${border} (text_id, at, kind)
    select ${textId}::uuid, v.at, v.kind from jsonb_to_recordset(${records(rows)}) as v(at int, kind text)`);
}

export async function addBeads(tx: Tx, place: BitextRow, beads: readonly Bead[]): Promise<void> {
  if (beads.length) await insertBeads(tx, place, beads, FIRST_REVISION);
}

/** Once all beads are there: the bitexts have begun. */
export async function open(tx: Tx, places: readonly BitextRow[]): Promise<void> {
  const ids = places.map(({ id }) => id);
  if (ids.length)
    await tx.update(bitext).set({ revision: FIRST_REVISION, origin: 0 }).where(inArray(bitext.id, ids));
}
