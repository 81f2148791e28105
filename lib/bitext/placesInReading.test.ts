import { describe, expect, it } from 'vitest';
import { placesInReading } from './placesInReading';
import type { Correction } from './types';

const CONTENT = 'Anna came home. She wept at five. Nobody saw.';
const SHE = { start: 16, end: 34 };
const lit = (corrections: Correction[], places: number[], segment = SHE) => {
  let [reading, at] = ['', segment.start];
  for (const one of corrections.filter((c) => c.start >= segment.start && c.start < segment.end)) {
    reading += CONTENT.slice(at, one.start) + one.reading;
    at = one.end;
  }
  reading += CONTENT.slice(at, segment.end);
  return placesInReading({ corrections }, segment, places).map(({ start, end }) => reading.slice(start, end));
};

describe('placesInReading', () => {
  it('gives what lies in the segment, cut to it', () => {
    expect(lit([], [0, 4, 16, 19, 20, 24, 34, 40])).toEqual(['She', 'wept']);
    expect(lit([], [10, 19])).toEqual(['She']);
    expect(lit([], [28, 40])).toEqual(['five. ']);
    expect(lit([], [])).toEqual([]);
    expect(lit([], [0, 45])).toEqual(['She wept at five. ']);
  });
  it('moves with corrections before it, and takes those it touches as a whole', () => {
    const corrections = [
      { start: 0, end: 4, old: 'Anna', reading: 'Kitty Shcherbatskaya' },
      { start: 20, end: 24, old: 'wept', reading: 'was crying' },
    ];
    expect(lit(corrections, [28, 32])).toEqual(['five']);
    expect(lit(corrections, [20, 24])).toEqual(['was crying']);
    expect(lit(corrections, [21, 23])).toEqual(['was crying']);
    expect(lit(corrections, [16, 22])).toEqual(['She was crying']);
    expect(lit(corrections, [22, 27])).toEqual(['was crying at']);
  });
  it('finds an addition at the place where it stands', () => {
    const corrections = [{ start: 20, end: 20, old: '', reading: 'bitterly ' }];
    expect(lit(corrections, [16, 19])).toEqual(['She']);
    expect(lit(corrections, [28, 32])).toEqual(['five']);
    expect(lit(corrections, [20, 24])).toEqual(['bitterly wept']);
  });
});
