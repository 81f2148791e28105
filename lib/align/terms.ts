import {
  foldForMatching,
  isNumberWord,
  numberOfWords,
  numberValue,
  primary,
  romanValue,
  saysNumber,
  stem,
  stripDiacritics,
  type Token,
  tokens,
} from '../text';
import type { TermTable } from './lexicon/termTable';

/** What kind of word a type is; each kind has its own chance of being rendered recognisably. */
export const KIND = { lexicon: 0, name: 1, number: 2, other: 3, phrase: 4, learnt: 5 } as const;

export const KINDS = Object.keys(KIND).length;

/** One side of a text as term types: what the evidence compares. Flat arrays over occurrences. */
export type Terms = {
  /** key of each type: stems joined with a blank, or the value of a number */
  readonly keys: readonly string[];
  readonly kind: Uint8Array;
  /** rows of the lexicon of each type */
  readonly rows: readonly (readonly number[])[];
  /** letters to compare spellings with: the commonest surface form without diacritics and hyphens */
  readonly plain: readonly string[];
  /** the number that a type says, in digits or words; null for other words */
  readonly value: readonly (string | null)[];
  /** atom k has the occurrences [first[k], first[k+1]) */
  readonly first: Int32Array;
  readonly type: Int32Array;
  /** 1 inside a longer term, 2 repeated in its atom: seen when searching for a rendering, not scored itself */
  readonly inner: Uint8Array;
  /** UTF-16 span of each occurrence in its atom */
  readonly start: Int32Array;
  readonly end: Int32Array;
};

type Word = {
  key: string;
  start: number;
  end: number;
  caps: boolean;
  glued: boolean;
  /** only a blank or a hyphen stands before the next word */
  close: boolean;
  number: string | null;
  raw: string;
};

/**
 * Cuts atoms into terms: the longest runs of words that the lexicon holds, single words else.
 *
 * Numbers are keyed by value, in words too if they are longer than what the lexicon holds; hyphenated names (Giê-ru-sa-lem) that the lexicon does not hold stay one term.
 * O(length).
 */
