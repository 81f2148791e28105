import 'server-only';
import type { Tx } from '@/db/client';
import { breathe } from '@/db/queries/breathe';
import * as bundleRows from '@/db/queries/bundleRows';
import type { BundleEntry, BundleRow } from '@/lib/bitext/bundle/bundleRows';
import { NO_CHANGE } from '@/lib/bitext/change';
import type { BeadStatus } from '@/lib/bitext/types';
import { Reading } from '../imports/Reading';
import { bundleRowsOf } from './bundleRowsOf';
import type { Renamer } from './renamer';

type Place = { documentId: string; actorId: string; trusted: boolean; renamer: Renamer };

/** Writes every row of a bundle under its new ids. Belongs in one transaction; `onShare` may end it. */
export async function storeBundle(
  tx: Tx,
  { path, counts }: { path: string; counts: Readonly<Record<BundleEntry, number>> },
  place: Place,
  onShare: (share: number) => void,
): Promise<void> {
  const { documentId, renamer, trusted } = place;
  const id = (old: string) => renamer.id(old);
  const person = (old: string) => renamer.person(old);
  const whole = Object.values(counts).reduce((sum, count) => sum + count, 0);
  let done = 0;
  const each = async <E extends BundleEntry>(entry: E, store: (rows: BundleRow<E>[]) => Promise<unknown>) => {
    for await (const page of bundleRowsOf(path, entry)) {
      if (page.length) await store(page);
      done += page.length;
      await breathe();
      onShare(Math.min(1, done / whole));
    }
  };
  await each('texts', (rows) =>
    bundleRows.insertTexts(
      tx,
      rows.map((row) => ({
        ...row,
        ...{ id: id(row.id), documentId, importedAt: new Date(row.importedAt) },
        importedBy: row.importedBy && person(row.importedBy),
        // Choices that this server does not know are none.
        reading: Reading.safeParse(row.reading).data ?? null,
      })),
    ),
  );
  await each('paragraphs', (rows) =>
    bundleRows.insertParagraphs(
      tx,
      rows.map((row) => ({ ...row, textId: id(row.textId) })),
    ),
  );
  await each('borders', (rows) =>
    bundleRows.insertBorders(
      tx,
      rows.map((row) => ({ ...row, textId: id(row.textId) })),
    ),
  );
  await each('corrections', (rows) =>
    bundleRows.insertCorrections(
      tx,
      rows.map((row) => ({ ...row, textId: id(row.textId) })),
    ),
  );
  await each('bitexts', (rows) =>
    bundleRows.insertBitexts(
      tx,
      documentId,
      rows.map((row) => ({
        ...row,
        ...{ id: id(row.id), sourceTextId: id(row.sourceTextId), targetTextId: id(row.targetTextId) },
      })),
    ),
  );
  await each('beads', (rows) =>
    bundleRows.insertBeads(
      tx,
      rows.map((row) => ({
        ...row,
        ...{ id: id(row.id), bitextId: id(row.bitextId) },
        status: trusted ? row.status : untrusted(row.status),
        authors: authorsOf(row, place),
      })),
    ),
  );
  await each('comments', (rows) =>
    bundleRows.insertComments(
      tx,
      rows.map((row) => ({
        ...row,
        ...{ id: id(row.id), bitextId: id(row.bitextId), beadId: id(row.beadId) },
        ...{ authorId: person(row.authorId), resolvedBy: row.resolvedBy && person(row.resolvedBy) },
      })),
    ),
  );
  await each('ignored', (rows) =>
    bundleRows.insertIgnored(
      tx,
      rows.map((row) => ({
        ...row,
        ...{ bitextId: id(row.bitextId), beadId: id(row.beadId), ignoredBy: person(row.ignoredBy) },
      })),
    ),
  );
  await each('events', (rows) =>
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

/** An approval is one when two people have given it here, or a manager vouches for the bundle. */
const untrusted = (status: BeadStatus): BeadStatus =>
  status === 'approved' || status === 'self-reviewed' ? 'confirmed' : status;

/** Whoever brings in what people are said to have confirmed has a share in it, and cannot approve it. */
function authorsOf({ status, authors }: BundleRow<'beads'>, { renamer, trusted, actorId }: Place): string[] {
  const own = authors.map((one) => renamer.person(one));
  if (trusted || status === 'machine') return own;
  return [...new Set([...own, actorId])];
}
