import { err, ok, type Result } from '@/lib/result';
import { formatOfFile } from '../formats';
import { Archive } from './archive/Archive';
import { unpackPart } from './archive/streamPart';
import { isCueTime } from './subtitles/parseCues';
import type { TextFormat } from './TextDraft';

/** First bytes of files that people pick by mistake, and what to call them (`kind` in `import.binary`). */
const SIGNATURES: readonly [kind: string, bytes: readonly number[]][] = [
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  // Compound File Binary: Word before 2007, and any Office file with a password.
  ['doc', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['gzip', [0x1f, 0x8b]],
];

/** Formats of other things than running text, by the ending: as plain text they would be markup and numbers. */
const NO_TEXT = new Set(['xml', 'xlf', 'xliff', 'sdlxliff', 'csv', 'tab', 'tei', 'po', 'yaml', 'yml']);

/** What the file is, and its directory if it is an archive. */
export type SniffedFile = { format: TextFormat; archive: Archive | null; flat?: boolean };

/**
 * Which reader a file is for. What the bytes are counts first, then what the caller wants, then the name; a file
 * whose name says nothing known is read as plain text. Files of another kind are refused, unless the caller insists.
 */
export function sniffFormat(
  bytes: Uint8Array,
  options: { fileName?: string; format?: TextFormat },
): Result<SniffedFile> {
  const byName = formatOfFile(options.fileName ?? '');
  const named = options.format ?? (byName?.reads ? (byName.id as TextFormat) : undefined);
  if (startsWith(bytes, [0x50, 0x4b])) return sniffArchive(bytes, named);
  if (isPdf(bytes)) return ok({ format: 'pdf', archive: null });
  const kind = SIGNATURES.find(([, signature]) => startsWith(bytes, signature))?.[0];
  if (kind !== undefined) return err('import.binary', { kind, offset: 0 });
  const head = headOf(bytes);
  if (/<office:document[\s>]/u.test(head)) return ok({ format: 'odt', archive: null, flat: true });
  if (named === 'docx' || named === 'odt' || named === 'epub' || named === 'pdf')
    return err('import.brokenFile', { format: named, part: 'zip', position: 0 });
  const ending = extension(options.fileName);
  if (!named && (byName || NO_TEXT.has(ending))) return err('import.unknownFormat', { extension: ending });
  return ok({ format: named ?? guessTextFormat(head), archive: null });
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

/** The signature may stand behind other bytes, which printers and mailers put there: ISO 32000-1, annex H.3.4. */
function isPdf(bytes: Uint8Array): boolean {
  return bytes[0] === 0x25
    ? startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])
    : /^\s*%PDF-\d/u.test(headOf(bytes));
}

const MIME_TYPES: Record<string, TextFormat | 'ods'> = {
  'application/epub+zip': 'epub',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.text-template': 'odt',
  'application/vnd.oasis.opendocument.text-master': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'ods',
  'application/vnd.oasis.opendocument.graphics': 'ods',
};

/** An archive says what it is in a part `mimetype`, or by the parts it has. */
function sniffArchive(bytes: Uint8Array, named: TextFormat | undefined): Result<SniffedFile> {
  const kind = named === 'docx' || named === 'odt' || named === 'epub' ? named : 'zip';
  const opened = Archive.open(bytes, kind);
  if (!opened.ok) return kind === 'zip' ? err('import.binary', { kind: 'zip', offset: 0 }) : opened;
  const archive = opened.value;
  const format = mimeType(archive) ?? byParts(archive) ?? (kind === 'zip' ? null : kind);
  if (format === null || format === 'ods') return err('import.binary', { kind: format ?? 'zip', offset: 0 });
  return ok({ format, archive: archive.as(format as 'docx' | 'odt' | 'epub') });
}

function mimeType(archive: Archive): TextFormat | 'ods' | undefined {
  const part = unpackPart(archive, 'mimetype', 1024);
  if (!part.ok || !part.value) return undefined;
  return MIME_TYPES[
    new TextDecoder()
      .decode(part.value)
      .replace(/^\ufeff/u, '')
      .trim()
  ];
}

function byParts(archive: Archive): TextFormat | 'ods' | null {
  if (archive.find('META-INF/container.xml')) return 'epub';
  if (archive.entries.some(({ name }) => /^\/?word[/\\]document\d*\.xml$/iu.test(name))) return 'docx';
  if (archive.find('xl/workbook.xml') || archive.find('ppt/presentation.xml')) return 'ods';
  return archive.find('content.xml') ? 'odt' : null;
}

function extension(fileName: string | undefined): string {
  return /\.([^./\\]+)$/u.exec(fileName ?? '')?.[1]?.toLowerCase() ?? '';
}

/** The beginning, for patterns in ASCII. */
const headOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 1024));

function guessTextFormat(head: string): TextFormat {
  const text = head.replace(/^\u00ef\u00bb\u00bf/u, '');
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html[\s>])/iu.test(text))
    return 'html';
  if (/^WEBVTT(?:[ \t\r\n]|$)/u.test(text)) return 'vtt';
  const [first, second] = text.split(/[\r\n]+/u).filter((line) => line.trim() !== '');
  return first !== undefined && (isCueTime(first) || (/^\s*\d+\s*$/u.test(first) && isCueTime(second ?? '')))
    ? 'srt'
    : 'txt';
}
