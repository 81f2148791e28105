import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareCurve } from './shareCurve';

/** Deviation of each point from the ratio of the whole, in per cent. */
const off = ({ ratio, points }: ReturnType<typeof shareCurve>) =>
  points.map((point) => Math.round((point.ratio! / ratio - 1) * 100));

describe('shareCurve', () => {
  it('stays level for two texts that are cut otherwise', () => {
    const source = Array.from({ length: 400 }, (_, at) => 80 + ((at * 37) % 41));
    const split = source.flatMap((length) => [length * 0.5, length * 0.7]);
    const curve = shareCurve(source, split);
    expect(curve.ratio).toBeCloseTo(1.2);
    expect(curve.points).toHaveLength(120);
    expect(Math.max(...off(curve).slice(5).map(Math.abs))).toBeLessThan(3);
    expect(curve.points.at(-1)).toMatchObject({ to: 400 });
  });

  it('bends where a part of the rows is much shorter than its original', () => {
    const source = new Array<number>(200).fill(100);
    const summary = [...new Array<number>(100).fill(100), ...new Array<number>(101).fill(10)];
    const bent = off(shareCurve(source, summary, 10));
    expect(bent[4]).toBeGreaterThan(50);
    expect(bent.slice(4)).toEqual([...bent.slice(4)].sort((a, b) => b - a));
  });

  it('ends with the ratio of the whole, in finite numbers, for any lengths', () => {
    const lengths = fc.array(fc.nat(1000), { maxLength: 300 });
    fc.assert(
      fc.property(lengths, lengths, fc.integer({ min: 1, max: 150 }), (source, target, most) => {
        const { ratio, points } = shareCurve(source, target, most);
        const sum = (list: number[]) => list.reduce((all, one) => all + one, 0);
        expect(points).toHaveLength(Math.min(most, source.length, target.length));
        for (const [k, point] of points.entries()) {
          expect(point.from).toBe(points[k - 1]?.to ?? 0);
          if (point.ratio !== null) expect(Number.isFinite(point.ratio)).toBe(true);
        }
        if (points.length && sum(source) && sum(target)) expect(ratio).toBeCloseTo(sum(target) / sum(source));
      }),
    );
  });
});
