import type { Span } from '@/lib/bitext/types';
import { stripDiacritics } from '@/lib/text';

/** A name as it is written, and as it is compared. */
export type Name = { key: string; span: Span };

// Capitalised, three letters at least, in the middle of a sentence: after a small letter or a comma.
const INSIDE = /(?<=[\p{Ll}\p{M},;] )\p{Lu}[\p{L}\p{M}]{2,}(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu;
// Any capitalised word, with the syllables that Vietnamese joins by hyphens: Giê-ru-sa-lem.
const ANY = /\p{Lu}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu;
const POSSESSIVE = /['’]s$/;

/** Names inside the sentences of a text; the first words of sentences are not told apart from others. */
export function namesIn(text: string): Name[] {
  const names: Name[] = [];
  for (const hit of text.matchAll(INSIDE)) {
    const word = hit[0].replace(POSSESSIVE, '');
    names.push({ key: keyOf(word), span: { start: hit.index, end: hit.index + word.length } });
  }
  return names;
}

/** How the capitalised words of a translation compare; names may hide in any of them. */
export const formsIn = (text: string): string[] => (text.match(ANY) ?? []).map(keyOf);

const keys = new Map<string, string>();

/** Base letters in lower case without hyphens, spelling habits levelled: Giê-ru-sa-lem -> gierusalem. */
function keyOf(word: string): string {
  const known = keys.get(word);
  if (known !== undefined) return known;
  const key = stripDiacritics(word)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/[ckq]h?/g, 'k')
    .replace(/[yj]/g, 'i')
    .replace(/w/g, 'v')
    .replace(/(.)\1+/g, '$1');
  // Words repeat; a memory of them that never grows beyond a book's vocabulary.
  if (keys.size > 20_000) keys.clear();
  keys.set(word, key);
  return key;
}

/** Whether two keys may be one name: inflected, transliterated, or spelt in another way. O(|a||b|), both short. */
export function mayBeSame(a: string, b: string): boolean {
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  if (shorter < 2 || a[0] !== b[0]) return shorter >= 4 && (a.includes(b) || b.includes(a));
  let common = 0;
  while (common < shorter && a[common] === b[common]) common++;
  if (common >= Math.min(3, shorter) && common >= 0.5 * shorter) return true;
  return subsequence(a, b) >= 0.6 * Math.max(a.length, b.length);
}

const row = new Uint8Array(64);

function subsequence(a: string, b: string): number {
  const width = Math.min(b.length, row.length - 1);
  row.fill(0, 0, width + 1);
  for (let i = 0; i < Math.min(a.length, 60); i++) {
    let diagonal = 0;
    for (let j = 1; j <= width; j++) {
      const above = row[j];
      row[j] = a[i] === b[j - 1] ? diagonal + 1 : Math.max(above, row[j - 1]);
      diagonal = above;
    }
  }
  return row[width];
}
