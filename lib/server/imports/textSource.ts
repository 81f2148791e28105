import 'server-only';
import { z } from 'zod';
import {
  BOILERPLATE,
  LEGACY_FONTS,
  MAX_FILE_BYTES,
  PARAGRAPH_STYLES,
  type ReadOptions,
  TEXT_FORMATS,
} from '@/lib/formats/text/TextDraft';
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
  documentId: z.uuid(),
  files: Files.length(1),
  /** The file is what was typed into our own page: UTF-8, and without a name. */
  pasted: z.literal('yes').optional(),
  format: z.enum(TEXT_FORMATS).optional(),
  encoding: z.string().max(40).optional(),
  paragraphStyle: z.enum(PARAGRAPH_STYLES).optional(),
  boilerplate: z.enum(BOILERPLATE).optional(),
  convertFont: z.enum(LEGACY_FONTS).optional(),
  /** Ordinals of chapters, by commas. */
  chapters: z
    .string()
    .max(40_000)
    .regex(/^\d+(,\d+)*$/)
    .transform((text) => text.split(',').map(Number))
    .optional(),
});
export type TextSource = z.output<typeof TextSource>;

export type TextTask = { path: string; options: ReadOptions };

/** What the reading thread is asked. */
export function textTask({ files, pasted, ...choices }: TextSource): TextTask {
  const [file] = files;
  const { format, encoding, paragraphStyle, boilerplate, convertFont, chapters } = choices;
  const options = { format, encoding, paragraphStyle, boilerplate, convertFont, chapters };
  // There is nothing to detect or to overrule about how our own page encodes.
  if (pasted) return { path: file.path, options: { ...options, format: format ?? 'txt', encoding: 'utf-8' } };
  return { path: file.path, options: { ...options, fileName: file.name } };
}

/** What the text's file is called, when it has a name. */
export const fileNameOf = ({ files, pasted }: TextSource): string | null => (pasted ? null : files[0].name);
