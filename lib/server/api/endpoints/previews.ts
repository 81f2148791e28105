import 'server-only';
import type { z } from 'zod';
import type { AlignedPreview as AlignedRead } from '@/lib/formats/aligned/describeAligned';
import type { CorpusPreview as CorpusRead } from '@/lib/formats/aligned/describeCorpus';
import type { Suspicion } from '@/lib/formats/aligned/findSuspicions';
import type { Failure } from '@/lib/result';
import type { TextPreview as TextRead } from '../../imports/previewText';
import type { AlignedPreview, CorpusPreview, TextPreview } from '../views/imports';

/** What the API says of a text that would be imported; whatever else the import page shows stays here. */
export function viewTextPreview(read: TextRead): z.input<typeof TextPreview> {
  const { fileName, bytes, format, encoding, encodingCandidates, lang, detectedLang, langConfidence } = read;
  const { title, paragraphStyle, paragraphCount, sentenceCount, characterCount, first, last } = read;
  const { chapters, boilerplate, pieces, fontText } = read;
  return {
    ...{ fileName, bytes, format, encoding, encodingCandidates, lang, detectedLang, langConfidence },
    ...{ title, paragraphStyle, first, last, boilerplate, pieces, fontText },
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
    suspicions: read.suspicions.map(viewSuspicion),
    ...{ alternatives: read.alternatives ?? null, apart: read.apart ?? null, documents: read.documents },
  };
}

/** The same of the documents that files hold. */
export function viewCorpusPreview(read: CorpusRead): z.input<typeof CorpusPreview> {
  const { fileName, languages, apart, shown } = read;
  return {
    ...{ fileName, languages, apart },
    documents: read.documents.map(({ problem, warnings, suspicions, ...one }) => ({
      ...one,
      warnings: warnings.map(({ code, params }) => ({ code, ...params })),
      suspicions: suspicions.map(viewSuspicion),
      problem: problem && viewFailure(problem),
    })),
    skipped: read.skipped.map(({ name, error }) => ({ name, problem: viewFailure(error) })),
    shown: shown && { number: shown.number, preview: viewAlignedPreview(shown.preview) },
  };
}

const viewSuspicion = ({ at, ...place }: Suspicion) => ({ ...place, language: at });
const viewFailure = ({ code, params = {} }: Failure) => ({ code, params });
