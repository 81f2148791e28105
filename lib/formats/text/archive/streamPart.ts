import { Inflate } from 'fflate';
import { err, ok, type Result } from '@/lib/result';
import type { Archive, ArchiveEntry } from './Archive';
import { crc32 } from './crc32';

const MEGABYTE = 1024 * 1024;
/** Unpacked. The text of a thousand novels; a part that is larger has been made to harm. */
export const MAX_PART_BYTES = 200 * MEGABYTE;
/** No text is packed to a hundredth: what unpacks to this much, and so thinly packed, has been made to harm. */
const MAX_RATIO = 100;
const HARMLESS_BYTES = 16 * MEGABYTE;
/** Deflate grows at most a thousandfold, so that one step never unpacks more than some 8 MB. */
const STEP_BYTES = 8 * 1024;
const STORED = 0;
const DEFLATED = 8;

/**
 * Unpacks one part and hands on its bytes as they come, so that never more than a step of it is in memory. Stops as
 * soon as it is larger than `maxBytes`, whatever the archive says of its size; before it begins when that says so. A part that is not there hands on
 * nothing.
 *
 * @param sink returns false to have no more
 * @returns whether the part is there; `import.brokenFile` names it and the place in it
 */
export function streamPart(
  archive: Archive,
  name: string,
  sink: (chunk: Uint8Array) => boolean,
  maxBytes = MAX_PART_BYTES,
): Result<boolean> {
  const entry = archive.find(name);
  if (!entry) return ok(false);
  if (entry.encrypted) return err('import.encrypted', { format: archive.kind });
  let length = 0;
  let taken = 0;
  let checksum = 0;
  let failure: Result<never> | null = null;
  let wanted = true;
  const broken = () => err('import.brokenFile', { format: archive.kind, part: entry.name, position: length });
  const packed = packedBytes(archive, entry);
  if (!packed) return broken();
  const tooLarge = (bytes: number) =>
    err('import.unpacksTooLarge', { part: entry.name, limitMb: Math.floor((bytes / MEGABYTE) * 10) / 10 });
  if (entry.declaredBytes > maxBytes) return tooLarge(maxBytes);
  const take = (chunk: Uint8Array) => {
    if (failure || !wanted) return;
    length += chunk.length;
    if (length > maxBytes) failure = tooLarge(maxBytes);
    else if (length > HARMLESS_BYTES && length > taken * MAX_RATIO) failure = tooLarge(length);
    else {
      checksum = crc32(checksum, chunk);
      wanted = sink(chunk);
    }
  };
  if (entry.method === STORED) {
    for (let at = 0; at < packed.length && !failure && wanted; at += 64 * 1024) {
      taken = at + 64 * 1024;
      take(packed.subarray(at, taken));
    }
  } else if (entry.method === DEFLATED) {
    const inflate = new Inflate(take);
    try {
      for (let at = 0; at < packed.length && !failure && wanted; at += STEP_BYTES) {
        taken = at + STEP_BYTES;
        inflate.push(packed.subarray(at, taken), taken >= packed.length);
      }
    } catch {
      failure ??= broken(); // fflate throws at data that are no deflate stream; it knows no place.
    }
  } else {
    failure = broken();
  }
  if (failure) return failure;
  return !wanted || checksum === entry.crc ? ok(true) : broken();
}

/** A whole part, for those that are small or cannot be read in pieces; null when it is not there. */
export function unpackPart(archive: Archive, name: string, maxBytes: number): Result<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  const streamed = streamPart(archive, name, (chunk) => chunks.push(chunk) > 0, maxBytes);
  if (!streamed.ok) return streamed;
  if (!streamed.value) return ok(null);
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return ok(whole);
}

/** The data behind the local header, or null when it is not where the directory says. */
function packedBytes({ bytes }: Archive, { headerAt, packedBytes: length }: ArchiveEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (headerAt + 30 > bytes.length || view.getUint32(headerAt, true) !== 0x04034b50) return null;
  const start = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  return start + length <= bytes.length ? bytes.subarray(start, start + length) : null;
}
