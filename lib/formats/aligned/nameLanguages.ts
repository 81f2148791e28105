import { detectLang } from '../text/detectLang';
import type { AlignedDocument } from './AlignedDocument';
import { sampleOf } from './describeAligned';

/** Below this share of certainty a language is not said to be one. */
const SURE = 0.8;

/**
 * The document with the languages that its texts are surely written in, where the file does not say which: files that
 * are made of it need a tag, and `source` or `2` is none. A language that another text has is given to nobody twice.
 */
export async function nameLanguages(document: AlignedDocument): Promise<AlignedDocument> {
  const taken = new Set(document.languages.map(({ lang }) => lang));
  const languages = [];
  for (const [at, language] of document.languages.entries()) {
    const told = language.lang === null ? await detectLang(sampleOf(document, at), null) : null;
    if (told?.lang && told.confidence >= SURE && !taken.has(told.lang)) {
      taken.add(told.lang);
      languages.push({ ...language, lang: told.lang });
    } else languages.push(language);
  }
  return { ...document, languages };
}
