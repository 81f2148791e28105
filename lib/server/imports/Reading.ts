import { z } from 'zod';
import { BOILERPLATE, LEGACY_FONTS, LETTERS, PARAGRAPH_STYLES } from '@/lib/formats/text/TextDraft';
import type { TextSource } from './textSource';

/**
 * What a person chose about the reading of a text's file, as it is stored with the text: a corrected file is read the same
 * way. Encoding and format are none of it: a corrected file has its own.
 */
export const Reading = z.object({
  paragraphStyle: z.enum(PARAGRAPH_STYLES).optional(),
  boilerplate: z.enum(BOILERPLATE).optional(),
  letters: z.enum(LETTERS).optional(),
  convertFont: z.enum(LEGACY_FONTS).optional(),
  chapters: z.array(z.int().positive()).optional(),
});
export type Reading = z.output<typeof Reading>;

/** Null when everything was read as it was detected. */
export function readingOf(
  { paragraphStyle, boilerplate, letters, convertFont, chapters }: Omit<TextSource, 'files' | 'documentId'>,
  /** The one chapter, when each is a text of its own. */
  ordinal: number | null = null,
): Reading | null {
  const chosen = {
    paragraphStyle,
    boilerplate,
    letters,
    convertFont,
    chapters: ordinal === null ? chapters : [ordinal],
  };
  return Object.values(chosen).some((one) => one !== undefined) ? chosen : null;
}
