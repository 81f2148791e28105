import 'server-only';
import { strFromU8, unzipSync } from 'fflate';
import type { Db } from '@/db/client';
import { breathe } from '@/db/queries/breathe';
import * as exporting from '@/db/queries/exporting';
import { type ExportFormatId, formatOf } from '@/lib/formats/formats';
import { emptyReport, type LeftOutReason } from '@/lib/formats/WriteReport';
import { writeAlignment } from '@/lib/formats/writeAlignment';
import { ok, type Result } from '@/lib/result';
import type { ExportOptions } from './ExportInput';
import type { ExportScope } from './ExportScope';
import { firstUnits, keptPlans } from './exportUnits';
import { documentOpener, headerOf, keepsNulls, sourceOf } from './openFile';
import { type ExportFile, planFiles } from './planFiles';

export type ExportPreview = {
  /** What it is called, and how many files there are in it. */
  fileName: string;
  files: number;
  /** How the first file, or each file in it, begins. */
  begins: { name: string; text: string }[];
  /** The file is no text: what it begins with is shown as a table with tabs. */
  asTable: boolean;
  /** Counted without a look at the words; null when there are too many documents for that. */
  counts: { units: number; leftOut: Record<LeftOutReason, number> } | null;
};

const UNITS = 12;
const CHARS = 6000;
/** Documents that are counted before somebody has asked for the file. */
const COUNTED_DOCUMENTS = 12;
/** Units that are counted at once: a few milliseconds, in which nobody else has a turn. */
const COUNTED_AT_ONCE = 5000;
/** No text to look at. */
const TABLES: readonly ExportFormatId[] = ['xlsx', 'parquet'];

/** How the export begins and what it holds, before it is made. `signal`: nobody waits for it any more. */
export async function previewExport(
  db: Db,
  scope: ExportScope,
  options: ExportOptions,
  signal?: AbortSignal,
): Promise<Result<ExportPreview>> {
  const ids = scope.documents.map(({ id }) => id);
  const aligned = await exporting.alignedDocuments(db, ids);
  const planned = planFiles(scope, aligned, options);
  if (!planned.ok) return planned;
  const open = documentOpener(db);
  const [file] = planned.value;
  const report = emptyReport(file.langs);
  const source = sourceOf(file, await open(file.documents[0], file), options);
  const units = await firstUnits(db, source, report, UNITS);
  const asTable = TABLES.includes(options.format);
  const format = asTable ? 'tsv' : options.format;
  const changedAt = aligned.get(file.documents[0].id)?.changedAt ?? null;
  const written = await writeAlignment(headerOf(file, changedAt), units, format, {
    ...{ languageTags: options.languageTags, properties: options.properties, changes: options.changes },
    ...{ ids: options.ids, nulls: keepsNulls(options) ? 'keep' : 'leaveOut' },
  });
  if (!written.ok) return written;
  const chunks: Uint8Array[] = [];
  for await (const chunk of written.value)
    chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return ok({
    ...{ fileName: file.name, files: planned.value.length, asTable },
    begins: begins(file.name, Buffer.concat(chunks), formatOf(format).mimeType),
    counts: ids.length > COUNTED_DOCUMENTS ? null : await count(open, planned.value, options, signal),
  });
}

function begins(name: string, bytes: Uint8Array, mimeType: string): ExportPreview['begins'] {
  const cut = (text: string) => (text.length > CHARS ? `${text.slice(0, CHARS)}…` : text);
  if (mimeType !== 'application/zip') return [{ name, text: cut(strFromU8(bytes)) }];
  return Object.entries(unzipSync(bytes)).map(([entry, content]) => ({
    name: entry,
    text: cut(strFromU8(content)),
  }));
}

async function count(
  open: ReturnType<typeof documentOpener>,
  files: readonly ExportFile[],
  options: ExportOptions,
  signal?: AbortSignal,
): Promise<ExportPreview['counts']> {
  const report = emptyReport();
  let units = 0;
  for (const file of files)
    for (const head of file.documents) {
      const document = await open(head, file);
      await breathe();
      if (signal?.aborted) return null;
      if (!file.langs.some((lang) => document.bitexts.has(lang))) continue;
      let seen = 0;
      for (const plan of keptPlans(sourceOf(file, document, options), report)) {
        if (plan) units++;
        if (++seen % COUNTED_AT_ONCE) continue;
        await breathe();
        if (signal?.aborted) return null;
      }
    }
  return { units, leftOut: report.leftOut };
}
