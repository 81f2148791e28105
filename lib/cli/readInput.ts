import { readFile, stat } from 'node:fs/promises';
import { MAX_FILE_BYTES } from '@/lib/formats/text/TextDraft';
import { err, ok, type Result } from '@/lib/result';

/** The bytes of a file that somebody named. Its size is looked at before anything is read. */
export async function readInput(file: string, limitBytes = MAX_FILE_BYTES): Promise<Result<Uint8Array>> {
  try {
    const { size } = await stat(file);
    const megabyte = 1024 * 1024;
    if (size > limitBytes) {
      return err('import.tooLarge', { sizeMb: Math.ceil(size / megabyte), limitMb: limitBytes / megabyte });
    }
    return ok(await readFile(file));
  } catch (error) {
    return err('cli.noFile', { file, reason: reasonOf(error) });
  }
}

/** `missing`, `folder`, `forbidden` or `other`: what the message chooses by. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
  if (code === 'EISDIR') return 'folder';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'forbidden';
  return 'other';
}
