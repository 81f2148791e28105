import { foldForSearch } from './foldForSearch';

/** What people choose about diacritics: `auto` leaves it to the words they typed. */
export type DiacriticsChoice = 'auto' | 'ignore' | 'exact';

/**
 * Whether a search tells letters with and without diacritics apart.
 *
 * Who types "đèn" means a lamp and not "đến"; who types "den" leaves the marks out and finds all of them. Regular
 * expressions are left alone: half of what stands in one is no word.
 */
export function heedsDiacritics(search: {
  query: string;
  mode: 'plain' | 'words' | 'regex';
  diacritics: DiacriticsChoice;
}): 'ignore' | 'exact' {
  const { query, mode, diacritics } = search;
  if (diacritics !== 'auto') return diacritics;
  return mode !== 'regex' && hasDiacritics(query) ? 'exact' : 'ignore';
}

/** Whether anything is lost when marks are looked through: also the stroke of đ, in either normal form. */
const hasDiacritics = (text: string): boolean =>
  foldForSearch(text, { diacritics: 'exact', case: 'exact' }).folded !==
  foldForSearch(text, { diacritics: 'ignore', case: 'exact' }).folded;
