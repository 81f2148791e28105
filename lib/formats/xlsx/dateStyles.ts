import type { Result } from '@/lib/result';
import { parseXml, type XmlSource } from '../xml/parseXml';

/** Formats of dates and times that every workbook has (ECMA-376-1, 18.8.30 numFmts). */
const isBuiltIn = (id: number) => (id >= 14 && id <= 22) || (id >= 45 && id <= 47);

/** Which cell styles show their number as a date, by their place in `cellXfs`. */
export function dateStyles(styles: XmlSource): Result<boolean[]> {
  const own = new Map<number, boolean>();
  const dates: boolean[] = [];
  let inCells = false;
  const read = parseXml(styles, {
    open({ name, attributes }) {
      if (name === 'numFmt') own.set(Number(attributes.numFmtId), showsDate(attributes.formatCode ?? ''));
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(attributes.numFmtId ?? 0);
        dates.push(own.get(id) ?? isBuiltIn(id));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return read.ok ? { ok: true, value: dates } : read;
}

/** Letters of days, months, years and times, outside of quoted text, escapes and conditions. */
const showsDate = (code: string): boolean =>
  /[dmyhs]/iu.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./gu, ''));

const DAY_MS = 86_400_000;
/** Serial numbers count days from 1899-12-30, which makes up for a leap day in 1900 that never was. */
const EPOCH_MS = Date.UTC(1899, 11, 30);

/** A serial number as ISO 8601: a date, with a time when it has one. Numbers that are no date stay as they are. */
export function serialDate(value: string): string {
  const days = Number(value);
  if (value.trim() === '' || !(days >= 1 && days < 2_958_466)) return value;
  const iso = new Date(EPOCH_MS + Math.round(days * DAY_MS)).toISOString();
  return Number.isInteger(days) ? iso.slice(0, 10) : iso.slice(0, 19);
}
