import type { Span } from '@/lib/bitext/types';
import { numberValue, primary, romanValue, tokens } from '@/lib/text';
import { numbersInWords } from './numberWords';
import { listed } from './spans';
import type { Check, Raw, SideReading } from './types';

type Written = { value: number; shown: string; span: Span };

const DIGIT = /\d/;

/**
 * A number in digits on one side that the other has in no form: digits with any separators, words, Roman numerals,
 * thousands or millions spelt out, hours of the other half of the day, months and days that Vietnamese numbers.
 */
export const numbers: Check = {
  id: 'numbers',
  find({ source, target }) {
    const [here, there] = [DIGIT.test(source.reading), DIGIT.test(target.reading)];
    if (!here && !there) return [];
    const [from, to] = [inDigits(source.reading), inDigits(target.reading)];
    const missing = here ? unmatched(from, to, target) : [];
    const extra = there ? unmatched(to, from, source) : [];
    const found: Raw[] = [];
    if (missing.length) found.push(raw('source', 'missing', missing));
    if (extra.length) found.push(raw('target', 'extra', extra));
    return found;
  },
};

const raw = (side: 'source' | 'target', kind: string, found: readonly Written[]): Raw => ({
  severity: 'warning',
  side,
  spans: found.map(({ span }) => span),
  params: { kind, numbers: listed(found.map(({ shown }) => shown)) },
});

function inDigits(text: string): Written[] {
  const found: Written[] = [];
  for (const span of tokens(text)) {
    const shown = text.slice(span.start, span.end);
    const value = DIGIT.test(shown[0]) ? numberValue(shown) : null;
    if (value !== null) found.push({ value: Number(value), shown, span });
  }
  // A number of several dots, such as a version or a date, is no number to compare.
  return found.filter(({ value }) => Number.isFinite(value));
}

/** Those that the other side has in no form. */
function unmatched(own: readonly Written[], others: readonly Written[], other: SideReading): Written[] {
  const digits = new Set(others.map(({ value }) => value));
  const left = own.filter(({ value }) => !digits.has(value));
  if (!left.length) return [];
  const values = new Set([
    ...digits,
    ...numbersInWords(other.reading, other.lang),
    ...romanIn(other.reading),
  ]);
  return left.filter(({ value, shown }) => !isThere(value, shown, values, primary(other.lang)));
}

/** 5.30 may be an hour and minutes. */
const partsOf = (shown: string): number[] => {
  const parts = shown.split(/[.,\u00a0\u202f]/);
  return parts.length > 1 ? parts.map(Number) : [];
};

const MULTIPLES = [1e2, 1e3, 1e6, 1e9, 1e12];

function isThere(value: number, shown: string, values: ReadonlySet<number>, base: string): boolean {
  if (values.has(value)) return true;
  // A time, a date, a version: written apart over there.
  const parts = partsOf(shown);
  if (parts.length > 1 && parts.every((part) => values.has(part) || values.has(part + 12))) return true;
  // 1.500 is one and a half to some and fifteen hundred to others.
  const asDecimal = Number(shown.replace(',', '.'));
  if (Number.isFinite(asDecimal) && values.has(asDecimal)) return true;
  for (const other of values) {
    if (MULTIPLES.some((times) => near(value, other * times) || near(other, value * times))) return true;
    // 5 pm is 17:00.
    if (value + 12 === other && value <= 12) return true;
    if (other + 12 === value && other <= 12) return true;
    // The '80s are the 1980s.
    if (value >= 1000 && value < 2100 && value % 100 === other) return true;
    if (other >= 1000 && other < 2100 && other % 100 === value) return true;
  }
  // The days of the week are 2 to 7 in Vietnamese, and names elsewhere: those are in `values` already.
  return value === 8 && base === 'vi' && values.has(1);
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.abs(b);

/** Roman numerals, single letters too: Elizabeth I. */
function romanIn(text: string): number[] {
  const single: Record<string, number> = { I: 1, V: 5, X: 10 };
  return (text.match(/(?<![\p{L}\p{N}])[MDCLXVI]+(?![\p{L}\p{N}])/gu) ?? []).flatMap(
    (roman) => romanValue(roman) ?? single[roman] ?? [],
  );
}
