import { describe, expect, it } from 'vitest';
import { regions } from './walls';

const grid = (n: number, m: number) => ({ i0: 0, i1: n, j0: 0, j1: m });

describe('regions', () => {
  it('tiles the grid: free parts between locks, in order', () => {
    expect(regions(grid(5, 4), [{ i0: 2, i1: 3, j0: 1, j1: 2 }])).toEqual([
      { i0: 0, i1: 2, j0: 0, j1: 1, locked: false },
      { i0: 2, i1: 3, j0: 1, j1: 2, locked: true },
      { i0: 3, i1: 5, j0: 2, j1: 4, locked: false },
    ]);
  });
  it('leaves out empty parts and takes null locks', () => {
    expect(
      regions(grid(1, 1), [
        { i0: 0, i1: 0, j0: 0, j1: 1 },
        { i0: 0, i1: 1, j0: 1, j1: 1 },
      ]).every((r) => r.locked),
    ).toBe(true);
    expect(regions(grid(0, 0), [])).toEqual([]);
  });
  it('refuses locks that cross or leave the grid', () => {
    expect(() =>
      regions(grid(3, 3), [
        { i0: 0, i1: 2, j0: 1, j1: 2 },
        { i0: 1, i1: 3, j0: 2, j1: 3 },
      ]),
    ).toThrow(RangeError);
    expect(() =>
      regions(grid(3, 3), [
        { i0: 0, i1: 1, j0: 2, j1: 3 },
        { i0: 1, i1: 2, j0: 0, j1: 1 },
      ]),
    ).toThrow(RangeError);
    expect(() => regions(grid(3, 3), [{ i0: 0, i1: 4, j0: 0, j1: 1 }])).toThrow(/\(3, 3\)/);
    expect(() => regions(grid(3, 3), [{ i0: 0.5, i1: 1, j0: 0, j1: 1 }])).toThrow(RangeError);
  });
});
