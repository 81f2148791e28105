import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';

const BLOCK_CHARS = 256 * 1024;

/** Text that has to wait until it may be written, packed to a third of its size or less. */
export class Spool {
  readonly #blocks: Uint8Array[] = [];
  #text = '';

  write(text: string): void {
    this.#text += text;
    // A block ends where a piece of text ends, so that no character is cut in two.
    if (this.#text.length < BLOCK_CHARS) return;
    this.#blocks.push(deflateSync(strToU8(this.#text), { level: 3 }));
    this.#text = '';
  }

  get isEmpty(): boolean {
    return this.#blocks.length === 0 && this.#text === '';
  }

  *read(): Generator<string> {
    for (const block of this.#blocks) yield strFromU8(inflateSync(block));
    yield this.#text;
  }
}
