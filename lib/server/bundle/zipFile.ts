import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';

/** Not a zip file, or one that is cut off. */
export class BrokenZipError extends Error {
  override name = 'BrokenZipError';
}

export type ZipFileEntry = { name: string; start: number; packed: number; deflated: boolean };

const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
/** What an entry may say of itself; the directory of a bundle is a few hundred bytes. */
const MAX_DIRECTORY = 1024 * 1024;

/** The entries of a zip file on disk by their names, from its directory at the end (APPNOTE 4.3.12). */
export async function zipEntries(path: string): Promise<Map<string, ZipFileEntry>> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const read = async (at: number, bytes: number): Promise<Buffer> => {
      const buffer = Buffer.alloc(bytes);
      if (at < 0 || (await file.read(buffer, 0, bytes, at)).bytesRead < bytes)
        throw new BrokenZipError('cut off');
      return buffer;
    };
    const tailBytes = Math.min(size, END_BYTES + LONGEST_COMMENT);
    const tail = await read(size - tailBytes, tailBytes);
    const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
    if (end < 0 || end + END_BYTES > tail.length) throw new BrokenZipError('no end');
    const count = tail.readUInt16LE(end + 10);
    const [bytes, at] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
    if (bytes > MAX_DIRECTORY) throw new BrokenZipError('directory too long');
    const directory = await read(at, bytes);
    const entries = new Map<string, ZipFileEntry>();
    for (let k = 0, place = 0; k < count; k++) {
      if (place + CENTRAL_BYTES > bytes || directory.readUInt32LE(place) !== 0x02014b50)
        throw new BrokenZipError('directory');
      const [nameBytes, extra, comment] = [28, 30, 32].map((field) => directory.readUInt16LE(place + field));
      const name = directory.toString('utf8', place + CENTRAL_BYTES, place + CENTRAL_BYTES + nameBytes);
      const method = directory.readUInt16LE(place + 10);
      const header = directory.readUInt32LE(place + 42);
      const local = await read(header, LOCAL_BYTES);
      if (method !== 0 && method !== 8) throw new BrokenZipError('method');
      const start = header + LOCAL_BYTES + local.readUInt16LE(26) + local.readUInt16LE(28);
      const packed = directory.readUInt32LE(place + 20);
      if (start + packed > size) throw new BrokenZipError('cut off');
      entries.set(name, { name, start, packed, deflated: method === 8 });
      place += CENTRAL_BYTES + nameBytes + extra + comment;
    }
    return entries;
  } finally {
    await file.close();
  }
}

/** The bytes of an entry, unpacked as they are taken. */
export async function* readEntry(path: string, entry: ZipFileEntry): AsyncGenerator<Uint8Array> {
  if (entry.packed === 0) return;
  const packed = createReadStream(path, { start: entry.start, end: entry.start + entry.packed - 1 });
  if (!entry.deflated) return yield* packed;
  const inflate = createInflateRaw();
  packed.on('error', (cause) => inflate.destroy(cause));
  packed.pipe(inflate);
  try {
    yield* inflate;
  } catch (cause) {
    throw new BrokenZipError('packed data', { cause });
  } finally {
    packed.destroy();
    inflate.destroy();
  }
}
