import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readText } from '@/lib/formats/text/readText';
import { MAX_FILE_BYTES, PARAGRAPH_STYLES, TEXT_FORMATS, type TextDraft } from '@/lib/formats/text/TextDraft';
import { err, type Result } from '@/lib/result';

/** A form with a file of the largest size in it, and a little for the form itself. */
export const MAX_UPLOAD_BYTES = MAX_FILE_BYTES + 64 * 1024;

/** BCP 47, as far as a text can have it: a language, perhaps with script and region. */
export const Lang = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/)
  .max(12);

/** A file, or pasted text, and what the person overrules of what was detected. */
export const ImportSource = z.object({
  file: z.instanceof(File).optional(),
  pasted: z.string().max(MAX_FILE_BYTES).optional(),
  format: z.enum(TEXT_FORMATS).optional(),
  encoding: z.string().max(40).optional(),
  paragraphStyle: z.enum(PARAGRAPH_STYLES).optional(),
});

export type ReadImport = { draft: TextDraft; checksum: string; fileName: string | null; bytes: number };

/** Reads what was sent; stores nothing. */
export async function readImport(source: z.output<typeof ImportSource>): Promise<Result<ReadImport>> {
  const { file, pasted, format, paragraphStyle } = source;
  const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(pasted ?? '');
  if (!bytes.length) return err('import.empty');
  // Pasted text comes as UTF-8 from our own page: there is nothing to detect or to overrule.
  const encoding = file ? source.encoding : 'utf-8';
  const read = await readText(bytes, {
    fileName: file?.name,
    format: file ? format : (format ?? 'txt'),
    encoding,
    paragraphStyle,
  });
  if (!read.ok) return read;
  const checksum = createHash('sha256').update(bytes).digest('hex');
  return {
    ok: true,
    value: { draft: read.value, checksum, fileName: file?.name.slice(0, 255) ?? null, bytes: bytes.length },
  };
}
