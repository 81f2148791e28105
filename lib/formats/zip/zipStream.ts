import { type MakeSpool, memorySpool } from '../Spool';
import { type MakeDeflater, portableDeflater } from './Deflater';
import { ZipEntry } from './ZipEntry';
import {
  centralDirectory,
  dataDescriptor,
  localHeader,
  MAX_ZIP_BYTES,
  MAX_ZIP_ENTRIES,
  type ZipRecord,
} from './zipRecords';

/** Pieces of an entry that may be packed while more is written: another thread is busy, and memory stays bounded. */
const PACKED_AHEAD = 2;

/** What a zip file is made with: bytes wait in memory, and are packed by a portable program, when nothing is said. */
export type ZipMeans = { spool?: MakeSpool; deflater?: MakeDeflater };

/**
 * A zip file whose entries grow side by side. A zip holds them one after the other: the bytes of the first that is
 * open are handed on as they come, those of the others wait packed in their spools until it is their turn.
 */
export class ZipStream {
  readonly #entries = new Map<string, ZipEntry>();
  /** Those whose bytes have not all been handed on, in their order. */
  readonly #waiting: ZipEntry[] = [];
  readonly #records: ZipRecord[] = [];
  #current: ZipEntry | null = null;
  #begun = 0;
  #at = 0;

  constructor(private readonly means: ZipMeans = {}) {}

  /** Begins an entry. Entries stand in the file in the order in which they were begun. */
  open(name: string): ZipEntry {
    const { spool = memorySpool, deflater = portableDeflater } = this.means;
    const entry = new ZipEntry(name, spool, deflater);
    this.#entries.set(name, entry);
    this.#waiting.push(entry);
    if (this.#entries.size > MAX_ZIP_ENTRIES) throw new RangeError(`more than ${MAX_ZIP_ENTRIES} files`);
    return entry;
  }

  write(name: string, text: string): void {
    this.#entries.get(name)!.write(text);
  }

  close(name: string): void {
    this.#entries.get(name)!.close();
  }

  /** What can be sent by now. Waits when packing cannot keep up. */
  async *take(): AsyncGenerator<Uint8Array> {
    for (const entry of this.#waiting) await entry.settle(PACKED_AHEAD);
    for (;;) {
      if (!this.#current) {
        const next = this.#waiting[0];
        if (!next) return;
        this.#current = next;
        this.#begun = this.#at;
        yield* this.#sent([localHeader(next.name)]);
        yield* this.#sent(next.begin());
      }
      if (this.#current.closed) await this.#current.settle(0);
      yield* this.#sent(this.#current.take());
      if (!this.#current.closed) return;
      const { name, crc, packed, size } = this.#current;
      const record = { name, crc, packed, size, at: this.#begun };
      this.#records.push(record);
      yield* this.#sent([dataDescriptor(record)]);
      this.#waiting.shift();
      this.#current = null;
    }
  }

  /** Closes all entries and the file. */
  async *end(): AsyncGenerator<Uint8Array> {
    for (const entry of this.#waiting) entry.close();
    yield* this.take();
    yield* this.#sent(centralDirectory(this.#records, this.#at));
  }

  /** Lets go of what waits; for an export that ends before its time. */
  drop(): void {
    for (const entry of this.#waiting) entry.drop();
  }

  *#sent(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
    for (const chunk of chunks) {
      this.#at += chunk.length;
      // Better no file than one that no reader understands.
      if (this.#at > MAX_ZIP_BYTES) throw new RangeError('more than 4 GiB in a zip file');
      yield chunk;
    }
  }
}
