import { describe, expect, it } from 'vitest';
import { slicesOf } from './scan';

const texts = [300, 20, 1000, 5, 5].map((lengthUtf16, k) => ({ id: `t${k}`, lengthUtf16 }));
const slices = (...args: [first: number, most: number, after?: { textId: string; start: number }]) => [
  ...slicesOf(texts, args[2] ?? null, args[0], args[1]),
];
/** Every offset of every text that the slices look through, in their order. */
const covered = (list: ReturnType<typeof slices>) =>
  list.flatMap(({ textIds, from, to }) =>
    textIds.flatMap((id) => {
      const { lengthUtf16 } = texts.find((text) => text.id === id)!;
      return Array.from(
        { length: Math.max(0, Math.min(to, lengthUtf16) - from) },
        (_, k) => `${id}:${from + k}`,
      );
    }),
  );
const all = texts.flatMap(({ id, lengthUtf16 }) =>
  Array.from({ length: lengthUtf16 }, (_, k) => `${id}:${k}`),
);

describe('slicesOf', () => {
  it.each([
    [10, 400],
    [100, 100],
    [1, 10_000],
    [5000, 5000],
  ])('looks through everything once and in order, from %i units on, %i at most', (first, most) => {
    expect(covered(slices(first, most))).toEqual(all);
  });
  it('begins small and grows', () => {
    const widths = slices(10, 400).map(({ from, to }) => to - from);
    expect(widths.slice(0, 4)).toEqual([10, 40, 160, 400]);
    expect(slices(400, 400)).toHaveLength(5);
  });
  it('goes on after a cursor, and not at all when its text is gone', () => {
    const rest = covered(slices(10, 400, { textId: 't2', start: 499 }));
    expect(rest).toEqual(all.slice(320 + 500));
    expect(slices(10, 400, { textId: 'gone', start: 0 })).toEqual([]);
  });
});
