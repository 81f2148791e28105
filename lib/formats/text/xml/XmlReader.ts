import { SaxesParser, type SaxesTagNS } from 'saxes';

/** Deeper than any document that a person made; keeps the parser's own stack small. */
const MAX_DEPTH = 512;
/** A single tag or text longer than this is an attack on memory: the parser gathers it in one piece. */
const MAX_TOKEN_CHARS = 4 * 1024 * 1024;
/** Many times what a thousand pages need; at a microsecond each they must not hold up everybody else. */
const MAX_ELEMENTS = 4_000_000;
const STEP_BYTES = 64 * 1024;

export type XmlHandlers = {
  open?: (tag: SaxesTagNS) => void;
  text?: (text: string) => void;
  close?: (tag: SaxesTagNS) => void;
};

/** Stops the parser from inside a handler. */
class XmlRefused extends Error {}

/**
 * An XML parser with namespaces that is fed bytes and never holds more than a step of them. Not well-formed, not in
 * its encoding, nested beyond reason, or with a document type declaration (which neither Office Open XML nor
 * OpenDocument has, and which is the door to entity bombs): `write` answers false from there on.
 */
export class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: true });
  #decoder: TextDecoder | null = null;
  #depth = 0;
  #elements = 0;
  #sinceToken = 0;
  #refused = false;
  #tooMuch = false;

  constructor(handlers: XmlHandlers) {
    const parser = this.#parser;
    const refuse = (reason: string): never => {
      throw new XmlRefused(reason);
    };
    parser.on('error', (error) => refuse(error.message));
    parser.on('doctype', () => refuse('document type declaration'));
    parser.on('opentag', (tag) => {
      this.#sinceToken = 0;
      if (++this.#depth > MAX_DEPTH) refuse('nested too deeply');
      if (++this.#elements > MAX_ELEMENTS) {
        this.#tooMuch = true;
        refuse('too many elements');
      }
      handlers.open?.(tag);
    });
    parser.on('closetag', (tag) => {
      this.#sinceToken = 0;
      this.#depth--;
      handlers.close?.(tag);
    });
    const gather = (text: string) => {
      this.#sinceToken = 0;
      handlers.text?.(text);
    };
    parser.on('text', gather);
    parser.on('cdata', gather);
  }

  /** In characters, from 0. */
  get position(): number {
    return this.#parser.position;
  }

  /** Refused for the number of its elements, and not because it is broken. */
  get tooMuch(): boolean {
    return this.#tooMuch;
  }

  /** @returns false once the document has been refused */
  write(bytes: Uint8Array): boolean {
    this.#decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
    for (let at = 0; at < bytes.length && !this.#refused; at += STEP_BYTES) this.#step(bytes, at);
    return !this.#refused;
  }

  /** @returns whether the document was whole */
  end(): boolean {
    if (!this.#refused)
      this.#try(() => {
        const rest = this.#decoder?.decode() ?? '';
        if (rest) this.#parser.write(rest);
        this.#parser.close();
      });
    return !this.#refused;
  }

  #step(bytes: Uint8Array, at: number): void {
    this.#try(() => {
      const text = this.#decoder!.decode(bytes.subarray(at, at + STEP_BYTES), { stream: true });
      this.#parser.write(text);
      this.#sinceToken += text.length;
      if (this.#sinceToken > MAX_TOKEN_CHARS) throw new XmlRefused('token too long');
    });
  }

  #try(run: () => void): void {
    try {
      run();
    } catch (error) {
      // A TypeError is the decoder's word for bytes that are not the encoding.
      if (!(error instanceof XmlRefused) && !(error instanceof TypeError)) throw error;
      this.#refused = true;
    }
  }
}

/** XML 1.0, appendix F: office programs write UTF-8, and UTF-16 is allowed with its mark. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}
