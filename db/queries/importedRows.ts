import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Bead, Border, Paragraph } from '@/lib/bitext/types';
import type { Db, Tx } from '../client';
import { bitext, border, event, paragraph, text } from '../schema';
import { records } from './arrays';
import type { BitextRow } from './rows';
import { insertBeads } from './saveBeads';

/**
 * Rows of texts and alignments that come from a file, many at a time and in pieces. Texts are laid down as versions that
 * are not current, which nobody sees, so that a large one holds nobody up; one transaction then brings them all in.
 */

type StagedText = Omit<typeof text.$inferInsert, 'isCurrent'>;

const FIRST_REVISION = 1;

/** A text without a row of its own yet, unseen until it is published. */
export async function stage(db: Db, row: StagedText): Promise<void> {
  await db.insert(text).values({ ...row, isCurrent: false });
}

export async function addParagraphs(tx: Db | Tx, textId: string, rows: readonly Paragraph[]): Promise<void> {
  if (!rows.length) return;
  await tx.execute(sql`
    insert into ${paragraph} (text_id, start, content)
    select ${textId}::uuid, v.start, v.content
    from jsonb_to_recordset(${records(rows)}) as v(start int, content text)`);
}

export async function addBorders(tx: Db | Tx, textId: string, rows: readonly Border[]): Promise<void> {
  if (!rows.length) return;
  await tx.execute(sql`
    insert into ${border} (text_id, at, kind)
    select ${textId}::uuid, v.at, v.kind from jsonb_to_recordset(${records(rows)}) as v(at int, kind text)`);
}

export async function addBeads(tx: Tx, place: BitextRow, beads: readonly Bead[]): Promise<void> {
  if (beads.length) await insertBeads(tx, place, beads, FIRST_REVISION);
}

/** From now on the texts are there; each translation makes a bitext with the reference, which is the first. */
export async function publish(tx: Tx, texts: readonly StagedText[], newId: () => string): Promise<void> {
  const ids = texts.map(({ id }) => id);
  await tx.update(text).set({ isCurrent: true }).where(inArray(text.id, ids));
  const [source, ...targets] = texts;
  await tx.insert(bitext).values(
    targets.map((target) => ({
      ...{ id: newId(), documentId: source.documentId, sourceTextId: source.id, targetTextId: target.id },
      ...{ sourceEnd: source.lengthUtf16, targetEnd: target.lengthUtf16 },
    })),
  );
}

/** Takes texts away that were never published. */
export async function discard(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length) await db.delete(text).where(and(inArray(text.id, [...ids]), eq(text.isCurrent, false)));
}

/**
 * Takes away what imports have left that were cut off with their server. Where a corrected text has taken the place of
 * another one, texts that are not current are versions, and stay.
 *
 * @param minutes how old it must be: on a shared database another instance may be at it.
 */
export async function sweep(db: Db, minutes: number): Promise<void> {
  await db
    .delete(text)
    .where(
      and(
        eq(text.isCurrent, false),
        sql`${text.importedAt} <= now() - make_interval(mins => ${minutes})`,
        sql`not exists (select from ${event} where ${event.documentId} = ${text.documentId} and ${event.kind} = 'reimport')`,
      ),
    );
}

/** Once all beads are there: the bitexts have begun. */
export async function open(tx: Tx, places: readonly BitextRow[]): Promise<void> {
  const ids = places.map(({ id }) => id);
  if (ids.length)
    await tx.update(bitext).set({ revision: FIRST_REVISION, origin: 0 }).where(inArray(bitext.id, ids));
}
