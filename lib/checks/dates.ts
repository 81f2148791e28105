import type { Span } from '@/lib/bitext/types';
import { primary } from '@/lib/text';
import { listed } from './spans';
import type { Check } from './types';

const MONTHS: Record<string, string> = {
  en: 'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?',
  ro: 'ian(?:uarie)?|feb(?:ruarie)?|mar(?:tie)?|apr(?:ilie)?|mai|iun(?:ie)?|iul(?:ie)?|aug(?:ust)?|sept?(?:embrie)?|oct(?:ombrie)?|noi(?:embrie)?|dec(?:embrie)?',
};
const STARTS: Record<string, string[]> = {
  en: 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' '),
  ro: 'ian feb mar apr mai iun iul aug sep oct noi dec'.split(' '),
};
const EN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?<d1>\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+(?<m1>${MONTHS.en})|(?<m2>${MONTHS.en})\\.?\\s+(?<d2>\\d{1,2})(?:st|nd|rd|th)?)(?![\\p{L}\\p{N}:])`,
  'giu',
);
const RO = new RegExp(`(?<![\\p{L}\\p{N}])(?<d1>\\d{1,2})\\s+(?<m1>${MONTHS.ro})(?!\\p{L})`, 'giu');
const VI = /(?<![\p{L}\p{N}])(?<d1>\d{1,2})\s*(?:tháng|-|\/)\s*(?<n>\d{1,2})(?!\d)/giu;
const NUMERIC = /(?<![\d./-])(?<a>\d{1,2})[./-](?<b>\d{1,2})[./-](?<y>\d{4}|\d{2})(?![\d./-])/g;

/** Day and month; `swapped` when the day may be the month. */
type Day = { day: number; month: number; either: boolean; span: Span };

/** A day of a month that the other language has as another one, or has not at all. */
export const dates: Check = {
  id: 'dates',
  find({ source, target }) {
    if (!/\d/.test(source.reading)) return [];
    const from = daysIn(source.reading, source.lang);
    if (!from.length || !KNOWN.has(primary(target.lang))) return [];
    const to = daysIn(target.reading, target.lang);
    const lost = from.filter((one) => !to.some((other) => isSame(one, other)));
    if (!lost.length) return [];
    // Without any date over there, a bare day number may do ("on the 5th"): only where a day is written is it another.
    const spare = to.filter((one) => !from.some((other) => isSame(one, other)));
    const shown = (days: readonly Day[], text: string) =>
      listed(days.map(({ span }) => text.slice(span.start, span.end)));
    return [
      {
        severity: 'warning',
        side: 'source',
        spans: lost.map(({ span }) => span),
        params: {
          kind: spare.length ? 'different' : 'missing',
          dates: shown(lost, source.reading),
          others: shown(spare, target.reading),
        },
      },
    ];
  },
};

const KNOWN = new Set(['en', 'ro', 'vi']);

const isSame = (a: Day, b: Day): boolean =>
  (a.day === b.day && a.month === b.month) ||
  ((a.either || b.either) && a.day === b.month && a.month === b.day);

function daysIn(text: string, lang: string): Day[] {
  const base = primary(lang);
  const days: Day[] = [];
  const add = (day: number, month: number, either: boolean, hit: RegExpMatchArray) => {
    if (day < 1 || day > 31 || month < 1 || month > 12) return;
    const start = hit.index ?? 0;
    if (days.some(({ span }) => start < span.end && span.start < start + hit[0].length)) return;
    days.push({ day, month, either, span: { start, end: start + hit[0].length } });
  };
  for (const hit of text.matchAll(NUMERIC)) {
    const [a, b] = [Number(hit.groups!.a), Number(hit.groups!.b)];
    // 05/13/2020 can only be the American order.
    if (b > 12) add(b, a, false, hit);
    else add(a, b, true, hit);
  }
  const named = base === 'en' ? EN : base === 'ro' ? RO : null;
  if (named)
    for (const hit of text.matchAll(named)) {
      const { d1, d2, m1, m2 } = hit.groups!;
      // "They may 5 times": English months are written with a capital.
      if (base === 'en' && !/^\p{Lu}/u.test(m1 ?? m2)) continue;
      const month = STARTS[base].indexOf((m1 ?? m2).slice(0, 3).toLowerCase()) + 1;
      add(Number(d1 ?? d2), month, false, hit);
    }
  if (base === 'vi')
    for (const hit of text.matchAll(VI)) add(Number(hit.groups!.d1), Number(hit.groups!.n), false, hit);
  return days;
}
