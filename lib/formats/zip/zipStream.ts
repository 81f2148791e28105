import { strToU8, Zip, ZipDeflate } from 'fflate';

/** The same bytes whatever the time and the time zone: the oldest date that a zip can hold. */
const EPOCH = new Date(1980, 0, 1);
/** Characters gathered for an entry before they are packed. */
const BLOCK_CHARS = 128 * 1024;

/**
 * A zip file whose entries grow side by side. The bytes of the first open entry are handed on as they come; those of
 * the others wait packed, at a third of their size or less, because a zip holds its entries one after the other.
 */
export class ZipStream {
  #ready: Uint8Array[] = [];
  readonly #zip: Zip;
  readonly #entries = new Map<string, { file: ZipDeflate; text: string }>();

  /** @param names all entries, in the order they will have in the file */
  constructor(names: readonly string[]) {
    this.#zip = new Zip((error, chunk) => {
      if (error) throw error;
      this.#ready.push(chunk);
    });
    for (const name of names) {
      const file = new ZipDeflate(name, { level: 4 });
      file.mtime = EPOCH;
      this.#zip.add(file);
      this.#entries.set(name, { file, text: '' });
    }
  }

  write(name: string, text: string): void {
    const entry = this.#entries.get(name)!;
    entry.text += text;
    if (entry.text.length < BLOCK_CHARS) return;
    // Half a character must not be encoded alone.
    const cut = /[\ud800-\udbff]$/.test(entry.text) ? entry.text.length - 1 : entry.text.length;
    entry.file.push(strToU8(entry.text.slice(0, cut)));
    entry.text = entry.text.slice(cut);
  }

  /** What can be sent by now. */
  take(): Uint8Array[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  /** Closes all entries and the file. */
  end(): Uint8Array[] {
    for (const { file, text } of this.#entries.values()) file.push(strToU8(text), true);
    this.#zip.end();
    return this.take();
  }
}
