import { describe, expect, it } from 'vitest';
import { lengthCurve } from './lengthCurve';

describe('lengthCurve', () => {
  it('stays level where rows belong together, and leaps where one side is much too short', () => {
    const source = new Array<number>(400).fill(100);
    const target = source.map((_, row) => (row >= 200 && row < 210 ? 20 : 120));
    const { ratio, points } = lengthCurve(source, target, 40);
    expect(ratio).toBeCloseTo(1.175);
    const far = points.filter((point) => Math.abs(Math.log(point.ratio! / ratio)) > Math.log(1.5));
    expect(far).toEqual([expect.objectContaining({ from: 200, to: 210 })]);
  });

  it('makes little of a heading', () => {
    const { ratio, points } = lengthCurve([200, 20, 300], [210, 9, 290]);
    expect(points[1].ratio! / ratio).toBeGreaterThan(0.75);
    const missing = lengthCurve([200, 300, 300], [210, 60, 290]);
    expect(missing.points[1].ratio! / missing.ratio).toBeLessThan(0.55);
  });

  it('counts rows with one side nowhere', () => {
    expect(lengthCurve([10, 0, 10], [12, 50, 0]).ratio).toBeCloseTo(1.2);
    expect(lengthCurve([], []).points).toEqual([]);
    expect(lengthCurve([5], [0]).points).toEqual([{ from: 0, to: 1, ratio: null }]);
  });
});
