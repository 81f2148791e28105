import { err, ok, type Result } from '@/lib/result';
import { type DecodedText, decodeText } from './decodeText';
import { detectLang } from './detectLang';
import { readDocx } from './docx/readDocx';
import { declaredEncoding } from './html/declaredEncoding';
import { readHtml } from './html/readHtml';
import { isBlank } from './lines';
import { readMarkdown } from './md/readMarkdown';
import { sniffFormat } from './sniffFormat';
import {
  MAX_FILE_BYTES,
  MAX_PARAGRAPH_CHARS,
  MAX_PARAGRAPHS,
  type ReadOptions,
  type ReadParagraphs,
  type TextDraft,
  type TextFormat,
  type Warning,
} from './TextDraft';
import { lineEndWarnings, paragraphWarnings } from './textWarnings';
import { splitParagraphs } from './txt/splitParagraphs';

/** Below this a person should look at the language before going on. */
const CERTAIN_LANGUAGE = 0.7;
/** Share of control characters above which "text" is some other kind of data. */
const MAX_CONTROL_SHARE = 0.02;

/**
 * What an import would make of a file: format, encoding, language, paragraphs and warnings, or the error that names
 * the place. Stores and changes nothing.
 */
export async function readText(bytes: Uint8Array, options: ReadOptions = {}): Promise<Result<TextDraft>> {
  if (bytes.length === 0) return err('import.empty');
  if (bytes.length > MAX_FILE_BYTES) {
    const limitMb = MAX_FILE_BYTES / (1024 * 1024);
    return err('import.tooLarge', { sizeMb: Math.ceil(bytes.length / (1024 * 1024)), limitMb });
  }
  const format = sniffFormat(bytes, options);
  if (!format.ok) return format;
  const read = format.value === 'docx' ? readBinary(bytes) : readEncoded(bytes, format.value, options);
  if (!read.ok) return read;
  const { paragraphs } = read.value;
  const refusal = checkParagraphs(paragraphs);
  if (refusal) return refusal;
  const { lang, confidence } = options.lang
    ? { lang: options.lang, confidence: 1 }
    : await detectLang(paragraphs, read.value.declaredLang ?? null);
  const warnings = [...read.value.warnings, ...paragraphWarnings(paragraphs)];
  if (confidence < CERTAIN_LANGUAGE)
    warnings.push({ code: 'uncertainLanguage', params: { count: 1, paragraph: 0 } });
  return ok({
    format: format.value,
    encoding: read.value.encoding,
    encodingCandidates: read.value.candidates,
    lang,
    langConfidence: confidence,
    paragraphs,
    paragraphStyle: read.value.paragraphStyle ?? null,
    warnings,
    title: read.value.title,
  });
}

type ReadFile = ReadParagraphs & Pick<DecodedText, 'encoding' | 'candidates'> & { warnings: Warning[] };

function readBinary(bytes: Uint8Array): Result<ReadFile> {
  const read = readDocx(bytes);
  return read.ok ? ok({ ...read.value, encoding: 'utf-8', candidates: [], warnings: [] }) : read;
}

function readEncoded(
  bytes: Uint8Array,
  format: Exclude<TextFormat, 'docx'>,
  options: ReadOptions,
): Result<ReadFile> {
  const declared = format === 'html' ? declaredEncoding(bytes) : null;
  const decoded = decodeText(bytes, { encoding: options.encoding, declared, lang: options.lang });
  if (!decoded.ok) return decoded;
  const { text, encoding, candidates, uncertain } = decoded.value;
  if (isControlFlood(text))
    return err('import.binary', { kind: 'other', offset: bytes.findIndex(isControl) });
  const warnings = format === 'html' ? [] : lineEndWarnings(text);
  if (uncertain)
    warnings.push({ code: 'uncertainEncoding', params: { count: candidates.length, paragraph: 0 } });
  return ok({ ...readAs(text, format, options), encoding, candidates, warnings });
}

function readAs(text: string, format: Exclude<TextFormat, 'docx'>, options: ReadOptions): ReadParagraphs {
  if (format === 'html') return readHtml(text);
  if (format === 'md') return readMarkdown(text);
  const { paragraphs, style } = splitParagraphs(text, options.paragraphStyle);
  return { paragraphs, paragraphStyle: style, title: null };
}

function checkParagraphs(paragraphs: readonly string[]): Result<never> | null {
  if (paragraphs.every(isBlank)) return err('import.empty');
  if (paragraphs.length > MAX_PARAGRAPHS) {
    return err('import.tooManyParagraphs', { count: paragraphs.length, limit: MAX_PARAGRAPHS });
  }
  const long = paragraphs.findIndex((paragraph) => paragraph.length > MAX_PARAGRAPH_CHARS);
  if (long < 0) return null;
  const length = paragraphs[long]!.length;
  return err('import.paragraphTooLong', { paragraph: long + 1, length, limit: MAX_PARAGRAPH_CHARS });
}

/** More control characters than any text has. */
function isControlFlood(text: string): boolean {
  const start = text.slice(0, 65_536);
  let count = 0;
  for (let at = 0; at < start.length; at++) if (isControl(start.charCodeAt(at))) count++;
  return count > 4 && count > start.length * MAX_CONTROL_SHARE;
}

/** C0 controls that no text needs, and DEL. */
function isControl(code: number): boolean {
  return (code > 0 && code < 0x09) || (code > 0x0d && code < 0x20) || code === 0x7f;
}
