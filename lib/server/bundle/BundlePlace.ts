import 'server-only';
import { breathe } from '@/db/queries/breathe';
import type { BundleEntry, BundleRow } from '@/lib/bitext/bundle/bundleRows';
import { bundleRowsOf } from './bundleRowsOf';
import type { Renamer } from './renamer';

/** Where a bundle that has been checked lies, and what becomes of its rows here. */
export type BundlePlace = {
  path: string;
  documentId: string;
  actorId: string;
  trusted: boolean;
  renamer: Renamer;
  /** Told of rows that are stored; it may throw, which ends the import. */
  onRows: (rows: number) => void;
};

/** Hands over the rows of an entry page by page, others having their turn in between. */
export async function eachPage<E extends BundleEntry>(
  { path, onRows }: BundlePlace,
  entry: E,
  store: (rows: BundleRow<E>[]) => Promise<unknown>,
): Promise<void> {
  for await (const page of bundleRowsOf(path, entry)) {
    if (page.length) await store(page);
    await breathe();
    onRows(page.length);
  }
}
