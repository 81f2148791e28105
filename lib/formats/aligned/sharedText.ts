import type { UnitPart } from '../ExportUnit';

/** One text as several alignments have it, cut wherever one of them cuts it. */
export type SharedText = {
  parts: UnitPart[];
  /** For each alignment the number of the part that each of its own begins with, and at last of all there are. */
  starts: number[][];
  /** How many borders are not in all alignments, and the part that the first one stands before; -1 when there is none. */
  recut: { count: number; first: number };
};

/**
 * Brings several readings of one text together: the same words from beginning to end, white space aside, perhaps cut
 * into segments otherwise. A border is one of paragraphs when all readings say so.
 *
 * @returns where the words differ instead: the number of the reading, and of its first part that the first one does not
 *   have there. O(length of all).
 */
export function sharedText(
  readings: readonly (readonly UnitPart[])[],
): { shared: SharedText } | { reading: number; part: number } {
  const [first] = readings;
  for (const [reading, parts] of readings.entries()) {
    const part = firstDifference(first, parts);
    if (part >= 0) return { reading, part };
  }
  const lengths = readings.map((parts) => parts.map(({ text }) => bareLength(text)));
  const at = readings.map(() => 0);
  /** Letters of the part at hand that earlier pieces have taken. */
  const taken = readings.map(() => 0);
  const parts: UnitPart[] = [];
  const starts = readings.map(() => [] as number[]);
  const recut = { count: 0, first: -1 };
  while (at[0] < first.length) {
    const left = at.map((k, reading) => lengths[reading][k] - taken[reading]);
    const length = left.reduce((a, b) => Math.min(a, b));
    const whole = readings.findIndex((_, k) => taken[k] === 0 && left[k] === length);
    const owner = Math.max(whole, 0);
    const own = readings[owner][at[owner]];
    const text = whole >= 0 ? own.text : bareSlice(own.text, taken[owner], taken[owner] + length);
    const opens = readings.every((list, k) => taken[k] === 0 && list[at[k]].opens);
    for (const [k, list] of starts.entries()) if (taken[k] === 0) list.push(parts.length);
    if (taken.some((one) => one > 0)) {
      if (recut.count++ === 0) recut.first = parts.length;
    }
    parts.push({ text, opens });
    for (const k of readings.keys()) {
      taken[k] += length;
      if (taken[k] < lengths[k][at[k]]) continue;
      at[k]++;
      taken[k] = 0;
    }
  }
  for (const list of starts) list.push(parts.length);
  return { shared: { parts, starts, recut } };
}

const BLANK = /\s+/gu;
const bareLength = (text: string): number => text.replace(BLANK, '').length;

/** Letters [from, to) with the white space between them. */
function bareSlice(text: string, from: number, to: number): string {
  let [count, start, end] = [0, text.length, text.length];
  for (const match of text.matchAll(/\S/gu)) {
    if (count === from) start = match.index;
    count += match[0].length;
    if (count === to) {
      end = match.index + match[0].length;
      break;
    }
  }
  return text.slice(start, end);
}

/** The number of the first part of `b` that `a` does not have there; -1 when the words are the same. */
function firstDifference(a: readonly UnitPart[], b: readonly UnitPart[]): number {
  if (a === b) return -1;
  let [k, rest] = [0, ''];
  for (const [number, { text }] of b.entries()) {
    let wanted = text.replace(BLANK, '');
    while (wanted) {
      if (!rest) {
        if (k === a.length) return number;
        rest = a[k++].text.replace(BLANK, '');
        continue;
      }
      const length = Math.min(rest.length, wanted.length);
      if (rest.slice(0, length) !== wanted.slice(0, length)) return number;
      rest = rest.slice(length);
      wanted = wanted.slice(length);
    }
  }
  return rest || k < a.length ? Math.max(0, b.length - 1) : -1;
}

/** What two texts have in common when their words are the same, white space aside: two numbers and a length. */
export function wordsKey(parts: Iterable<UnitPart>): string | null {
  let [a, b, length] = [0x811c9dc5, 5381, 0];
  for (const { text } of parts)
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (isBlank(code)) continue;
      a = Math.imul(a ^ code, 0x01000193);
      b = (Math.imul(b, 33) + code) | 0;
      length++;
    }
  return length ? `${a}.${b}.${length}` : null;
}

/** What `\s` matches. */
function isBlank(code: number): boolean {
  if (code === 32 || (code >= 9 && code <= 13) || code === 0xa0) return true;
  if (code < 0x1680) return false;
  return (
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    [0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff].includes(code)
  );
}
