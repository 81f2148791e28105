/** Characters that carry no letter: zero-width space, joiners, marks of direction, byte order mark, soft hyphen. */
const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const SPACES = /[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;
const SINGLE_QUOTES = /[\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`]/g;
const DOUBLE_QUOTES = /[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]|,,|''/g;
const DASHES = /[\u2010-\u2015\u2212]/g;

/**
 * Text as the engine compares it: two spellings of one word become the same string.
 *
 * NFC, lower case, invisible characters out, every run of white space one blank, quotes and dashes unified.
 * Vietnamese: the tone mark on the vowel of the old placement moves to the new one (hoà -> hòa), U+00D0 typed for
 * U+0110 is mended. Romanian: cedilla, comma below and all other diacritics go away, since half of what people type
 * has none. Everything else keeps its diacritics.
 *
 * Lengths change: use it to compare, never to compute offsets. O(length).
 */
export function foldForMatching(text: string, lang: string): string {
  const base = primary(lang);
  let s = text.normalize('NFC').replace(INVISIBLE, '');
  if (base === 'vi') s = s.replace(/\u00d0/g, '\u0110').replace(/\u00f0/g, '\u0111');
  s = s
    .toLowerCase()
    .replace(SPACES, ' ')
    .replace(DOUBLE_QUOTES, '"')
    .replace(SINGLE_QUOTES, "'")
    .replace(DASHES, '-');
  if (base === 'vi') return unifyTonePlacement(s);
  if (base === 'ro') return stripDiacritics(s);
  return s;
}

/** Language subtag of a BCP 47 tag: `vi-VN` -> `vi`. */
export function primary(lang: string): string {
  const cut = lang.search(/[-_]/);
  return (cut < 0 ? lang : lang.slice(0, cut)).toLowerCase();
}

/** Base letters only: ă -> a, ș -> s, đ -> d. */
export function stripDiacritics(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .normalize('NFC');
}

const OLD_TONE: Record<string, string> = {};
for (const [plain, tones] of [
  ['oa', 'òóỏõọ|àáảãạ'],
  ['oe', 'òóỏõọ|èéẻẽẹ'],
  ['uy', 'ùúủũụ|ỳýỷỹỵ'],
]) {
  const [first, second] = tones.split('|');
  for (let k = 0; k < 5; k++) OLD_TONE[plain[0] + second[k]] = first[k] + plain[1];
}
const OLD_TONE_PATTERN = new RegExp(`(?<!q)(?:${Object.keys(OLD_TONE).join('|')})(?!\\p{L})`, 'gu');

/** hoà, khoẻ, thuỷ -> hòa, khỏe, thủy. Only open syllables differ (hoàn stays), and qu is a consonant (quý stays). */
function unifyTonePlacement(text: string): string {
  return text.replace(OLD_TONE_PATTERN, (syllable) => OLD_TONE[syllable]);
}
