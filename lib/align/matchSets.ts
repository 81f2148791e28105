import { similarNames } from './similarNames';
import { KIND, type Terms } from './terms';

/** For each source type the target types that may render it, and the other way round (sorted). */
export type MatchSets = { readonly bySource: readonly number[][]; readonly byTarget: readonly number[][] };

/**
 * Pairs of types that may translate each other: a common row of the lexicon, the same value, the same letters,
 * or names and long words spelt alike. O(occurring rows + pairs that share their first letters).
 */
export function matchSets(source: Terms, target: Terms): MatchSets {
  const bySource = source.keys.map(() => new Set<number>());
  const link = (p: number, q: number) => bySource[p].add(q);
  byRows(source, target, link);
  bySpelling(source, target, link);
  byValue(source, target, link);
  const byTarget: number[][] = target.keys.map(() => []);
  const sorted = bySource.map((set) => [...set].sort((a, b) => a - b));
  for (let p = 0; p < sorted.length; p++) for (const q of sorted[p]) byTarget[q].push(p);
  return { bySource: sorted, byTarget };
}

function byRows(source: Terms, target: Terms, link: (p: number, q: number) => void) {
  const holders = new Map<number, number[]>();
  for (let q = 0; q < target.keys.length; q++)
    for (const row of target.rows[q]) {
      const list = holders.get(row);
      if (list) list.push(q);
      else holders.set(row, [q]);
    }
  for (let p = 0; p < source.keys.length; p++)
    for (const row of source.rows[p]) for (const q of holders.get(row) ?? []) link(p, q);
}

function bySpelling(source: Terms, target: Terms, link: (p: number, q: number) => void) {
  const exact = new Map<string, number[]>();
  const byHead = new Map<string, number[]>();
  const push = (map: Map<string, number[]>, key: string, q: number) => {
    const list = map.get(key);
    if (list) list.push(q);
    else map.set(key, [q]);
  };
  for (let q = 0; q < target.keys.length; q++) {
    push(exact, target.kind[q] === KIND.number ? target.keys[q] : target.plain[q], q);
    if (target.plain[q].length >= 4) push(byHead, head(target.plain[q]), q);
  }
  for (let p = 0; p < source.keys.length; p++) {
    const plain = source.plain[p];
    if (source.kind[p] === KIND.number) {
      for (const q of exact.get(source.keys[p]) ?? []) if (target.kind[q] === KIND.number) link(p, q);
      continue;
    }
    if (plain.length >= 3 || (source.kind[p] === KIND.name && plain.length === 2))
      for (const q of exact.get(plain) ?? []) if (alikeKind(source, p, target, q)) link(p, q);
    if (plain.length >= 4)
      for (const q of byHead.get(head(plain)) ?? [])
        if (alikeKind(source, p, target, q) && similarNames(plain, target.plain[q])) link(p, q);
  }
}

/** A number in digits, or a longer one in words, with a word or phrase of the lexicon that says the same: 15 and mười lăm. */
function byValue(source: Terms, target: Terms, link: (p: number, q: number) => void) {
  const holders = new Map<string, number[]>();
  target.value.forEach((value, q) => {
    if (value === null) return;
    const list = holders.get(value);
    if (list) list.push(q);
    else holders.set(value, [q]);
  });
  source.value.forEach((value, p) => {
    if (value === null) return;
    for (const q of holders.get(value) ?? [])
      if (source.kind[p] === KIND.number || target.kind[q] === KIND.number) link(p, q);
  });
}

/** Spelling says something between two names, or between two words when neither is a Vietnamese phrase. */
function alikeKind(source: Terms, p: number, target: Terms, q: number): boolean {
  return target.kind[q] !== KIND.number && (source.kind[p] !== KIND.other || source.plain[p].length > 3);
}

/** First letters up to spelling habits between languages: ph/f, c/k/q, y/i/j, w/v. */
function head(plain: string): string {
  return plain
    .slice(0, 4)
    .replace(/ph/g, 'f')
    .replace(/[ckq]h?/g, 'k')
    .replace(/[yj]/g, 'i')
    .replace(/w/g, 'v')
    .replace(/th/g, 't')
    .slice(0, 2);
}
