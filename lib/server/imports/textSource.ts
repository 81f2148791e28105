import 'server-only';
import { z } from 'zod';
import {
  BOILERPLATE,
  LEGACY_FONTS,
  LETTERS,
  MAX_FILE_BYTES,
  PARAGRAPH_STYLES,
  type ReadOptions,
  TEXT_FORMATS,
} from '@/lib/formats/text/TextDraft';
import { DocumentId } from '../inputs';
import { Files } from '../uploads/defineUpload';

/** A form with a file of the largest size in it, and a little for the form itself. */
export const MAX_TEXT_UPLOAD = MAX_FILE_BYTES + 64 * 1024;

/** BCP 47, as far as a text can have it: a language, perhaps with script and region. */
export const Lang = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/)
  .max(12);

/** The one file of a text, and what the person overrules of what was detected. */
export const TextSource = z.object({
  documentId: DocumentId,
  files: Files.length(1),
  pasted: z.literal('yes').optional().describe('The file was typed, not chosen: UTF-8, and without a name'),
  format: z.enum(TEXT_FORMATS).optional().describe('Detected when not said'),
  encoding: z.string().max(40).optional().describe('As WHATWG names it; detected when not said'),
  paragraphStyle: z
    .enum(PARAGRAPH_STYLES)
    .optional()
    .describe('Of plain text: where paragraphs end; detected when not said'),
  boilerplate: z
    .enum(BOILERPLATE)
    .optional()
    .describe('Whether menus, licences and running heads come along'),
  letters: z
    .enum(LETTERS)
    .optional()
    .describe('Letters that are written in pieces (NFD): as in the file, or composed (NFC)'),
  convertFont: z
    .enum(LEGACY_FONTS)
    .optional()
    .describe('The text was typed in this font of the time before Unicode: convert it'),
  chapters: z
    .string()
    .max(40_000)
    .regex(/^\d+(,\d+)*$/)
    .transform((text) => text.split(',').map(Number))
    .optional()
    .describe('Of a book: ordinals of the chapters that come in; all when not said'),
});
export type TextSource = z.output<typeof TextSource>;

export type TextTask = { path: string; options: ReadOptions };

/** What the reading thread is asked. */
export function textTask({ files, pasted, ...choices }: TextSource): TextTask {
  const [file] = files;
  const { format, encoding, paragraphStyle, boilerplate, letters, convertFont, chapters } = choices;
  const options = { format, encoding, paragraphStyle, boilerplate, letters, convertFont, chapters };
  // There is nothing to detect or to overrule about how our own page encodes.
  if (pasted) return { path: file.path, options: { ...options, format: format ?? 'txt', encoding: 'utf-8' } };
  return { path: file.path, options: { ...options, fileName: file.name } };
}

/** What the text's file is called, when it has a name. */
export const fileNameOf = ({ files, pasted }: TextSource): string | null => (pasted ? null : files[0].name);
