import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Bead, Border, Paragraph } from '@/lib/bitext/types';
import type { Db, Tx } from '../client';
import { bead, bitext, border, paragraph, text } from '../schema';
import { records, uuids } from './arrays';
import { breathe } from './breathe';
import type { BeadPlace } from './rows';
import { insertBeads } from './saveBeads';
import { pairUp } from './texts';

/**
 * Rows of texts and alignments that come from a file, many at a time and in pieces. They are laid down outside of every
 * document, where no query finds them, in statements short enough to hold nobody up; one short transaction then gives
 * them their place. What is not wanted after all is taken away in pieces too.
 */

type TextRow = typeof text.$inferInsert;
/** A text without a place yet, of which `importedBy` is known. */
export type StagedText = Omit<TextRow, 'documentId' | 'isCurrent' | 'importedAt'>;

const FIRST_REVISION = 1;
/** Rows that one statement takes away. */
const GONE_AT_ONCE = 1000;

/**
 * Writes a piece without waiting for the disk: what is laid down is swept after a crash anyway. The transaction that
 * publishes it does wait, and the log is written in order: by then all of it is on the disk.
 */
export async function inPiece(db: Db, write: (tx: Tx) => Promise<unknown>): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local synchronous_commit = off`);
    await write(tx);
  });
}

export async function stage(db: Db, row: StagedText): Promise<void> {
  await db.insert(text).values({ ...row, isCurrent: false });
}

/** A bitext of two texts that are laid down, whose beads are still to come. */
export async function stageBitext(
  db: Db,
  id: string,
  source: Pick<StagedText, 'id' | 'lengthUtf16'>,
  target: Pick<StagedText, 'id' | 'lengthUtf16'>,
): Promise<BeadPlace> {
  const place = {
    ...{ id, sourceTextId: source.id, targetTextId: target.id },
    ...{ sourceEnd: source.lengthUtf16, targetEnd: target.lengthUtf16 },
  };
  await db.insert(bitext).values(place);
  return place;
}

export async function addParagraphs(db: Db | Tx, textId: string, rows: readonly Paragraph[]): Promise<void> {
  if (!rows.length) return;
  await db.execute(sql`
    insert into ${paragraph} (text_id, start, content)
    select ${textId}::uuid, v.start, v.content
    from jsonb_to_recordset(${records(rows)}) as v(start int, content text)`);
}

export async function addBorders(db: Db | Tx, textId: string, rows: readonly Border[]): Promise<void> {
  if (!rows.length) return;
  await db.execute(sql`
    insert into ${border} (text_id, at, kind)
    select ${textId}::uuid, v.at, v.kind from jsonb_to_recordset(${records(rows)}) as v(at int, kind text)`);
}

/**
 * Beads of a bitext that is laid down, from its end to its beginning: the next one of each is there already, so that the
 * chain holds (`bead_meets_next_fk`) whenever a piece of it is committed.
 */
export async function addBeads(db: Db | Tx, place: BeadPlace, beads: readonly Bead[]): Promise<void> {
  if (beads.length) await insertBeads(db, place, beads, FIRST_REVISION);
}

/** From now on these texts are in the document, and so are the bitexts among them. The beads must be complete. */
export async function publishAligned(
  tx: Tx,
  documentId: string,
  texts: readonly string[],
  places: readonly BeadPlace[],
): Promise<void> {
  await place(tx, documentId, texts);
  if (!places.length) return;
  const ids = places.map(({ id }) => id);
  await tx
    .update(bitext)
    .set({ documentId, revision: FIRST_REVISION, origin: 0 })
    .where(sql`${bitext.id} = any(${uuids(ids)})`);
}

/** From now on the text is in the document. @returns the ids of the bitexts that it makes with the texts there. */
export async function publishText(
  tx: Tx,
  documentId: string,
  row: StagedText & { id: string },
  newId: () => string,
): Promise<string[]> {
  await place(tx, documentId, [row.id]);
  return pairUp(tx, { ...row, documentId }, newId);
}

const place = (tx: Tx, documentId: string, ids: readonly string[]) =>
  tx
    .update(text)
    .set({ documentId, isCurrent: true, importedAt: sql`now()` })
    .where(and(sql`${text.id} = any(${uuids(ids)})`, isNull(text.documentId)));

/** Takes texts away that were never published, and the beads among them. */
export async function discard(db: Db, ids: readonly string[]): Promise<void> {
  if (!ids.length) return;
  const staged = await db
    .select({ id: text.id })
    .from(text)
    .where(and(inArray(text.id, [...ids]), isNull(text.documentId)));
  for (const { id } of staged) {
    const places = await db.select({ id: bitext.id }).from(bitext).where(eq(bitext.targetTextId, id));
    for (const { id: bitextId } of places) await discardBeads(db, bitextId);
  }
  for (const { id } of staged) {
    await inPieces(
      db,
      sql`delete from ${border} where ${border.textId} = ${id} and ${border.at} in (
        select ${border.at} from ${border} where ${border.textId} = ${id} limit ${GONE_AT_ONCE})`,
    );
    await inPieces(
      db,
      sql`delete from ${paragraph} where ${paragraph.textId} = ${id} and ${paragraph.start} in (
        select ${paragraph.start} from ${paragraph} where ${paragraph.textId} = ${id} limit ${GONE_AT_ONCE})`,
    );
    await db.delete(text).where(and(eq(text.id, id), isNull(text.documentId)));
  }
}

/** From the beginning to the end, as no bead may be gone that another one meets. */
async function discardBeads(db: Db, bitextId: string): Promise<void> {
  await inPieces(
    db,
    sql`delete from ${bead} where ${bead.id} in (
      select ${bead.id} from ${bead} where ${bead.bitextId} = ${bitextId}
      order by ${bead.sourceStart}, ${bead.targetStart} limit ${GONE_AT_ONCE})`,
  );
  await db.delete(bitext).where(eq(bitext.id, bitextId));
}

/** Repeats a statement until it finds nothing more, others having their turn in between. */
async function inPieces(db: Db, statement: ReturnType<typeof sql>): Promise<void> {
  for (;;) {
    const { rows } = (await db.execute(sql`${statement} returning 1`)) as unknown as { rows: unknown[] };
    if (rows.length < GONE_AT_ONCE) return;
    await breathe();
  }
}

/**
 * Takes away what imports have left that were cut off with their server.
 *
 * @param minutes how old it must be: on a shared database another instance may be at it.
 */
export async function sweep(db: Db, minutes: number): Promise<void> {
  const left = await db
    .select({ id: text.id })
    .from(text)
    .where(
      and(isNull(text.documentId), sql`${text.importedAt} <= now() - make_interval(mins => ${minutes})`),
    );
  await discard(
    db,
    left.map(({ id }) => id),
  );
}
