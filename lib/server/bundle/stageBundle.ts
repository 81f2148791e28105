import 'server-only';
import type { Db, Tx } from '@/db/client';
import { breathe } from '@/db/queries/breathe';
import * as bundleRows from '@/db/queries/bundleRows';
import type { BundleRow } from '@/lib/bitext/bundle/bundleRows';
import type { BeadStatus } from '@/lib/bitext/types';
import { Reading } from '../imports/Reading';
import { type BundlePlace, eachPage } from './BundlePlace';
import { bundleRowsOf } from './bundleRowsOf';

/** Beads that one statement writes. */
const BEADS_AT_ONCE = 500;

/**
 * Lays down what makes a bundle large, where nobody sees it: texts with their paragraphs and segments, and beads. In
 * many short statements; `settleBundle` gives it its place.
 *
 * @param staged gets the id of each text before it is there, for whoever takes it away again.
 */
export async function stageBundle(db: Db | Tx, place: BundlePlace, staged: string[]): Promise<void> {
  const id = (old: string) => place.renamer.id(old);
  await eachPage(place, 'texts', (rows) => {
    staged.push(...rows.map((row) => id(row.id)));
    return bundleRows.stageTexts(
      db,
      rows.map(({ importedAt: _, importedBy: __, ...row }) => ({
        ...row,
        id: id(row.id),
        // Choices that this server does not know are none.
        reading: Reading.safeParse(row.reading).data ?? null,
      })),
    );
  });
  const ofText = <Row extends { textId: string }>(rows: Row[]) =>
    rows.map((row) => ({ ...row, textId: id(row.textId) }));
  await eachPage(place, 'paragraphs', (rows) => bundleRows.insertParagraphs(db, ofText(rows)));
  await eachPage(place, 'borders', (rows) => bundleRows.insertBorders(db, ofText(rows)));
  await eachPage(place, 'bitexts', (rows) =>
    bundleRows.stageBitexts(
      db,
      rows.map((row) => ({
        ...{ id: id(row.id), revision: row.revision },
        ...{ sourceTextId: id(row.sourceTextId), targetTextId: id(row.targetTextId) },
      })),
    ),
  );
  await stageBeads(db, place);
}

/** From the end to the beginning, as each has to meet one that is there: kept packed until the last has come. */
async function stageBeads(db: Db | Tx, place: BundlePlace): Promise<void> {
  const id = (old: string) => place.renamer.id(old);
  const pages: Buffer[] = [];
  for await (const page of bundleRowsOf(place.path, 'beads'))
    for (let from = 0; from < page.length; from += BEADS_AT_ONCE)
      pages.push(Buffer.from(JSON.stringify(page.slice(from, from + BEADS_AT_ONCE))));
  for (let page = pages.pop(); page; page = pages.pop()) {
    const rows = (JSON.parse(page.toString()) as BundleRow<'beads'>[]).reverse();
    await bundleRows.insertBeads(
      db,
      rows.map((row) => ({
        ...row,
        ...{ id: id(row.id), bitextId: id(row.bitextId) },
        status: place.trusted ? row.status : untrusted(row.status),
        authors: authorsOf(row, place),
      })),
    );
    await breathe();
    place.onRows(rows.length);
  }
}

/** An approval is one when two people have given it here, or a manager vouches for the bundle. */
const untrusted = (status: BeadStatus): BeadStatus =>
  status === 'approved' || status === 'self-reviewed' ? 'confirmed' : status;

/** Whoever brings in what people are said to have confirmed has a share in it, and cannot approve it. */
function authorsOf(
  { status, authors }: BundleRow<'beads'>,
  { renamer, trusted, actorId }: BundlePlace,
): string[] {
  const own = authors.map((one) => renamer.person(one));
  if (trusted || status === 'machine') return own;
  return [...new Set([...own, actorId])];
}
