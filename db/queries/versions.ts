import { and, asc, eq, inArray, or } from 'drizzle-orm';
import type { TextSwap } from '@/lib/bitext/change';
import type { Border, Correction } from '@/lib/bitext/types';
import type { Tx } from '../client';
import { bead, bitext, border, correction, text } from '../schema';
import { inBatches } from './batches';
import * as readings from './readings';
import type { BitextRow } from './rows';
import { insertText, type NewText } from './texts';

/** Stores a version that no bitext stands in yet, with the corrections it takes over. */
export async function insertVersion(
  tx: Tx,
  { corrections, ...row }: NewText & { corrections: readonly Correction[] },
): Promise<void> {
  await insertText(tx, { ...row, isCurrent: false });
  await inBatches(corrections, (rows) =>
    tx.insert(correction).values(rows.map((one) => ({ textId: row.id, ...one }))),
  );
  await readings.refresh(
    tx,
    corrections.map(({ start }) => ({ textId: row.id, start })),
  );
}

/**
 * Puts other versions in the place of texts. The beads of their bitexts pass to them as they are (`bead_sides_fk`);
 * whether they stand on its segments is checked when the transaction ends, after the caller has moved them.
 *
 * @returns the bitexts as they are now.
 */
export async function swapTexts<Place extends BitextRow>(
  tx: Tx,
  swaps: readonly TextSwap[],
  places: readonly Place[],
): Promise<Place[]> {
  for (const { before, after } of swaps) {
    await tx.update(text).set({ isCurrent: false }).where(eq(text.id, before));
    await tx.update(text).set({ isCurrent: true }).where(eq(text.id, after));
    const [{ end }] = await tx.select({ end: text.lengthUtf16 }).from(text).where(eq(text.id, after));
    // Which bead is the last one is said anew by `markLast`; until then none is.
    const theirs = tx
      .select({ id: bitext.id })
      .from(bitext)
      .where(or(eq(bitext.sourceTextId, before), eq(bitext.targetTextId, before)));
    await tx
      .update(bead)
      .set({ isLast: false })
      .where(and(inArray(bead.bitextId, theirs), eq(bead.isLast, true)));
    await tx
      .update(bitext)
      .set({ sourceTextId: after, sourceEnd: end })
      .where(eq(bitext.sourceTextId, before));
    await tx
      .update(bitext)
      .set({ targetTextId: after, targetEnd: end })
      .where(eq(bitext.targetTextId, before));
  }
  const now = await tx
    .select()
    .from(bitext)
    .where(
      inArray(
        bitext.id,
        places.map(({ id }) => id),
      ),
    );
  return places.map((place) => ({
    ...place,
    ...now.find(({ id }) => id === place.id),
    documentId: place.documentId,
  }));
}

/** The bead that ends where both texts end is the last one. */
export async function markLast(tx: Tx, places: readonly BitextRow[]): Promise<void> {
  for (const { id, sourceEnd, targetEnd } of places)
    await tx
      .update(bead)
      .set({ isLast: true })
      .where(and(eq(bead.bitextId, id), eq(bead.sourceEnd, sourceEnd), eq(bead.targetEnd, targetEnd)));
}

/** Where the segments of a version begin, whether it is the current one or not; none when it is gone. */
export async function bordersOf(tx: Tx, textId: string): Promise<Border[]> {
  return tx
    .select({ at: border.at, kind: border.kind })
    .from(border)
    .where(eq(border.textId, textId))
    .orderBy(asc(border.at));
}
