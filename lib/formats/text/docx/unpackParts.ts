import { Unzip, UnzipInflate, unzipSync } from 'fflate';
import { err, ok, type Result } from '@/lib/result';

export const MAX_PART_BYTES = 64 * 1024 * 1024;
export const MAX_ARCHIVE_BYTES = 256 * 1024 * 1024;
/** Deflate grows at most a thousandfold, so that one step never unpacks more than some 8 MB. */
const STEP_BYTES = 8 * 1024;

export type ArchiveEntry = { name: string; declaredBytes: number };

/**
 * The directory of a zip file, nothing unpacked. An archive that *says* it is too large is refused here; one that
 * lies is refused by `unpackParts`, which counts.
 */
export function listArchive(bytes: Uint8Array): Result<ArchiveEntry[]> {
  const entries: ArchiveEntry[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries.push({ name, declaredBytes: originalSize });
        return false;
      },
    });
  } catch {
    // fflate's message names no place; the end of the file is where the directory was looked for.
    return err('import.brokenFile', { part: 'zip', position: bytes.length });
  }
  const total = entries.reduce((sum, entry) => sum + entry.declaredBytes, 0);
  if (total > MAX_ARCHIVE_BYTES) {
    const largest = entries.reduce((a, b) => (b.declaredBytes > a.declaredBytes ? b : a));
    return tooLarge(largest.name, MAX_ARCHIVE_BYTES);
  }
  return ok(entries);
}

/**
 * Unpacks the named parts, each as the chunks it came out in. Stops as soon as a part is larger than
 * `MAX_PART_BYTES`, whatever the archive says of its size; other entries are skipped unopened. Names are looked up
 * as Open Packaging Conventions part names (ECMA-376-2, section 6.2.2: no case), so `../` leads nowhere.
 */
export function unpackParts(bytes: Uint8Array, names: readonly string[]): Result<Map<string, Uint8Array[]>> {
  const wanted = new Set(names.map(partName));
  const parts = new Map<string, Uint8Array[]>();
  let failure: Result<never> | null = null;
  const unzip = new Unzip((file) => {
    const name = partName(file.name);
    if (failure || !wanted.has(name) || parts.has(name)) return;
    const chunks: Uint8Array[] = [];
    let length = 0;
    parts.set(name, chunks);
    file.ondata = (error, chunk) => {
      if (failure) return;
      length += chunk?.length ?? 0;
      if (error) failure = err('import.brokenFile', { part: file.name, position: length });
      else if (length > MAX_PART_BYTES) failure = tooLarge(file.name, MAX_PART_BYTES);
      else chunks.push(chunk);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  let at = 0;
  try {
    for (; at < bytes.length && !failure; at += STEP_BYTES) {
      unzip.push(bytes.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= bytes.length);
    }
  } catch {
    failure ??= err('import.brokenFile', { part: 'zip', position: at });
  }
  return failure ?? ok(parts);
}

/** One spelling for each part: no leading slash, lower case, forward slashes. */
export function partName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/u, '').toLowerCase();
}

function tooLarge(part: string, limitBytes: number): Result<never> {
  return err('import.unpacksTooLarge', { part, limitMb: limitBytes / (1024 * 1024) });
}
