import { findDrift } from '@/lib/bitext/findDrift';
import { composedLength } from '@/lib/text/composedLength';
import type { AlignedUnit } from './AlignedDocument';

export const SUSPICIONS = ['drift', 'identical', 'repeated', 'loneCr', 'language'] as const;
export type SuspicionCode = (typeof SUSPICIONS)[number];
/**
 * A place that somebody should look at before accepting: units `from` to `to`, from 1, of the language numbered `at` in
 * the file. `count`: how many units are meant; for `drift` by how many rows (negative: up). `lang`: for `language`, what
 * the text looks like.
 */
export type Suspicion = {
  code: SuspicionCode;
  at: number;
  from: number;
  to: number;
  count: number;
  lang?: string;
};

/** Runs of units that are shorter than this are nothing to speak of. */
const LONG_RUN = 8;
/** Places of one kind in one language that are shown. */
const MOST = 5;

/**
 * What looks wrong in aligned units without being an error: rows that drift, translations that are the original again,
 * one text over and over, lone carriage returns.
 *
 * @param reference number of the language that the others are compared with.
 */
export function findSuspicions(
  units: readonly AlignedUnit[],
  languages: number,
  reference: number,
): Suspicion[] {
  const found: Suspicion[] = [];
  const lengths = Array.from({ length: languages }, (_, at) => lengthsOf(units, at));
  for (let at = 0; at < languages; at++) {
    const text = (k: number) => plain(units[k], at);
    found.push(...loneCrs(units, at));
    found.push(
      ...runs(units.length, (k) => k > 0 && text(k) !== '' && text(k) === text(k - 1), 'repeated', at),
    );
    if (at === reference) continue;
    const isCopy = (k: number) => text(k) !== '' && text(k) === plain(units[k], reference);
    found.push(...runs(units.length, isCopy, 'identical', at));
    for (const { from, to, shift } of findDrift(lengths[reference], lengths[at]).slice(0, MOST))
      found.push({ code: 'drift', at, from: from + 1, to, count: shift });
  }
  return found;
}

/** Length of each unit in one language; the same however letters are composed. */
export function lengthsOf(units: readonly AlignedUnit[], at: number): Int32Array {
  return Int32Array.from(units, ({ sides }) =>
    sides[at].reduce((sum, { text }) => sum + composedLength(text), 0),
  );
}

const plain = ({ sides }: AlignedUnit, at: number): string =>
  sides[at].length === 1 ? sides[at][0].text : sides[at].map(({ text }) => text).join(' ');

function runs(length: number, belongs: (k: number) => boolean, code: SuspicionCode, at: number): Suspicion[] {
  const found: Suspicion[] = [];
  let from = -1;
  for (let k = 0; k <= length; k++) {
    if (k < length && belongs(k)) {
      if (from < 0) from = k;
      continue;
    }
    if (from >= 0 && k - from >= LONG_RUN && found.length < MOST)
      found.push({ code, at, from: from + 1, to: k, count: k - from });
    from = -1;
  }
  return found;
}

function loneCrs(units: readonly AlignedUnit[], at: number): Suspicion[] {
  let [count, from, to] = [0, 0, 0];
  for (const [k, { sides }] of units.entries())
    if (sides[at].some(({ text }) => text.includes('\r') && /\r(?!\n)/u.test(text))) {
      if (count++ === 0) from = k + 1;
      to = k + 1;
    }
  return count ? [{ code: 'loneCr', at, from, to, count }] : [];
}
