import { SaxesParser } from 'saxes';
import { err, ok, type Result } from '@/lib/result';
import { AlignedRefusal } from '../aligned/AlignedDraft';

const MAX_DEPTH = 512;
const STEP_CHARS = 256 * 1024;

export type XmlTag = { name: string; attributes: Record<string, string> };
export type XmlHandlers = {
  /** Names come without their prefix, attributes with it. `line` counts from 1. */
  open?: (tag: XmlTag, line: number) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/**
 * Streams a document through an XML parser. A document type declaration is read past: nothing outside is ever loaded,
 * and no entity is defined by it, so that one that is used is an error. What is not well-formed is `import.brokenXml`
 * with file, line and column.
 *
 * @throws AlignedRefusal when a handler does
 */
export async function parseXml(
  text: string,
  file: string,
  handlers: XmlHandlers,
  breathe?: () => Promise<void>,
): Promise<Result<null>> {
  const parser = new SaxesParser();
  let depth = 0;
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('error', (error) => {
    throw new BrokenXml(error.message);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > MAX_DEPTH) throw new BrokenXml('depth');
    handlers.open?.({ name: local(name), attributes }, parser.line);
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    handlers.close?.(local(name));
  });
  parser.on('text', (piece) => handlers.text?.(piece));
  parser.on('cdata', (piece) => handlers.text?.(piece));
  try {
    for (let at = 0; at < text.length; at += STEP_CHARS) {
      parser.write(text.slice(at, at + STEP_CHARS));
      await breathe?.();
    }
    parser.close();
  } catch (error) {
    if (error instanceof AlignedRefusal) throw error;
    if (!(error instanceof BrokenXml)) throw error;
    const reason = /entity/u.test(error.message)
      ? 'entity'
      : /disallowed character/u.test(error.message)
        ? 'character'
        : error.message === 'depth'
          ? 'depth'
          : /unclosed|unmatched|unexpected close/u.test(error.message)
            ? 'tags'
            : 'syntax';
    return err('import.brokenXml', { file, line: parser.line, column: parser.column, reason });
  }
  return ok(null);
}

class BrokenXml extends Error {}

/** What the file says of its own encoding (XML 1.0, section 4.3.3), if it can be read that far. */
export function xmlEncoding(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  return /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/u.exec(head)?.[1] ?? null;
}
