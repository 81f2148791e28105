import { type AsyncBuffer, type FileMetaData, parquetMetadata, parquetReadObjects } from 'hyparquet';
import { err, type Result } from '@/lib/result';
import {
  type AlignedDocument,
  type AlignedFile,
  type AlignedOptions,
  AlignedRefusal,
  MAX_UNITS,
} from '../aligned/AlignedDocument';
import { AlignedDraft, languageLike, whole } from '../aligned/AlignedDraft';
import type { UnitPart } from '../ExportUnit';
import { PROPERTY_COLUMNS } from '../tableColumns';

/** Rows that are in memory as objects at once. */
const PAGE = 5000;

/**
 * Apache Parquet, uncompressed or with Snappy: a `translation` of a field a language, as we and Hugging Face `datasets`
 * write it, or a string column a language. Columns that are no language and none of ours are left aside.
 */
export async function readParquet(
  { name, bytes }: AlignedFile,
  { onProgress }: AlignedOptions,
): Promise<Result<AlignedDocument>> {
  const file: AsyncBuffer = {
    byteLength: bytes.length,
    slice: (start, end) => bytes.slice(start, end).buffer as ArrayBuffer,
  };
  const draft = new AlignedDraft();
  try {
    const metadata = parquetMetadata(bytes.slice().buffer as ArrayBuffer);
    draft.title = titleOf(metadata);
    const rows = Number(metadata.num_rows);
    // A broken file may claim any number of them.
    if (!(rows >= 0 && rows <= MAX_UNITS)) return err('import.tooManyUnits', { limit: MAX_UNITS });
    for (let rowStart = 0; rowStart < rows; rowStart += PAGE) {
      const rowEnd = Math.min(rows, rowStart + PAGE);
      for (const row of await parquetReadObjects({ file, metadata, rowStart, rowEnd })) addRow(draft, row);
      onProgress?.(rowEnd / rows);
    }
  } catch (error) {
    if (error instanceof AlignedRefusal) throw error;
    // What the library stumbled over it says in English words of its own.
    return err('import.brokenFile', { format: 'parquet', part: name, position: 0 });
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
  const { id, status, confidence, reason } = row;
  draft.add(texts, {
    id: typeof id === 'string' || typeof id === 'number' || typeof id === 'bigint' ? String(id) : null,
    status: typeof status === 'string' ? status : null,
    confidence: typeof confidence === 'number' ? confidence : null,
    reason: typeof reason === 'string' ? reason : null,
  });
}

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
