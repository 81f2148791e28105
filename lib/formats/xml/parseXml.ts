import { SaxesParser } from 'saxes';
import { err, ok, type Result } from '@/lib/result';

const MAX_DEPTH = 512;

export type XmlTag = { name: string; attributes: Record<string, string> };
export type XmlHandlers = {
  /** Names come without their prefix, attributes with it. `line` counts from 1. */
  open?: (tag: XmlTag, line: number) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
  /**
   * With this, references to characters that XML cannot hold (`&#x1E;`), which are an error of many a program, become
   * U+FFFD; it is told of each of them.
   */
  replaced?: () => void;
};
/** What is parsed: a name for messages, and the text piece by piece. */
export type XmlSource = { name: string; slices: () => Iterable<string> };

/**
 * Streams a document through an XML parser. A document type declaration is read past: nothing outside is ever loaded,
 * and no entity is defined by it, so that one that is used is an error. What is not well-formed is `import.brokenXml`
 * with file, line and column. What a handler throws goes through.
 */
export function parseXml({ name: file, slices }: XmlSource, handlers: XmlHandlers): Result<null> {
  const parser = new SaxesParser();
  let depth = 0;
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  let badReferences = 0;
  parser.on('error', (error) => {
    if (!handlers.replaced || !/malformed character entity/u.test(error.message))
      throw new BrokenXml(error.message);
    badReferences++;
  });
  /** The parser leaves a reference that it does not take as it is written. */
  const replace = (piece: string): string =>
    piece.replace(/&#(?:x([\da-f]+)|(\d+));/giu, (reference, hex?: string, decimal?: string) => {
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      if (badReferences === 0 || isChar(code)) return reference;
      badReferences--;
      handlers.replaced?.();
      return '\ufffd';
    });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > MAX_DEPTH) throw new BrokenXml('depth');
    handlers.open?.({ name: local(name), attributes }, parser.line);
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    handlers.close?.(local(name));
  });
  parser.on('text', (piece) => handlers.text?.(badReferences ? replace(piece) : piece));
  parser.on('cdata', (piece) => handlers.text?.(piece));
  try {
    for (const slice of slices()) parser.write(slice);
    parser.close();
  } catch (error) {
    if (!(error instanceof BrokenXml)) throw error;
    const params = { file, line: parser.line, column: parser.column };
    return err('import.brokenXml', { ...params, reason: reasonOf(error.message) });
  }
  return ok(null);
}

/** `Char` of XML 1.0 (fifth edition, production 2). */
const isChar = (code: number): boolean =>
  [0x9, 0xa, 0xd].includes(code) ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);

class BrokenXml extends Error {}

function reasonOf(message: string): string {
  if (/entity/u.test(message)) return 'entity';
  if (/disallowed character/u.test(message)) return 'character';
  if (message === 'depth') return 'depth';
  return /unclosed|unmatched|unexpected close/u.test(message) ? 'tags' : 'syntax';
}

/** What the file says of its own encoding (XML 1.0, section 4.3.3), if it can be read that far. */
export function xmlEncoding(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  return /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/u.exec(head)?.[1] ?? null;
}
