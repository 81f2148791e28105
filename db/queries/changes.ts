import { and, eq, inArray } from 'drizzle-orm';
import type { Change, RowChange } from '@/lib/bitext/change';
import type { Tx } from '../client';
import { border, comment, correction } from '../schema';
import { inBatches } from './batches';
import * as readings from './readings';
import type { BitextRow } from './rows';
import { saveBeads } from './saveBeads';
import { markLast, swapTexts } from './versions';

/**
 * Writes a change and counts the revision of every bitext it touches; the chain of beads is checked
 * when the transaction ends.
 *
 * @returns the change with the new revisions in it, as it goes into history and to the client.
 */
export async function save(tx: Tx, change: Change, bitexts: readonly BitextRow[]): Promise<Change> {
  const places = change.texts ? await swapTexts(tx, change.texts, bitexts) : bitexts;
  const beads: Change['beads'][number][] = [];
  // Borders first: a bead may start on a new one.
  await saveRows(change.borders, (row) => `${row.textId}/${row.at}`, {
    remove: (row) => tx.delete(border).where(and(eq(border.textId, row.textId), eq(border.at, row.at))),
    insert: (rows) => tx.insert(border).values(rows),
  });
  for (const place of places) {
    const rows = change.beads.filter((row) => row.bitextId === place.id);
    // One by one: a call takes no more than some hundred thousand arguments.
    if (rows.length) for (const saved of await saveBeads(tx, place, rows)) beads.push(saved);
  }
  if (change.texts) await markLast(tx, places);
  await saveRows(change.corrections, (row) => `${row.textId}/${row.start}`, {
    remove: (row) =>
      tx.delete(correction).where(and(eq(correction.textId, row.textId), eq(correction.start, row.start))),
    insert: (rows) => tx.insert(correction).values(rows),
  });
  await readings.refresh(
    tx,
    change.corrections.map((row) => ({ textId: row.textId, start: (row.after ?? row.before)!.start })),
  );
  const goneComments = change.comments.flatMap((row) => row.before?.id ?? []);
  await inBatches(goneComments, (slice) => tx.delete(comment).where(inArray(comment.id, slice)));
  const newComments = change.comments.flatMap((row) => row.after ?? []);
  await inBatches(newComments, (slice) => tx.insert(comment).values(slice));
  return { ...change, beads };
}

async function saveRows<Row extends object>(
  changes: readonly RowChange<Row, { textId: string }>[],
  key: (row: Row & { textId: string }) => string,
  write: {
    remove: (row: Row & { textId: string }) => Promise<unknown>;
    insert: (rows: (Row & { textId: string })[]) => Promise<unknown>;
  },
): Promise<void> {
  const place = (textId: string, row: Row) => ({ textId, ...row });
  const gone = new Map(
    changes.flatMap(({ textId, before }) => (before ? [place(textId, before)] : [])).map((r) => [key(r), r]),
  );
  for (const row of gone.values()) await write.remove(row);
  const added = changes.flatMap(({ textId, after }) => (after ? [place(textId, after)] : []));
  await inBatches(added, write.insert);
}
