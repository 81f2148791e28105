import {
  type AsyncBuffer,
  type FileMetaData,
  parquetMetadata,
  parquetReadObjects,
  parquetSchema,
} from 'hyparquet';
import { err, type Result } from '@/lib/result';
import {
  type AlignedDocument,
  type AlignedFile,
  type AlignedOptions,
  AlignedRefusal,
  MAX_ALIGNED_BYTES,
  MAX_UNITS,
} from '../aligned/AlignedDocument';
import { AlignedDraft, languageLike, whole } from '../aligned/AlignedDraft';
import type { UnitPart } from '../ExportUnit';
import { PROPERTY_COLUMNS } from '../tableColumns';
import { BrokenColumn, checkFile } from './checkFile';
import { codecsOf } from './codecs';

/** Rows that are in memory as objects at once. A row group is read anew for each part of it. */
const PAGE = 50_000;

/**
 * Apache Parquet, uncompressed or packed with Snappy, zstd, gzip, brotli or LZ4: a `translation` of a field a language, as we and Hugging Face `datasets`
 * write it, or a string column a language. Columns that are no language and none of ours are left aside.
 */
export async function readParquet(
  { name, bytes }: AlignedFile,
  { onProgress }: AlignedOptions,
): Promise<Result<AlignedDocument>> {
  const file: AsyncBuffer = {
    byteLength: bytes.length,
    slice: (start, end) => copyOf(bytes.subarray(start, end)),
  };
  const draft = new AlignedDraft();
  try {
    const metadata = parquetMetadata(copyOf(bytes));
    draft.title = titleOf(metadata);
    const rows = Number(metadata.num_rows);
    const groups = metadata.row_groups.map((group) => Number(group.num_rows));
    // A broken file may claim any number of them.
    if (!(rows <= MAX_UNITS && groups.every((count) => count >= 0 && count <= rows)))
      return err('import.tooManyUnits', { limit: MAX_UNITS });
    const columns = columnsOf(metadata);
    const compressors = await codecsOf(metadata);
    if (checkFile(bytes, metadata, columns, compressors, MAX_ALIGNED_BYTES) > MAX_ALIGNED_BYTES)
      return err('import.unpacksTooLarge', { part: name, limitMb: MAX_ALIGNED_BYTES / 1024 ** 2 });
    let groupStart = 0;
    for (const count of groups) {
      const groupEnd = groupStart + count;
      for (let rowStart = groupStart; rowStart < groupEnd; rowStart += PAGE) {
        const rowEnd = Math.min(groupEnd, rowStart + PAGE);
        for (const row of await parquetReadObjects({
          file,
          metadata,
          columns,
          rowStart,
          rowEnd,
          compressors,
        }))
          addRow(draft, row);
        onProgress?.(rowEnd / rows);
      }
      groupStart = groupEnd;
    }
  } catch (error) {
    if (error instanceof AlignedRefusal) throw error;
    // What the library stumbled over it says in English words of its own.
    const part = error instanceof BrokenColumn ? error.column : name;
    return err('import.brokenFile', { format: 'parquet', part, position: 0 });
  }
  return draft.finish('parquet', 'utf-8');
}

function addRow(draft: AlignedDraft, row: Record<string, unknown>): void {
  const texts = new Map<number, UnitPart[]>();
  const fields = isRecord(row.translation) ? row.translation : row;
  for (const [label, value] of Object.entries(fields)) {
    const isOurs = fields === row && PROPERTY_COLUMNS.some((one) => one === label);
    if (isOurs || languageLike(label) === null || (typeof value !== 'string' && value !== null)) continue;
    texts.set(draft.language(label), value === null ? [] : whole(value));
  }
  const { id, status, confidence, reason, document } = row;
  if (typeof document === 'string' && document.trim()) draft.inDocument(document);
  draft.add(texts, {
    id: typeof id === 'string' || typeof id === 'number' || typeof id === 'bigint' ? String(id) : null,
    status: typeof status === 'string' ? status : null,
    confidence: typeof confidence === 'number' ? confidence : null,
    reason: typeof reason === 'string' ? reason : null,
  });
}

/** The columns that a unit is made of; what else there is is not even unpacked. */
const columnsOf = (metadata: FileMetaData): string[] =>
  parquetSchema(metadata)
    .children.map(({ element }) => element.name)
    .filter(
      (name) =>
        name === 'translation' || languageLike(name) !== null || PROPERTY_COLUMNS.some((one) => one === name),
    );

/** Of a `Buffer`, `slice` would be a view, and its memory somebody else's too. */
const copyOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

/** As our own files say it. */
function titleOf({ key_value_metadata: pairs }: FileMetaData): string | null {
  const about = pairs?.find(({ key }) => key === 'triptych')?.value;
  if (!about) return null;
  try {
    const { title } = JSON.parse(about) as { title?: unknown };
    return typeof title === 'string' && title ? title : null;
  } catch {
    return null; // Somebody else's metadata under our name.
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
