import 'server-only';
import { type BundleEntry, type BundleRow, entryName } from '@/lib/bitext/bundle/bundleRows';
import { parsedLines } from './bundleLines';
import { readEntry, zipEntries } from './zipFile';

/** The rows of an entry of a bundle that has been checked (`checkBundle`), page by page. */
export async function* bundleRowsOf<E extends BundleEntry>(
  path: string,
  entry: E,
): AsyncGenerator<BundleRow<E>[]> {
  const found = (await zipEntries(path)).get(entryName(entry))!;
  for await (const page of parsedLines(readEntry(path, found), entryName(entry)))
    yield page as BundleRow<E>[];
}
