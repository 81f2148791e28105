import { describe, expect, it } from 'vitest';
import { bandRows } from '@/lib/bitext/bandRows';
import type { Bead, BitextState, TextState } from '@/lib/bitext/types';
import { doubtOf, radarPixel, radarPixels, remarksOf, rowsOfPixel, telling } from './radarPixels';

const LETTERS = 40;

function documentOf(count: number, bead: (k: number) => Partial<Bead> & { letters?: number } = () => ({})) {
  const reference: TextState = {
    id: 'en',
    lang: 'en',
    paragraphs: [],
    borders: Array.from({ length: count + 1 }, (_, k) => ({ at: k * LETTERS, kind: 'sentence' as const })),
    corrections: [],
  };
  let at = 0;
  const beads = Array.from({ length: count }, (_, k): Bead => {
    const { letters = LETTERS, ...rest } = bead(k);
    const target = { start: at, end: at + letters };
    at = target.end;
    return {
      id: `b${k}`,
      source: { start: k * LETTERS, end: (k + 1) * LETTERS },
      target,
      status: 'machine',
      origin: 'machine',
      confidence: 1,
      reason: null,
      authors: [],
      revision: 1,
      ...rest,
    };
  });
  const bitext: BitextState = { id: 'vi', sourceTextId: 'en', targetTextId: 'vi', beads };
  return { rows: bandRows(reference, [bitext]), bitext, none: [new Uint8Array(count)] };
}

describe('rowsOfPixel', () => {
  it.each([
    [1, 10],
    [7, 10],
    [10, 10],
    [1003, 90],
  ])('covers %i rows in %i pixels, each row by the pixel that shows it', (count, height) => {
    const seen = new Set<number>();
    for (let pixel = 0; pixel < height; pixel++) {
      const [from, to] = rowsOfPixel(count, height, pixel);
      expect(to).toBeGreaterThan(from);
      expect(to).toBeLessThanOrEqual(count);
      for (let row = from; row < to; row++) seen.add(row);
    }
    expect(seen.size).toBe(count);
    for (let row = 0; row < count; row++) {
      const [from, to] = rowsOfPixel(count, height, radarPixel(count, height, row));
      expect(row).toBeGreaterThanOrEqual(from - 1);
      expect(row).toBeLessThanOrEqual(to);
    }
  });
});

describe('radarPixels', () => {
  it('shows walls solid and doubt where it is', () => {
    const { rows, none } = documentOf(100, (k) =>
      k < 50 ? { status: k < 25 ? 'approved' : 'confirmed' } : { confidence: k < 75 ? 1 : 0.4 },
    );
    const [column] = radarPixels(rows, 4, none).columns;
    expect([...column.reviewed]).toEqual([1, 0, 0, 0]);
    expect([...column.confirmed]).toEqual([0, 1, 0, 0]);
    expect(column.doubt[2]).toBe(0);
    expect(column.doubt[3]).toBeCloseTo(0.6);
  });

  it('takes what a file does not say for neither sure nor doubtful', () => {
    const { rows, none } = documentOf(40, (k) => ({ origin: 'import', confidence: k < 20 ? null : 0.4 }));
    const [{ unknown, doubt }] = radarPixels(rows, 4, none).columns;
    expect([...unknown]).toEqual([1, 1, 0, 0]);
    expect([...doubt].map((one) => Number(one.toFixed(2)))).toEqual([0, 0, 0.6, 0.6]);
  });

  it('lets one doubtful bead among many still show', () => {
    const { rows, none } = documentOf(1000, (k) => ({ confidence: k === 500 ? 0 : 1 }));
    const [{ doubt }] = radarPixels(rows, 10, none).columns;
    expect(doubt[5]).toBeCloseTo(0.1);
    expect(doubt[4]).toBe(0);
  });

  it('counts nulls, disputes and findings', () => {
    const { rows, bitext } = documentOf(40, (k) => (k >= 30 ? { letters: 0 } : {}));
    const remarks = [remarksOf(bitext, ['b0', 'elsewhere'], ['b10', 'b11'])];
    const [column] = radarPixels(rows, 4, remarks).columns;
    expect([...column.nulls]).toEqual([0, 0, 0, 1]);
    expect([...column.disputes]).toEqual([Math.fround(0.1), 0, 0, 0]);
    expect([...column.findings]).toEqual([0, Math.fround(0.2), 0, 0]);
  });

  it('bends the length curve where the translation drifts, and not for one odd bead', () => {
    const { rows, none } = documentOf(3000, (k) => ({
      letters: k >= 2000 && k < 2400 ? 80 : k === 500 ? 400 : 40,
    }));
    const [{ ratio }] = radarPixels(rows, 30, none).columns;
    expect(ratio[5]).toBeCloseTo(0);
    expect(ratio[21]).toBeCloseTo(Math.log(2));
    expect(ratio[28]).toBeCloseTo(0);
  });

  it('says what a filter hides, and draws nothing of nothing', () => {
    const { rows, none } = documentOf(20);
    expect([...radarPixels(rows, 2, none, Int32Array.of(0, 1, 2, 3, 4)).hidden!]).toEqual([0.5, 1]);
    const empty = documentOf(0);
    expect(radarPixels(empty.rows, 5, empty.none).columns[0].ratio).toEqual(
      new Float32Array(5).fill(Number.NaN),
    );
    expect(telling(empty.rows, 0, 5, 2, empty.none[0])).toBe(-1);
  });

  it('takes well under 10 ms a translation for 50,000 rows', () => {
    const { rows, none } = documentOf(50_000, (k) => ({ confidence: (k % 97) / 97, letters: 20 + (k % 60) }));
    for (let warm = 0; warm < 5; warm++) radarPixels(rows, 900, none);
    const times = Array.from({ length: 9 }, () => {
      const start = performance.now();
      radarPixels(rows, 900, none);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    // The median is some 3 ms alone on this machine; the bound leaves room for a busy one.
    expect(times[4]).toBeLessThan(25);
  });
});

describe('telling', () => {
  it('is the disputed bead of a pixel, else the most doubtful one, else the first', () => {
    const { rows, bitext, none } = documentOf(30, (k) => ({ confidence: k === 14 ? 0.3 : 0.9 }));
    expect(telling(rows, 0, 3, 0, none[0])).toBe(0);
    expect(telling(rows, 0, 3, 1, none[0])).toBe(14);
    expect(telling(rows, 0, 3, 1, remarksOf(bitext, ['b17'], []))).toBe(17);
  });
});

describe('doubtOf', () => {
  it('asks for a look at what stood on another text more than at what nobody has judged', () => {
    const status = (k: number) => (['confirmed', 'proposed', 'stale', 'machine', 'machine'] as const)[k]!;
    const { rows, bitext, none } = documentOf(5, (k) => ({
      status: status(k),
      confidence: k === 3 ? 0.4 : null,
    }));
    expect(bitext.beads.map(doubtOf)).toEqual([0, 0.5, 1, 0.6, 0.5]);
    expect(telling(rows, 0, 1, 0, none[0]!)).toBe(2);
  });
});
