import { readFile, stat } from 'node:fs/promises';
import type { AlignedFile } from '@/lib/formats/aligned/AlignedDocument';
import { MAX_FILE_BYTES } from '@/lib/formats/text/TextDraft';
import { err, ok, type Result } from '@/lib/result';

/** Standard input, as a file name. */
const STDIN = '-';
const MEGABYTE = 1024 * 1024;

/** The bytes of a file that somebody named, `-` for standard input. Its size is looked at before anything is read. */
export async function readInput(file: string, limitBytes = MAX_FILE_BYTES): Promise<Result<Uint8Array>> {
  if (file === STDIN) return readStandardInput(limitBytes);
  try {
    const { size } = await stat(file);
    if (size > limitBytes) return tooLarge(size, limitBytes);
    return ok(await readFile(file));
  } catch (error) {
    return err('cli.noFile', { file, reason: reasonOf(error) });
  }
}

/** Several files with their names; `stdinName` is what standard input is called, for the sake of its ending. */
export async function readInputs(
  files: readonly string[],
  { limitBytes = MAX_FILE_BYTES, stdinName = 'stdin' } = {},
): Promise<Result<AlignedFile[]>> {
  const read: AlignedFile[] = [];
  for (const file of files) {
    const bytes = await readInput(file, limitBytes);
    if (!bytes.ok) return bytes;
    read.push({ name: file === STDIN ? stdinName : file, bytes: bytes.value });
  }
  return ok(read);
}

async function readStandardInput(limitBytes: number): Promise<Result<Uint8Array>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limitBytes) return tooLarge(size, limitBytes);
    chunks.push(chunk);
  }
  return ok(Buffer.concat(chunks));
}

const tooLarge = (bytes: number, limitBytes: number) =>
  err('import.tooLarge', { sizeMb: Math.ceil(bytes / MEGABYTE), limitMb: limitBytes / MEGABYTE });

/** `missing`, `folder`, `forbidden` or `other`: what the message chooses by. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
  if (code === 'EISDIR') return 'folder';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'forbidden';
  return 'other';
}
