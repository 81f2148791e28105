import 'server-only';
import type { z } from 'zod';
import type { AlignedPreview as AlignedRead } from '@/lib/formats/aligned/describeAligned';
import type { TextPreview as TextRead } from '../../imports/previewText';
import type { AlignedPreview, TextPreview } from '../views/imports';

/** What the API says of a text that would be imported; whatever else the import page shows stays here. */
export function viewTextPreview(read: TextRead): z.input<typeof TextPreview> {
  const { fileName, bytes, format, encoding, encodingCandidates, lang, detectedLang, langConfidence } = read;
  const { title, paragraphStyle, paragraphCount, sentenceCount, characterCount, first, last } = read;
  const { chapters, boilerplate, fontText } = read;
  return {
    ...{ fileName, bytes, format, encoding, encodingCandidates, lang, detectedLang, langConfidence },
    ...{ title, paragraphStyle, first, last, boilerplate, fontText },
    chapters:
      chapters?.map(({ ordinal, title, opening, chosen, paragraphCount, characterCount }) => ({
        ...{ ordinal, title, opening, chosen },
        ...{ paragraphs: paragraphCount, characters: characterCount },
      })) ?? null,
    ...{ paragraphs: paragraphCount, sentences: sentenceCount, characters: characterCount },
    warnings: read.warnings.map(({ code, params }) => ({ code, ...params })),
  };
}

/** The same of aligned texts. */
export function viewAlignedPreview(read: AlignedRead): z.input<typeof AlignedPreview> {
  const { format, encoding, fileName, title, unitCount, statuses, first, last } = read;
  return {
    ...{ format, encoding, fileName, title, units: unitCount, statuses, first, last },
    languages: read.languages.map(({ label, lang, segments, characters, missing }) => ({
      ...{ label, lang, segments, characters, missing },
    })),
    warnings: read.warnings.map(({ code, params }) => ({ code, ...params })),
    suspicions: read.suspicions.map(({ at, ...place }) => ({ ...place, language: at })),
  };
}
