import 'server-only';
import type { Tx } from '@/db/client';
import * as bundleRows from '@/db/queries/bundleRows';
import { NO_CHANGE } from '@/lib/bitext/change';
import { type BundlePlace, eachPage } from './BundlePlace';

/**
 * Gives a bundle that is laid down its place in a document that is there: its texts and bitexts, with what people have
 * done and said about them. Belongs in one transaction.
 */
export async function settleBundle(tx: Tx, place: BundlePlace): Promise<void> {
  const { documentId, renamer, trusted } = place;
  const id = (old: string) => renamer.id(old);
  const person = (old: string) => renamer.person(old);
  // Told of when they were laid down.
  const again = { ...place, onRows: () => place.onRows(0) };
  await eachPage(again, 'texts', (rows) =>
    bundleRows.placeTexts(
      tx,
      documentId,
      rows.map(({ id: old, isCurrent, importedAt, importedBy }) => ({
        ...{ id: id(old), isCurrent, importedAt: new Date(importedAt) },
        importedBy: importedBy && person(importedBy),
      })),
    ),
  );
  await eachPage(place, 'corrections', (rows) =>
    bundleRows.insertCorrections(
      tx,
      rows.map((row) => ({ ...row, textId: id(row.textId) })),
    ),
  );
  await eachPage(again, 'bitexts', (rows) =>
    bundleRows.placeBitexts(
      tx,
      documentId,
      rows.map((row) => ({ id: id(row.id), aligned: row.aligned })),
    ),
  );
  await eachPage(place, 'comments', (rows) =>
    bundleRows.insertComments(
      tx,
      rows.map((row) => ({
        ...row,
        ...{ id: id(row.id), bitextId: id(row.bitextId), beadId: id(row.beadId) },
        ...{ authorId: person(row.authorId), resolvedBy: row.resolvedBy && person(row.resolvedBy) },
      })),
    ),
  );
  await eachPage(place, 'ignored', (rows) =>
    bundleRows.insertIgnored(
      tx,
      rows.map((row) => ({
        ...row,
        ...{ bitextId: id(row.bitextId), beadId: id(row.beadId), ignoredBy: person(row.ignoredBy) },
      })),
    ),
  );
  await eachPage(place, 'events', (rows) =>
    bundleRows.insertEvents(
      tx,
      documentId,
      rows.map((row) => ({
        ...row,
        ...{ id: id(row.id), actorId: person(row.actorId), takesBack: row.takesBack && id(row.takesBack) },
        commands: renamer.all(row.commands),
        // A change can be taken back, and could bring approvals that nobody has given.
        change: trusted ? renamer.all(row.change) : NO_CHANGE,
        beads: row.beads.map(id),
      })),
    ),
  );
}
