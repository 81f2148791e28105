import { SaxesParser, type SaxesTagNS } from 'saxes';
import { err, ok, type Result } from '@/lib/result';

/** Deeper than any document that a person made; keeps the parser's own stack small. */
const MAX_DEPTH = 512;
/** A single tag or text longer than this is an attack on memory: the parser gathers it in one piece. */
const MAX_TOKEN_CHARS = 4 * 1024 * 1024;
/** Many times what a thousand pages need; at a microsecond each they must not hold up everybody else. */
const MAX_ELEMENTS = 3_000_000;
const STEP_BYTES = 64 * 1024;

export type XmlHandlers = {
  open?: (tag: SaxesTagNS) => void;
  text?: (text: string) => void;
  close?: (tag: SaxesTagNS) => void;
};

/** Stops the parser from inside a handler; leaves `readXml` as a broken part. */
class XmlRefused extends Error {}

/**
 * Streams one part of an Office document through an XML parser with namespaces. Not well-formed, not in its encoding,
 * with a document type declaration (forbidden by ECMA-376-2, section 6.2.5, and the door to entity bombs) or nested
 * beyond reason: `import.brokenFile` with the part and the position in characters.
 */
export function readXml(chunks: readonly Uint8Array[], part: string, handlers: XmlHandlers): Result<null> {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  let sinceToken = 0;
  let elements = 0;
  const refuse = (reason: string): never => {
    throw new XmlRefused(reason);
  };
  parser.on('error', (error) => refuse(error.message));
  parser.on('doctype', () => refuse('document type declaration'));
  parser.on('opentag', (tag) => {
    sinceToken = 0;
    if (++depth > MAX_DEPTH) refuse('nested too deeply');
    if (++elements > MAX_ELEMENTS) refuse('too many elements');
    handlers.open?.(tag);
  });
  parser.on('closetag', (tag) => {
    sinceToken = 0;
    depth--;
    handlers.close?.(tag);
  });
  const gather = (text: string) => {
    sinceToken = 0;
    handlers.text?.(text);
  };
  parser.on('text', gather);
  parser.on('cdata', gather);
  try {
    for (const text of decode(chunks)) {
      parser.write(text);
      sinceToken += text.length;
      if (sinceToken > MAX_TOKEN_CHARS) refuse('token too long');
    }
    parser.close();
  } catch (error) {
    // A TypeError is the decoder's word for bytes that are not the encoding.
    if (!(error instanceof XmlRefused) && !(error instanceof TypeError)) throw error;
    return err('import.brokenFile', { part, position: parser.position });
  }
  return ok(null);
}

/** XML 1.0, appendix F: Office writes UTF-8, and UTF-16 is allowed with its mark. */
function* decode(chunks: readonly Uint8Array[]): Generator<string> {
  const first = chunks[0];
  const utf16 =
    first?.[0] === 0xff && first[1] === 0xfe
      ? 'utf-16le'
      : first?.[0] === 0xfe && first[1] === 0xff
        ? 'utf-16be'
        : null;
  const decoder = new TextDecoder(utf16 ?? 'utf-8', { fatal: true });
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += STEP_BYTES) {
      yield decoder.decode(chunk.subarray(at, at + STEP_BYTES), { stream: true });
    }
  }
  yield decoder.decode();
}
