import { err, ok, type Result } from '@/lib/result';

export type FileKind = 'docx' | 'odt' | 'epub' | 'zip';

/** One file of the archive, as the central directory tells of it. */
export type ArchiveEntry = {
  name: string;
  /** Where the local header begins; the data follow it. */
  headerAt: number;
  packedBytes: number;
  /** What the archive says; nothing believes it. */
  declaredBytes: number;
  method: number;
  crc: number;
  encrypted: boolean;
};

const END_RECORD = 0x06054b50;
const END_RECORD_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const MAX_ENTRIES = 50_000;

/**
 * The directory of a zip file. Its entries are what every other program sees, whatever else lies between them:
 * PKWARE APPNOTE 6.3, sections 4.3.12 to 4.3.16. Names are labels, never paths: nothing is written anywhere.
 */
export class Archive {
  readonly #byName = new Map<string, ArchiveEntry>();

  private constructor(
    readonly bytes: Uint8Array,
    readonly kind: FileKind,
    readonly entries: readonly ArchiveEntry[],
  ) {
    for (const entry of entries) {
      const name = partName(entry.name);
      if (!this.#byName.has(name)) this.#byName.set(name, entry);
    }
  }

  /** @param kind what to call the file in errors. One that is cut off has no directory: `import.brokenFile`. */
  static open(bytes: Uint8Array, kind: FileKind): Result<Archive> {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = findEnd(view);
    if (end === null) return err('import.brokenFile', { format: kind, part: 'zip', position: bytes.length });
    const entries: ArchiveEntry[] = [];
    let at = end.directoryAt;
    for (let n = 0; n < end.count; n++) {
      const broken = at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY;
      if (broken || n >= MAX_ENTRIES)
        return err('import.brokenFile', { format: kind, part: 'zip', position: Math.min(at, bytes.length) });
      const entry = readEntry(view, at);
      entries.push(entry);
      at +=
        46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return ok(new Archive(bytes, kind, entries));
  }

  /** The same file under another word in errors. */
  as(kind: FileKind): Archive {
    return new Archive(this.bytes, kind, this.entries);
  }

  find(name: string): ArchiveEntry | undefined {
    return this.#byName.get(partName(name));
  }
}

/**
 * One spelling for each part, as Open Packaging Conventions compare them (ECMA-376-2, section 6.2.2): no case, no
 * leading slash, forward slashes. A name with `..` in it leads to itself and nowhere else.
 */
export function partName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/u, '').toLowerCase();
}

/** The record at the very end, behind a comment of at most 64 KB. */
function findEnd(view: DataView): { directoryAt: number; count: number } | null {
  const size = view.byteLength;
  for (let at = size - 22; at >= Math.max(0, size - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) !== END_RECORD) continue;
    const count = view.getUint16(at + 10, true);
    const directoryAt = view.getUint32(at + 16, true);
    if (count !== 0xffff && directoryAt !== 0xffffffff) return { directoryAt, count };
    return findEnd64(view, at - 20) ?? { directoryAt, count };
  }
  return null;
}

/** Numbers beyond 32 bits cannot be in a file we take; the record may still be the only one that holds them. */
function findEnd64(view: DataView, locatorAt: number): { directoryAt: number; count: number } | null {
  if (locatorAt < 0 || view.getUint32(locatorAt, true) !== LOCATOR_64) return null;
  const at = Number(view.getBigUint64(locatorAt + 8, true));
  if (!(at + 56 <= view.byteLength) || view.getUint32(at, true) !== END_RECORD_64) return null;
  return {
    count: Number(view.getBigUint64(at + 32, true)),
    directoryAt: Number(view.getBigUint64(at + 48, true)),
  };
}

function readEntry(view: DataView, at: number): ArchiveEntry {
  const flags = view.getUint16(at + 8, true);
  const nameLength = Math.min(view.getUint16(at + 28, true), view.byteLength - at - 46);
  const name = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength);
  const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  const long = readSizes64(view, at + 46 + nameLength, view.getUint16(at + 30, true), sizes);
  return {
    // Bit 11 says UTF-8; without it the parts we look for are ASCII anyway.
    name: new TextDecoder((flags & 0x800) !== 0 ? 'utf-8' : 'windows-1252').decode(name),
    headerAt: long[2]!,
    packedBytes: long[1]!,
    declaredBytes: long[0]!,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    encrypted: (flags & 1) !== 0,
  };
}

/** Extra field 0x0001: those of the sizes that are all ones, in their order. */
function readSizes64(view: DataView, from: number, length: number, sizes: readonly number[]): number[] {
  const found = [...sizes];
  const end = Math.min(from + length, view.byteLength);
  for (let at = from; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let value = at + 4;
    for (const [index, size] of sizes.entries()) {
      if (size !== 0xffffffff || value + 8 > end) continue;
      found[index] = Number(view.getBigUint64(value, true));
      value += 8;
    }
  }
  return found;
}
