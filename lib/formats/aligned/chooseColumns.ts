import { err, ok, type Result } from '@/lib/result';
import { detectLang } from '../text/detectLang';
import type { AlignedDocument } from './AlignedDocument';
import { sampleOf } from './describeAligned';
import type { Column } from './layOut';

/** The languages of the project that the texts are for. */
export type ProjectLangs = { referenceLang: string; targetLangs: readonly string[] };

/** For each language of the file the project's that the file names, or that its text is written in; each once. */
export const guessLangs = (document: AlignedDocument, project: ProjectLangs): Promise<(string | null)[]> =>
  guessLanguages(
    document.languages.map(({ lang }, at) => ({ lang, sample: () => sampleOf(document, at) })),
    project,
  );

/** The same for languages with samples of their texts. */
export async function guessLanguages(
  languages: readonly { lang: string | null; sample: () => readonly string[] }[],
  { referenceLang, targetLangs }: ProjectLangs,
): Promise<(string | null)[]> {
  const free = new Set([referenceLang, ...targetLangs]);
  const primary = (lang: string) => lang.split('-')[0].toLowerCase();
  const langs: (string | null)[] = [];
  for (const { lang, sample } of languages) {
    const known = lang ?? (await detectLang(sample(), null)).lang;
    const fits = [...free].find((one) => one === known || (known && primary(one) === primary(known))) ?? null;
    if (fits) free.delete(fits);
    langs.push(fits);
  }
  return langs;
}

/** The texts that would be made, reference first; or what is wrong with the choice of languages. */
export function columnsOf(
  { languages }: Pick<AlignedDocument, 'languages'>,
  langs: readonly (string | null)[],
  { referenceLang, targetLangs }: ProjectLangs,
): Result<Column[]> {
  const columns = languages.flatMap((_, at) => {
    const lang = langs[at];
    return lang ? [{ at, lang }] : [];
  });
  for (const { lang } of columns) {
    if (lang !== referenceLang && !targetLangs.includes(lang)) return err('text.languageUnknown', { lang });
    if (columns.filter((one) => one.lang === lang).length > 1) return err('import.languageTwice', { lang });
  }
  if (!columns.some(({ lang }) => lang === referenceLang))
    return err('import.noReference', { lang: referenceLang });
  if (columns.length < 2) return err('import.aloneLanguage');
  return ok(columns.sort((a, b) => Number(b.lang === referenceLang) - Number(a.lang === referenceLang)));
}
