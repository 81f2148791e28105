import type { AlignedDraft } from './AlignedDraft';

/**
 * The languages of texts that stand in files of their own. Names of files are guesses: where two texts would be in one
 * language, none of them is said to be, and each is called after its file.
 *
 * @returns the number of the language of each text.
 */
export function textLanguages(
  draft: AlignedDraft,
  texts: readonly { name: string; lang: string | null }[],
): number[] {
  const key = (lang: string | null) => lang?.toLowerCase().replaceAll('_', '-');
  return texts.map(({ name, lang }, at) => {
    const isShared = texts.some((other, k) => k !== at && key(other.lang) === key(lang));
    return lang !== null && !isShared ? draft.language(lang) : draft.language(name, null);
  });
}
