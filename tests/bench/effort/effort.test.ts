import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Corner, cornersOf } from './corners';
import { diagonal, simulate } from './editor';

/** Alignments of 6 x 5 units. */
const corners = fc
  .array(fc.constantFrom<Corner>([1, 1], [2, 1], [1, 2], [1, 0], [0, 1]), { maxLength: 12 })
  .map((steps) => {
    const out: Corner[] = [];
    let [i, j] = [0, 0];
    for (const [m, n] of steps) {
      if (i + m > 6 || j + n > 5) continue;
      i += m;
      j += n;
      out.push([i, j]);
    }
    if (i < 6 || j < 5) out.push([6, 5]);
    return out;
  });

describe('simulate', () => {
  it('costs one key a bead when everything is right', () => {
    fc.assert(fc.property(corners, (gold) => simulate(gold, gold).keys === gold.length));
  });
  it('always reaches gold, at no less than a key a bead', () => {
    fc.assert(fc.property(corners, corners, (gold, start) => simulate(gold, start).keys >= gold.length));
  });
  it('takes one key for a sentence pushed to the next bead', () => {
    const gold: Corner[] = [
      [2, 1],
      [4, 2],
    ];
    expect(
      simulate(gold, [
        [3, 1],
        [4, 2],
      ]).keys,
    ).toBe(3);
  });
  it('accepts a suggestion with one key where it is right', () => {
    const gold: Corner[] = [
      [4, 1],
      [8, 2],
      [12, 3],
      [16, 4],
    ];
    const start: Corner[] = [
      [1, 1],
      [2, 2],
      [3, 3],
      [16, 4],
    ];
    expect(simulate(gold, start, () => gold.slice(1)).keys).toBeLessThan(simulate(gold, start).keys);
  });
});

describe('cornersOf', () => {
  it('puts nulls of the source before those of the target, one unit each', () => {
    expect(
      cornersOf([
        [[], [0]],
        [[0, 1], []],
        [[2], [1]],
      ]),
    ).toEqual([
      [1, 0],
      [2, 0],
      [2, 1],
      [3, 2],
    ]);
  });
});

describe('diagonal', () => {
  it('covers both sides', () => {
    expect(diagonal(3, 2)).toEqual([
      [1, 1],
      [2, 2],
      [3, 2],
    ]);
    expect(diagonal(1, 2)).toEqual([
      [1, 1],
      [1, 2],
    ]);
  });
});
