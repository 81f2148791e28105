import { strToU8 } from 'fflate';
import type { MakeSpool, Spool } from '../Spool';
import { crc32 } from './crc32';
import type { Deflater, MakeDeflater, Packed } from './Deflater';

/** Characters gathered before they are packed. */
const BLOCK_CHARS = 128 * 1024;

/** A file inside a zip file, packed as it grows. What is not sent at once waits in a spool. */
export class ZipEntry {
  readonly name: Uint8Array;
  crc = 0;
  size = 0;
  packed = 0;
  closed = false;
  #text = '';
  #spool: Spool | null = null;
  #ready: Uint8Array[] = [];
  /** Pieces that are being packed, in their order. */
  #packing: Packed[] = [];
  #isCurrent = false;
  readonly #deflater: Deflater;

  constructor(
    name: string,
    private readonly makeSpool: MakeSpool,
    makeDeflater: MakeDeflater,
  ) {
    this.name = strToU8(name);
    this.#deflater = makeDeflater();
  }

  write(text: string): void {
    this.#text += text;
    if (this.#text.length < BLOCK_CHARS) return;
    // Half a character must not be encoded alone.
    const last = this.#text.charCodeAt(this.#text.length - 1);
    const cut = last >= 0xd800 && last <= 0xdbff ? this.#text.length - 1 : this.#text.length;
    this.#push(strToU8(this.#text.slice(0, cut)));
    this.#text = this.#text.slice(cut);
  }

  /** Bytes as they are. */
  writeBytes(bytes: Uint8Array): void {
    this.#flush();
    this.#push(bytes);
  }

  #flush(): void {
    if (this.#text) this.#push(strToU8(this.#text));
    this.#text = '';
  }

  close(): void {
    if (this.closed) return;
    this.#flush();
    this.#add(this.#deflater.end());
    this.closed = true;
  }

  /** Waits until no more than so many pieces are still being packed. */
  async settle(atMost: number): Promise<void> {
    while (this.#packing.length > atMost) this.#keep(await this.#packing.shift()!);
  }

  /** From now on it is this entry's turn: first what waited, then what comes. */
  *begin(): Generator<Uint8Array> {
    this.#isCurrent = true;
    if (this.#spool) yield* this.#spool.read();
    this.drop();
  }

  take(): Uint8Array[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  drop(): void {
    this.#spool?.drop();
    this.#spool = null;
  }

  #push(bytes: Uint8Array): void {
    this.crc = crc32(bytes, this.crc);
    this.size += bytes.length;
    this.#add(this.#deflater.push(bytes));
  }

  #add(packed: Packed): void {
    // Where nobody packs elsewhere, nothing has to wait.
    if (!(packed instanceof Promise) && !this.#packing.length) {
      this.#keep(packed);
      return;
    }
    // Whoever settles the entry meets the failure; a file that is given up has nobody who does.
    if (packed instanceof Promise) packed.catch(() => {});
    this.#packing.push(packed);
  }

  #keep(chunks: readonly Uint8Array[]): void {
    for (const chunk of chunks) {
      this.packed += chunk.length;
      if (this.#isCurrent) this.#ready.push(chunk);
      else {
        this.#spool ??= this.makeSpool();
        this.#spool.write(chunk);
      }
    }
  }
}
