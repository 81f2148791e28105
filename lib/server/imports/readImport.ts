import 'server-only';
import type { TextDraft } from '@/lib/formats/text/TextDraft';
import type { Result } from '@/lib/result';
import { readInThread } from '../reading/openReading';
import type { Working } from '../uploads/Working';
import { fileNameOf, type TextSource, textTask } from './textSource';

export type ReadImport = { draft: TextDraft; checksum: string; fileName: string | null; bytes: number };

/** Reads what was sent, as a whole; stores nothing. */
export async function readImport(source: TextSource, working: Working): Promise<Result<ReadImport>> {
  const read = await readInThread({ kind: 'text', ...textTask(source) }, working);
  if (!read.ok) return read;
  return { ok: true, value: { ...read.value, fileName: fileNameOf(source), bytes: source.files[0].bytes } };
}
