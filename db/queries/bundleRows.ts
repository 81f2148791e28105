import { eq, inArray, sql } from 'drizzle-orm';
import type { BundleRow } from '@/lib/bitext/bundle/bundleRows';
import type { Db, Tx } from '../client';
import {
  bead,
  bitext,
  border,
  comment,
  correction,
  event,
  eventBead,
  ignoredCheck,
  paragraph,
  text,
} from '../schema';
import { records } from './arrays';
import { inBatches } from './batches';
import * as readings from './readings';

// The rows of a bundle as they are stored, ids and people settled. What they may be was checked before.

/** Texts and versions without a place yet. */
export const stageTexts = (db: Db | Tx, rows: (typeof text.$inferInsert)[]) =>
  db.insert(text).values(rows.map((row) => ({ ...row, isCurrent: false })));

type PlacedText = { id: string; isCurrent: boolean; importedBy: string | null; importedAt: Date };

/** From now on the texts are in the document. */
export async function placeTexts(tx: Tx, documentId: string, rows: readonly PlacedText[]): Promise<void> {
  for (const { id, ...row } of rows)
    await tx
      .update(text)
      .set({ ...row, documentId })
      .where(eq(text.id, id));
}

export const insertParagraphs = (tx: Db | Tx, rows: readonly BundleRow<'paragraphs'>[]) =>
  inBatches(rows, (slice) =>
    tx.execute(sql`
      insert into ${paragraph} (text_id, start, content)
      select v."textId", v.start, v.content
      from jsonb_to_recordset(${records(slice)}) as v("textId" uuid, start int, content text)`),
  );

export const insertBorders = (tx: Db | Tx, rows: readonly BundleRow<'borders'>[]) =>
  inBatches(rows, (slice) =>
    tx.execute(sql`
      insert into ${border} (text_id, at, kind)
      select v."textId", v.at, v.kind
      from jsonb_to_recordset(${records(slice)}) as v("textId" uuid, at int, kind text)`),
  );

export async function insertCorrections(tx: Tx, rows: readonly BundleRow<'corrections'>[]): Promise<void> {
  await inBatches(rows, (slice) => tx.insert(correction).values(slice));
  await readings.refresh(tx, rows);
}

/** Bitexts of texts that are laid down. */
export async function stageBitexts(
  db: Db | Tx,
  rows: readonly Omit<BundleRow<'bitexts'>, 'aligned'>[],
): Promise<void> {
  const ids = rows.flatMap(({ sourceTextId, targetTextId }) => [sourceTextId, targetTextId]);
  const lengths = await db
    .select({ id: text.id, length: text.lengthUtf16 })
    .from(text)
    .where(inArray(text.id, ids));
  const lengthOf = new Map(lengths.map(({ id, length }) => [id, length]));
  await db.insert(bitext).values(
    rows.map((row) => ({
      ...row,
      sourceEnd: lengthOf.get(row.sourceTextId)!,
      targetEnd: lengthOf.get(row.targetTextId)!,
    })),
  );
}

/** From now on the bitexts are in the document. */
export async function placeBitexts(
  tx: Tx,
  documentId: string,
  rows: readonly { id: string; aligned: boolean }[],
): Promise<void> {
  for (const { id, aligned } of rows)
    await tx
      .update(bitext)
      .set({ documentId, origin: aligned ? 0 : null })
      .where(eq(bitext.id, id));
}

export async function insertBeads(tx: Db | Tx, rows: readonly BundleRow<'beads'>[]): Promise<void> {
  const ids = [...new Set(rows.map(({ bitextId }) => bitextId))];
  const places = await tx.select().from(bitext).where(inArray(bitext.id, ids));
  const placeOf = new Map(places.map((place) => [place.id, place]));
  await inBatches(rows, (slice) =>
    tx.insert(bead).values(
      slice.map(({ source, target, ...row }) => {
        const { sourceTextId, targetTextId, sourceEnd, targetEnd } = placeOf.get(row.bitextId)!;
        return {
          ...row,
          ...{ sourceTextId, targetTextId, sourceStart: source.start, sourceEnd: source.end },
          ...{ targetStart: target.start, targetEnd: target.end },
          isLast: source.end === sourceEnd && target.end === targetEnd,
        };
      }),
    ),
  );
}

export const insertComments = (tx: Tx, rows: readonly BundleRow<'comments'>[]) =>
  inBatches(rows, (slice) => tx.insert(comment).values(slice));

export const insertIgnored = (tx: Tx, rows: readonly BundleRow<'ignored'>[]) =>
  inBatches(rows, (slice) =>
    tx.insert(ignoredCheck).values(slice.map((row) => ({ ...row, ignoredAt: new Date(row.ignoredAt) }))),
  );

/** One after the other: their numbers grow in the order of the bundle. */
export async function insertEvents(
  tx: Tx,
  documentId: string,
  rows: readonly BundleRow<'events'>[],
): Promise<void> {
  for (const { beads, ...row } of rows) {
    await tx.insert(event).values({ ...row, documentId });
    await inBatches(beads, (slice) =>
      tx.insert(eventBead).values(slice.map((beadId) => ({ eventId: row.id, beadId }))),
    );
  }
}
