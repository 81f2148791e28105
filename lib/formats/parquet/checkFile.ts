import { type FileMetaData, parquetSchema, type SchemaTree } from 'hyparquet';
import { checkColumn } from './checkColumn';
import type { Codecs } from './codecs';

/** What a damaged file stumbles over, and in which column. */
export class BrokenColumn extends Error {
  constructor(
    readonly column: string,
    cause: unknown,
  ) {
    super(`the column ${column} is broken`, { cause });
  }
}

/**
 * Checks that what will be read of a Parquet file, the columns named, can be read in the time and the memory that its
 * size allows. Throws `BrokenColumn`.
 *
 * @param mostBytes it looks no further once they unpack to more.
 * @returns how many bytes they unpack to.
 */
export function checkFile(
  file: Uint8Array,
  metadata: FileMetaData,
  columns: readonly string[],
  codecs: Codecs = {},
  mostBytes = Number.POSITIVE_INFINITY,
): number {
  const tree = parquetSchema(metadata);
  let unpackedBytes = 0;
  for (const { columns: chunks, num_rows } of metadata.row_groups) {
    for (const { meta_data: chunk } of chunks) {
      if (!chunk || !columns.includes(chunk.path_in_schema[0])) continue;
      if (unpackedBytes > mostBytes) return unpackedBytes;
      try {
        const path = pathTo(tree, chunk.path_in_schema);
        const levels = path.filter(({ element }) => element.repetition_type !== 'REQUIRED').length;
        unpackedBytes += checkColumn(file, { chunk, rows: Number(num_rows), levels, codecs });
      } catch (cause) {
        throw new BrokenColumn(chunk.path_in_schema.join('.'), cause);
      }
    }
  }
  return unpackedBytes;
}

/** The nodes below the root on the way to a column of single values. */
function pathTo(tree: SchemaTree, names: readonly string[]): SchemaTree[] {
  const path: SchemaTree[] = [];
  for (const name of names) {
    const child = (path.at(-1) ?? tree).children.find(({ element }) => element.name === name);
    if (!child || child.element.repetition_type === 'REPEATED')
      throw new RangeError(`no single value ${name}`);
    path.push(child);
  }
  return path;
}
