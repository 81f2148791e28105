import { err, ok, type Result } from '@/lib/result';
import { formatOfFile } from '../formats';
import { partName } from './docx/unpackParts';
import type { TextFormat } from './TextDraft';

/** First bytes of files that people pick by mistake, and what to call them (`kind` in `import.binary`). */
const SIGNATURES: readonly [kind: string, bytes: readonly number[]][] = [
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  // Compound File Binary: Word before 2007, and any Office file with a password.
  ['doc', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
];

/** Formats of other things than running text, by the ending: as plain text they would be markup and numbers. */
const NO_TEXT = new Set([
  'xml',
  'xlf',
  'xliff',
  'sdlxliff',
  'csv',
  'tab',
  'srt',
  'vtt',
  'tei',
  'po',
  'yaml',
  'yml',
]);

/**
 * Which reader a file is for. What the bytes are counts first, then what the caller wants, then the name; a file
 * whose name says nothing known is read as plain text. Files of another kind are refused, unless the caller insists.
 */
export function sniffFormat(
  bytes: Uint8Array,
  options: { fileName?: string; format?: TextFormat },
): Result<TextFormat> {
  const kind = SIGNATURES.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte))?.[0];
  const byName = formatOfFile(options.fileName ?? '');
  const named = options.format ?? (byName?.reads ? (byName.id as TextFormat) : undefined);
  if (kind === 'zip') return named === 'docx' || holdsWordDocument(bytes) ? ok('docx') : binary('zip');
  if (kind !== undefined) return binary(kind);
  if (named === 'docx') return err('import.brokenFile', { part: 'zip', position: 0 });
  const ending = extension(options.fileName);
  if (!named && (byName || NO_TEXT.has(ending))) return err('import.unknownFormat', { extension: ending });
  return ok(named ?? (looksLikeHtml(bytes) ? 'html' : 'txt'));
}

function binary(kind: string): Result<never> {
  return err('import.binary', { kind, offset: 0 });
}

function extension(fileName: string | undefined): string {
  return /\.([^./\\]+)$/u.exec(fileName ?? '')?.[1]?.toLowerCase() ?? '';
}

/** The first entry of an Office file is its list of content types, in plain sight in every local header. */
function holdsWordDocument(bytes: Uint8Array): boolean {
  const text = Array.from(bytes.subarray(-65_536), (byte) => String.fromCharCode(byte)).join('');
  return partName(text).includes('word/document');
}

function looksLikeHtml(bytes: Uint8Array): boolean {
  const head = Array.from(bytes.subarray(0, 512), (byte) => String.fromCharCode(byte)).join('');
  return /^(?:\u00ef\u00bb\u00bf)?\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html[\s>])/iu.test(head);
}
