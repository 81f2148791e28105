import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { MAX_FILE_BYTES, readText } from '@/lib/formats/text/readText';
import type { TextDraft } from '@/lib/formats/text/TextDraft';
import { err, type Result } from '@/lib/result';

/** BCP 47, as far as a text can have it: a language, perhaps with script and region. */
export const Lang = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/)
  .max(12);

/** A file, or pasted text, and what the person overrules of what was detected. */
export const ImportSource = z.object({
  file: z.instanceof(File).optional(),
  pasted: z.string().max(MAX_FILE_BYTES).optional(),
  format: z.enum(['txt', 'md', 'docx', 'html']).optional(),
  encoding: z.string().max(40).optional(),
});

export type ReadImport = { draft: TextDraft; checksum: string; fileName: string | null; bytes: number };

/** Reads what was sent; stores nothing. */
export async function readImport(source: z.output<typeof ImportSource>): Promise<Result<ReadImport>> {
  const { file, pasted, format } = source;
  const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(pasted ?? '');
  if (!bytes.length) return err('import.empty');
  // Pasted text comes as UTF-8 from our own page: there is nothing to detect or to overrule.
  const encoding = file ? source.encoding : 'utf-8';
  const read = await readText(bytes, {
    fileName: file?.name,
    format: file ? format : (format ?? 'txt'),
    encoding,
  });
  if (!read.ok) return read;
  const checksum = createHash('sha256').update(bytes).digest('hex');
  return {
    ok: true,
    value: { draft: read.value, checksum, fileName: file?.name.slice(0, 255) ?? null, bytes: bytes.length },
  };
}
