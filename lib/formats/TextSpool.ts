import { strToU8 } from 'fflate';
import type { MakeSpool, Spool } from './Spool';

const BLOCK_CHARS = 64 * 1024;

/** Text that has to wait until it may be written, in UTF-8. */
export class TextSpool {
  readonly #spool: Spool;
  #text = '';
  #isEmpty = true;

  constructor(make: MakeSpool) {
    this.#spool = make();
  }

  write(text: string): void {
    this.#text += text;
    this.#isEmpty &&= text === '';
    // A block ends where a piece of text ends, so that no character is cut in two.
    if (this.#text.length >= BLOCK_CHARS) this.#flush();
  }

  get isEmpty(): boolean {
    return this.#isEmpty;
  }

  *read(): Generator<Uint8Array> {
    this.#flush();
    yield* this.#spool.read();
  }

  drop(): void {
    this.#spool.drop();
  }

  #flush(): void {
    if (this.#text) this.#spool.write(strToU8(this.#text));
    this.#text = '';
  }
}