export function extractTerms(atoms: readonly string[], lang: string, table: TermTable): Terms {
  const base = primary(lang);
  const ids = new Map<string, number>();
  const keys: string[] = [];
  const kinds: number[] = [];
  const rows: (readonly number[])[] = [];
  const plain: string[] = [];
  const values: (string | null)[] = [];
  const caps: number[] = [];
  const seen: number[] = [];
  const first = new Int32Array(atoms.length + 1);
  const type: number[] = [];
  const inner: number[] = [];
  const start: number[] = [];
  const end: number[] = [];

  const add = (key: string, words: readonly Word[], isInner: boolean, spelt = false) => {
    let id = ids.get(key);
    if (id === undefined) {
      id = keys.length;
      ids.set(key, id);
      keys.push(key);
      const number = words.length === 1 ? words[0].number : null;
      rows.push(spelt ? [] : (table.rowsOf.get(key) ?? []));
      values.push(number ?? (spelt ? key : wordsValue(words, base)));
      kinds.push(
        number !== null || spelt
          ? KIND.number
          : rows[id].length > 0
            ? words.length > 1
              ? KIND.phrase
              : KIND.lexicon
            : KIND.other,
      );
      plain.push(stripDiacritics(words.map((w) => w.raw).join('')).replace(/['’].*$/, ''));
      caps.push(0);
      seen.push(0);
    }
    seen[id]++;
    if (words.every((w) => w.caps)) caps[id]++;
    type.push(id);
    inner.push(isInner ? 1 : 0);
    start.push(words[0].start);
    end.push(words[words.length - 1].end);
  };

  for (let k = 0; k < atoms.length; k++) {
    first[k] = type.length;
    const here = new Set<number>();
    const words = wordsOf(atoms[k], base);
    for (let w = 0; w < words.length; ) {
      const most = Math.min(table.longest.get(words[w].key) ?? 1, words.length - w);
      let size = 1;
      for (let len = most; len > 1; len--) {
        if (table.rowsOf.has(joined(words, w, len))) {
          size = len;
          break;
        }
      }
      if (size === 1 && words[w].glued && !words[w].number) {
        // A hyphenated chain the lexicon does not hold: one name.
        let len = 1;
        while (words[w + len - 1].glued && w + len < words.length) len++;
        if (words[w].caps && len > 1 && base === 'vi') size = len;
      }
      const number = size === 1 && words[w].number !== null ? null : numberRun(words, w, size, base);
      const at = type.length;
      if (number) size = number.size;
      add(number?.key ?? joined(words, w, size), words.slice(w, w + size), false, number !== null);
      if (here.has(type[at])) inner[at] = 2;
      here.add(type[at]);
      if (size > 1) addInner(words, w, size);
      w += size;
    }
  }
  first[atoms.length] = type.length;

  function addInner(words: readonly Word[], from: number, size: number) {
    for (let a = from; a < from + size; a++) {
      for (let len = 1; len < size && a + len <= from + size; len++) {
        const key = joined(words, a, len);
        if (len === 1 ? base !== 'vi' || table.rowsOf.has(key) : table.rowsOf.has(key))
          add(key, words.slice(a, a + len), true);
      }
    }
  }

  for (let id = 0; id < keys.length; id++) {
    if (kinds[id] === KIND.other && caps[id] * 2 > seen[id] && plain[id].length > 1) kinds[id] = KIND.name;
  }
  return {
    keys,
    kind: Uint8Array.from(kinds),
    rows,
    plain,
    value: values,
    first,
    type: Int32Array.from(type),
    inner: Uint8Array.from(inner),
    start: Int32Array.from(start),
    end: Int32Array.from(end),
  };
}

function joined(words: readonly Word[], from: number, size: number): string {
  let key = words[from].key;
  for (let k = 1; k < size; k++) key += ` ${words[from + k].key}`;
  return key;
}

/** Most words of a number in words: six hundred and three thousand five hundred and fifty has nine. */
const LONGEST_NUMBER = 9;

/** The longest number in words from words[from] on that has more words than `least`. */
function numberRun(
  words: readonly Word[],
  from: number,
  least: number,
  base: string,
): { key: string; size: number } | null {
  if (!isNumberWord(words[from].raw, base)) return null;
  let reach = 1;
  while (reach < LONGEST_NUMBER && from + reach < words.length && words[from + reach - 1].close) reach++;
  for (let size = reach; size > least && size > 1; size--) {
    const value = numberOfWords(
      words.slice(from, from + size).map((word) => word.raw),
      base,
    );
    if (value !== null) return { key: String(value), size };
  }
  return null;
}

function wordsValue(words: readonly Word[], base: string): string | null {
  if (words.length === 1 && !saysNumber(words[0].raw, base)) return null;
  const value = numberOfWords(
    words.map((word) => word.raw),
    base,
  );
  return value === null ? null : String(value);
}

function wordsOf(atom: string, base: string): Word[] {
  return tokens(atom)
    .flatMap((t) => dateParts(atom, t))
    .map((t, at, all) => {
      const surface = atom.slice(t.start, t.end);
      const raw = foldForMatching(surface, base);
      const roman = at > 0 ? romanValue(surface) : null;
      const number = roman !== null ? String(roman) : numberValue(surface);
      return {
        key: number ?? stem(raw, base),
        start: t.start,
        end: t.end,
        caps: /^\p{Lu}/u.test(surface) && (at > 0 || /\p{Lu}.*\p{Lu}/u.test(surface)),
        close: /^[\s\u00a0\u202f-]?$/.test(atom.slice(t.end, all[at + 1]?.start ?? t.end)),
        glued: /[-‐‑]/.test(atom[t.end] ?? '') && /\p{L}/u.test(atom[t.end + 1] ?? ''),
        number,
        raw,
      };
    });
}

/** 5.10.1998 is a day, a month and a year, which the other language may write apart; any other token is itself. */
function dateParts(atom: string, token: Token): Token[] {
  if (token.end - token.start < 8) return [token];
  const [, day, month] = /^(\d{1,2})\.(\d{1,2})\.\d{4}$/.exec(atom.slice(token.start, token.end)) ?? [];
  if (!day || Number(day) > 31 || Number(month) > 12) return [token];
  const [first, second] = [token.start + day.length, token.start + day.length + 1 + month.length];
  return [
    { start: token.start, end: first },
    { start: first + 1, end: second },
    { start: second + 1, end: token.end },
  ];
}
