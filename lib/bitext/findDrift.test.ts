import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '@/tests/helpers/randomDocument';
import { findDrift } from './findDrift';
import { lengthCurve } from './lengthCurve';

/** Lengths of sentences and of their translations, as uneven as real ones. */
function lengths(rows: number, seed = 1) {
  const random = seeded(seed);
  const source = Array.from({ length: rows }, () => 5 + Math.floor(-Math.log(1 - random() * 0.999) * 70));
  const target = source.map((length) =>
    Math.max(1, Math.round(length * 1.1 * Math.exp((random() - 0.5) * 0.6))),
  );
  return { source, target };
}

describe('findDrift', () => {
  it('says from which row on a text with a line too many drifts', () => {
    const { source, target } = lengths(2000);
    // A line too many at row 811, and the last one gone: the same number of lines.
    const slipped = [...target.slice(0, 811), 40, ...target.slice(811, -1)];
    const [drift, ...more] = findDrift(source, slipped);
    expect(more).toEqual([]);
    expect(drift).toMatchObject({ shift: 1, to: 2000 });
    expect(Math.abs(drift.from - 811)).toBeLessThan(6);
  });
  it('finds where it comes back, and in which direction it went', () => {
    const { source, target } = lengths(600, 7);
    const slipped = [...target.slice(0, 200), ...target.slice(202, 400), 30, 50, ...target.slice(400)];
    const [drift, ...more] = findDrift(source, slipped);
    expect(more).toEqual([]);
    expect(drift.shift).toBe(-2);
    expect(Math.abs(drift.from - 200)).toBeLessThan(6);
    expect(Math.abs(drift.to - 398)).toBeLessThan(8);
  });
  it('begins with the row that lost its counterpart', () => {
    const { source, target } = lengths(113, 3);
    for (let row = 50; row < 64; row++) [source[row], target[row]] = row % 2 ? [20, 22] : [300, 330];
    expect(findDrift(source, [...target.slice(0, 56), ...target.slice(57)])).toEqual([
      { from: 56, to: 112, shift: -1 },
    ]);
  });
  it('sees none where rows belong together, whatever is missing here and there', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { source, target } = lengths(500, seed);
      expect(
        findDrift(
          source,
          target.map((one, row) => (row % 9 === 4 ? 0 : one)),
        ),
      ).toEqual([]);
    }
  });
  it('sees none in rows that are all alike, in few and in none', () => {
    expect(findDrift(new Array(300).fill(10), new Array(300).fill(12))).toEqual([]);
    expect(findDrift([3, 200], [200, 3])).toEqual([]);
    expect(findDrift([], [])).toEqual([]);
  });
  it('answers with stretches in order and within the rows, whatever the lengths', () => {
    const any = fc.array(fc.nat({ max: 500 }), { maxLength: 120 });
    fc.assert(
      fc.property(any, any, (source, target) => {
        let last = 0;
        for (const { from, to, shift } of findDrift(source, target)) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          expect(shift).not.toBe(0);
          last = to;
        }
        expect(last).toBeLessThanOrEqual(Math.min(source.length, target.length));
      }),
    );
  });
});

describe('lengthCurve', () => {
  it('tells the ratio of each stretch and of all, pairs only', () => {
    expect(lengthCurve([10, 10, 0, 20], [20, 10, 7, 0], 2)).toEqual({
      ratio: 1.5,
      points: [
        { from: 0, to: 2, ratio: 1.5 },
        { from: 2, to: 4, ratio: null },
      ],
    });
  });
  it('has a point a row at most, and none for nothing', () => {
    expect(lengthCurve([1, 2], [1, 2]).points).toHaveLength(2);
    expect(lengthCurve([], [])).toEqual({ ratio: 0, points: [] });
    expect(lengthCurve(new Array(1000).fill(1), new Array(1000).fill(1)).points).toHaveLength(120);
  });
});
