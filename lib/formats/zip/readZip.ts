import { Gunzip, Unzip, UnzipInflate, unzipSync } from 'fflate';
import { err, ok, type Result } from '@/lib/result';
import type { AlignedFile } from '../aligned/AlignedDocument';

/** All entries together, whatever the archive says of their sizes. */
export const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;
const MAX_ENTRIES = 2000;
/** Deflate grows at most a thousandfold, so that one step never unpacks more than some 8 MB. */
const STEP_BYTES = 8 * 1024;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * The files of an archive, unpacked while they are counted. Names are labels and never paths: nothing is written
 * anywhere. Folders, and what macOS puts beside every file, are left out.
 */
export function readZip({ name: archive, bytes }: AlignedFile): Result<AlignedFile[]> {
  // An archive that is cut off between two entries shows it by its directory alone, which stands at the end.
  try {
    unzipSync(bytes, { filter: () => false });
  } catch {
    return err('import.brokenArchive', { file: archive, part: '' });
  }
  const entries: { name: string; chunks: Uint8Array[]; done: boolean }[] = [];
  let failure: Result<never> | null = null;
  let total = 0;
  const unzip = new Unzip((file) => {
    if (failure) return;
    if (file.name.endsWith('/') || file.name.startsWith('__MACOSX/')) return;
    if (entries.length >= MAX_ENTRIES) {
      failure = err('import.tooManyFiles', { count: MAX_ENTRIES });
      return;
    }
    const entry = { name: file.name, chunks: [] as Uint8Array[], done: false };
    entries.push(entry);
    file.ondata = (error, chunk, final) => {
      if (failure) return;
      total += chunk?.length ?? 0;
      if (error) failure = err('import.brokenArchive', { file: archive, part: file.name });
      else if (total > MAX_UNPACKED_BYTES) failure = tooLarge(file.name);
      else entry.chunks.push(chunk);
      entry.done ||= final;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && !failure; at += STEP_BYTES)
      unzip.push(bytes.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= bytes.length);
  } catch {
    failure ??= err('import.brokenArchive', { file: archive, part: entries.at(-1)?.name ?? '' });
  }
  const half = entries.find(({ done }) => !done);
  if (half) failure ??= err('import.brokenArchive', { file: archive, part: half.name });
  if (!entries.length) failure ??= err('import.brokenArchive', { file: archive, part: '' });
  return failure ?? ok(entries.map(({ name, chunks }) => ({ name, bytes: joined(chunks) })));
}

/** A gzip file, unpacked; its name loses the ending. */
export function readGzip({ name, bytes }: AlignedFile): Result<AlignedFile> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  let done = false;
  const gunzip = new Gunzip((chunk, final) => {
    total += chunk.length;
    if (total <= MAX_UNPACKED_BYTES) chunks.push(chunk);
    done ||= final;
  });
  let members = 0;
  gunzip.onmember = () => members++;
  try {
    for (let at = 0; at < bytes.length && total <= MAX_UNPACKED_BYTES; at += STEP_BYTES)
      gunzip.push(bytes.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= bytes.length);
  } catch {
    return err('import.brokenArchive', { file: name, part: '' });
  }
  if (total > MAX_UNPACKED_BYTES) return tooLarge(name);
  if (bytes.length < 18) return err('import.brokenArchive', { file: name, part: '' });
  // RFC 1952, 2.3.1: the length stands at the end. One that is cut off unpacks without complaint as far as it goes.
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(
    bytes.length - 4,
    true,
  );
  if (!done || (members < 2 && length !== total))
    return err('import.brokenArchive', { file: name, part: '' });
  return ok({ name: name.replace(/\.gz$/iu, ''), bytes: joined(chunks) });
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

const tooLarge = (part: string): Result<never> =>
  err('import.unpacksTooLarge', { part, limitMb: MAX_UNPACKED_BYTES / 1024 / 1024 });
