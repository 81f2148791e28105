import { err, ok, type Result } from '@/lib/result';
import { detectLang, spread } from './detectLang';
import { readDocx } from './docx/readDocx';
import { readEpub } from './epub/readEpub';
import { finishDraft } from './finishDraft';
import { convertFont } from './legacyFont';
import { isBlank } from './lines';
import { readFlatOdt, readOdt } from './odt/readOdt';
import { readPdf } from './pdf/readPdf';
import { type ReadEncoded, readEncoded, tooLarge } from './readEncoded';
import { type SniffedFile, sniffFormat } from './sniffFormat';
import {
  MAX_FILE_BYTES,
  MAX_PARAGRAPH_CHARS,
  MAX_PARAGRAPHS,
  type ReadOptions,
  type ReadParagraphs,
  type TextDraft,
} from './TextDraft';
import { paragraphWarnings } from './textWarnings';

/** Below this a person should look at the language before going on. */
const CERTAIN_LANGUAGE = 0.7;

/**
 * What an import would make of a file: format, encoding, language, paragraphs and warnings, or the error that names
 * the place. Stores and changes nothing.
 */
export async function readText(bytes: Uint8Array, options: ReadOptions = {}): Promise<Result<TextDraft>> {
  if (bytes.length === 0) return err('import.empty');
  if (bytes.length > MAX_FILE_BYTES) return tooLarge(bytes.length, MAX_FILE_BYTES);
  const sniffed = sniffFormat(bytes, options);
  if (!sniffed.ok) return sniffed;
  const { format } = sniffed.value;
  const read = await readAs(bytes, sniffed.value, options);
  if (!read.ok) return read;
  if (read.value.paragraphs.every(isBlank)) return err('import.empty');
  const { paragraphs, ...finished } = finishDraft(read.value, options);
  const refusal = checkParagraphs(paragraphs);
  if (refusal) return refusal;
  const { lang, confidence } = options.lang
    ? { lang: options.lang, confidence: 1 }
    : await detectLang(asRead(paragraphs, finished.fontText), read.value.declaredLang ?? null);
  const counted = new Set(read.value.warnings.map(({ code }) => code));
  // U+00AD is the letter ư there; what is no letter shows when the text has been converted.
  if (finished.fontText?.font === 'tcvn3' && !finished.fontText.converted) counted.add('softHyphen');
  const warnings = [...read.value.warnings, ...paragraphWarnings(paragraphs, counted)];
  if (confidence < CERTAIN_LANGUAGE)
    warnings.push({ code: 'uncertainLanguage', params: { count: 1, paragraph: 0 } });
  return ok({
    format,
    encoding: read.value.encoding,
    encodingCandidates: read.value.candidates,
    lang,
    langConfidence: confidence,
    paragraphs,
    paragraphStyle: read.value.paragraphStyle ?? null,
    warnings,
    ...finished,
  });
}

async function readAs(
  bytes: Uint8Array,
  { format, archive, flat }: SniffedFile,
  options: ReadOptions,
): Promise<Result<ReadEncoded>> {
  switch (format) {
    case 'docx':
      return inUnicode(readDocx(archive!));
    case 'odt':
      return inUnicode(flat ? readFlatOdt(bytes) : readOdt(archive!));
    case 'epub':
      return inUnicode(readEpub(archive!));
    case 'pdf':
      return inUnicode(await readPdf(bytes));
    default:
      return readEncoded(bytes, format, options);
  }
}

/** Formats that say themselves how they are encoded leave nothing to choose. */
function inUnicode(read: Result<ReadParagraphs>): Result<ReadEncoded> {
  if (!read.ok) return read;
  return ok({ ...read.value, encoding: 'utf-8', candidates: [], warnings: read.value.warnings ?? [] });
}

/** As much of the text as its language is told by, as those read it who had the font. */
function asRead(paragraphs: readonly string[], fontText: TextDraft['fontText']): readonly string[] {
  if (!fontText || fontText.converted) return paragraphs;
  return convertFont(spread(paragraphs), fontText.font);
}

function checkParagraphs(paragraphs: readonly string[]): Result<never> | null {
  if (paragraphs.length === 0) return err('import.empty');
  if (paragraphs.length > MAX_PARAGRAPHS) {
    return err('import.tooManyParagraphs', { count: paragraphs.length, limit: MAX_PARAGRAPHS });
  }
  const long = paragraphs.findIndex((paragraph) => paragraph.length > MAX_PARAGRAPH_CHARS);
  if (long < 0) return null;
  const length = paragraphs[long]!.length;
  return err('import.paragraphTooLong', { paragraph: long + 1, length, limit: MAX_PARAGRAPH_CHARS });
}
