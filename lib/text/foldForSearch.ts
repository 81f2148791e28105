/** Marks and invisible characters that a search looks through. The function `fold_text` of the database has the same. */
const UNSEEN = /[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const PLAIN: Record<string, string> = {};
for (const [chars, plain] of [
  ['\u0110\u00d0', 'D'],
  ['\u0111\u00f0', 'd'],
  ['\u0141', 'L'],
  ['\u0142', 'l'],
  ['\u00d8', 'O'],
  ['\u00f8', 'o'],
  ['\u0131', 'i'],
  ['\u2018\u2019\u201a\u2032\u02bc', "'"],
  ['\u201c\u201d\u201e\u00ab\u00bb', '"'],
  ['\u2010\u2011\u2012\u2013\u2014\u2212', '-'],
  ['\u00a0\u202f\u2009', ' '],
])
  for (const char of chars) PLAIN[char] = plain;

export type Folding = { diacritics: 'ignore' | 'exact'; case: 'ignore' | 'exact' };

/**
 * Text as a search compares it, with the way back: `starts[k]` is the offset in `text` of what the UTF-16 unit `k` of
 * `folded` was made from, and `starts[folded.length]` is the length of `text`.
 *
 * Letters keep their diacritics when these are asked for, but always in one spelling (NFC; ş and ţ of old fonts are ș and
 * ț), and typographic quotes, dashes and blanks are those of the keyboard. O(length).
 */
export function foldForSearch(text: string, { diacritics, case: letterCase }: Folding): Folded {
  const starts: number[] = [];
  let folded = '';
  const [plain, lower] = [diacritics === 'ignore', letterCase === 'ignore'];
  const known = KNOWN[(plain ? 2 : 0) + (lower ? 1 : 0)];
  for (let at = 0; at < text.length; ) {
    const end = clusterEnd(text, at);
    let made: string;
    if (end - at === 1) {
      const code = text.charCodeAt(at);
      const before = known.get(code);
      made = before ?? foldCluster(text[at], plain, lower);
      if (before === undefined) known.set(code, made);
    } else made = foldCluster(text.slice(at, end), plain, lower);
    for (let k = 0; k < made.length; k++) starts.push(at);
    folded += made;
    at = end;
  }
  starts.push(text.length);
  return { folded, starts };
}

/** What single characters become, for each way of folding: texts have few different ones, and each many times. */
const KNOWN = Array.from({ length: 4 }, () => new Map<number, string>());

export type Folded = { folded: string; starts: number[] };

/** The end of a character with the marks that follow it: marks belong to their letter, whatever the normal form. */
function clusterEnd(text: string, at: number): number {
  let end = at + (text.codePointAt(at)! > 0xffff ? 2 : 1);
  while (end < text.length && text.charCodeAt(end) >= 0x300 && text.charCodeAt(end) <= 0x36f) end++;
  return end;
}

function foldCluster(cluster: string, plain: boolean, lower: boolean): string {
  const code = cluster.charCodeAt(0);
  if (cluster.length === 1 && code < 0x80) return lower ? cluster.toLowerCase() : cluster;
  const unmarked = plain
    ? cluster.normalize('NFD').replace(UNSEEN, '')
    : cluster.normalize('NFC').replace(INVISIBLE, '');
  // Each is one character of the basic plane, and so is what it becomes.
  let made = '';
  for (const char of unmarked)
    made += plain || PUNCTUATION.has(char) ? (PLAIN[char] ?? char) : (COMMA_BELOW[char] ?? char);
  return lower ? made.toLowerCase() : made;
}
/** What fonts without the comma below made Romanians write. */
const COMMA_BELOW: Record<string, string> = {
  '\u015e': '\u0218',
  '\u015f': '\u0219',
  '\u0162': '\u021a',
  '\u0163': '\u021b',
};
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const PUNCTUATION = new Set(Object.keys(PLAIN).filter((char) => !/\p{L}/u.test(char) || char === '\u02bc'));

/** Half-open, UTF-16 units. */
export type Match = { start: number; end: number };

export type Pattern = Folding & { query: string; mode: 'plain' | 'words' };

const WORD = /[\p{L}\p{M}\p{N}]/u;

/**
 * Where `query` stands in `text`, without overlaps: as it is (`plain`), or only where it begins and ends with a whole
 * word (`words`). An empty query stands nowhere. Linear but for pathological repetitions.
 */
export function findMatches(text: string, pattern: Pattern, most = 1000): Match[] {
  const needle = foldForSearch(pattern.query.trim(), pattern).folded;
  if (needle === '') return [];
  const { folded, starts } = foldForSearch(text, pattern);
  const found: Match[] = [];
  let at = folded.indexOf(needle);
  while (at >= 0 && found.length < most) {
    const end = at + needle.length;
    const whole =
      pattern.mode === 'plain' ||
      !(
        (WORD.test(needle[0]) && WORD.test(folded[at - 1] ?? '')) ||
        (WORD.test(needle.at(-1)!) && WORD.test(folded[end] ?? ''))
      );
    if (whole) found.push({ start: starts[at], end: endOf(starts, end) });
    at = folded.indexOf(needle, whole ? end : at + 1);
  }
  return found;
}

/** The end in the text of what ends before `end` in the folded one: where the next character starts. */
export function endOf(starts: readonly number[], end: number): number {
  // One character may fold to several: the match ends behind the whole of it.
  let next = end;
  while (next < starts.length - 1 && starts[next] === starts[end - 1]) next++;
  return starts[next];
}
