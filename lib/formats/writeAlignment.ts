import { err, ok, type Result } from '@/lib/result';
import type { ExportHeader, Units } from './ExportUnit';
import { type ExportFormatId, findFormat } from './formats';
import { WRITERS } from './registry';
import type { WriteOptions } from './WriteOptions';

/**
 * An export in the format with the given id, as chunks of text to be encoded in UTF-8, or of bytes. Units are read as the chunks
 * are taken, so that memory does not grow with the export. Units with a language missing are kept where the format
 * has a place for them, unless `options.nulls` says otherwise.
 */
export async function writeAlignment(
  header: ExportHeader,
  units: Units,
  formatId: string,
  options: WriteOptions = {},
): Promise<Result<AsyncGenerator<string | Uint8Array>>> {
  const format = findFormat(formatId);
  if (!format?.writes) return err('export.unknownFormat', { format: formatId });
  if (format.pairOnly && header.langs.length > 2) return err('export.pairOnly', { format: format.name });
  const write = await WRITERS[format.id as ExportFormatId]();
  return ok(write(header, units, { nulls: format.holdsNulls ? 'keep' : 'leaveOut', ...options }));
}
