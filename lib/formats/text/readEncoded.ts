import { err, ok, type Result } from '@/lib/result';
import { type DecodedText, decodeText } from './decodeText';
import { declaredEncoding } from './html/declaredEncoding';
import { readHtml } from './html/readHtml';
import { linesOf } from './lines';
import { readMarkdown } from './md/readMarkdown';
import { readSubtitles } from './subtitles/readSubtitles';
import { TextCensus } from './TextCensus';
import {
  MAX_PARAGRAPH_CHARS,
  MAX_WHOLE_BYTES,
  type ReadOptions,
  type ReadParagraphs,
  type TextFormat,
  type Warning,
} from './TextDraft';
import { isTable } from './txt/isTable';
import { splitParagraphs } from './txt/splitParagraphs';

/** Formats that are text in some encoding. */
export type EncodedFormat = Extract<TextFormat, 'txt' | 'md' | 'html' | 'srt' | 'vtt'>;
export type ReadEncoded = ReadParagraphs &
  Pick<DecodedText, 'encoding' | 'candidates'> & { warnings: Warning[] };

/** Characters by which it is judged whether a file is text at all. */
const HEAD_CHARS = 65_536;
/** Share of control characters above which "text" is some other kind of data. */
const MAX_CONTROL_SHARE = 0.02;

/** Decodes and reads a file of text; all but HTML is never in memory as one string. */
export function readEncoded(
  bytes: Uint8Array,
  format: EncodedFormat,
  options: ReadOptions,
): Result<ReadEncoded> {
  if (format === 'html' && bytes.length > MAX_WHOLE_BYTES) return tooLarge(bytes.length, MAX_WHOLE_BYTES);
  const declared = format === 'html' ? declaredEncoding(bytes) : null;
  const decoded = decodeText(bytes, { encoding: options.encoding, declared, lang: options.lang });
  if (!decoded.ok) return decoded;
  const { encoding, candidates, uncertain } = decoded.value;
  const head = headOf(decoded.value.slices());
  if (isControlFlood(head))
    return err('import.binary', { kind: 'other', offset: bytes.findIndex(isControl) });
  let nuls = 0;
  const slices = function* () {
    nuls = 0;
    for (const slice of decoded.value.slices()) {
      // No database keeps a NUL: what was there is shown by a mark, and counted.
      const clean = slice.replaceAll('\0', '\ufffd');
      if (clean !== slice) nuls += slice.split('\0').length - 1;
      yield clean;
    }
  };
  const census = new TextCensus();
  const read = readAs(slices, census, format, options);
  if (census.tooLong !== null)
    return err('import.lineTooLong', { line: census.tooLong, limit: MAX_PARAGRAPH_CHARS });
  if (!read.ok) return read;
  const warnings = format === 'html' ? [] : census.warnings();
  if (nuls > 0) warnings.push({ code: 'nul', params: { count: nuls, paragraph: 0 } });
  if (uncertain)
    warnings.push({ code: 'uncertainEncoding', params: { count: candidates.length, paragraph: 0 } });
  return ok({ ...read.value, encoding, candidates, warnings: [...(read.value.warnings ?? []), ...warnings] });
}

export function tooLarge(sizeBytes: number, limitBytes: number): Result<never> {
  const mb = 1024 * 1024;
  return err('import.tooLarge', { sizeMb: Math.ceil(sizeBytes / mb), limitMb: limitBytes / mb });
}

function readAs(
  slices: () => Iterable<string>,
  census: TextCensus,
  format: EncodedFormat,
  options: ReadOptions,
): Result<ReadParagraphs> {
  const lines = () => census.of(linesOf(slices(), MAX_PARAGRAPH_CHARS));
  switch (format) {
    case 'html':
      return ok(readHtml([...slices()].join('')));
    case 'md':
      return ok(readMarkdown(lines, options.paragraphStyle));
    case 'srt':
    case 'vtt':
      return readSubtitles(lines(), format);
    case 'txt': {
      const table = isTable(lines());
      // Last, so that what was counted is the whole text.
      const { paragraphs, style } = splitParagraphs(lines, options.paragraphStyle);
      const warnings: Warning[] = table
        ? [{ code: 'table', params: { count: paragraphs.length, paragraph: 0 } }]
        : [];
      return ok({ paragraphs, paragraphStyle: style, title: null, warnings });
    }
  }
}

function headOf(slices: Iterable<string>): string {
  let head = '';
  for (const slice of slices) {
    head += slice;
    if (head.length >= HEAD_CHARS) break;
  }
  return head.slice(0, HEAD_CHARS);
}

/** More control characters than any text has. */
function isControlFlood(head: string): boolean {
  let count = 0;
  for (let at = 0; at < head.length; at++) if (isControl(head.charCodeAt(at))) count++;
  return count > 4 && count > head.length * MAX_CONTROL_SHARE;
}

/** C0 controls that no text needs, and DEL. */
function isControl(code: number): boolean {
  return code < 0x09 || (code > 0x0d && code < 0x20) || code === 0x7f;
}
