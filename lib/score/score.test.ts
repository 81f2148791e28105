import { describe, expect, it } from 'vitest';
import { addCounts, countBeads, type IndexBead, scores } from './score';

// The cases of the scorer that the project measures itself with (score.py --selftest).
const gold: IndexBead[] = [
  [[0], [0]],
  [[1, 2], [1]],
  [[3], []],
  [[], [2]],
  [[4], [3, 4]],
];
const run = (predicted: IndexBead[]) => scores(countBeads(predicted, gold, 5, 5));

describe('countBeads', () => {
  it('gives 1 for the gold itself, in any order', () => {
    expect(run(gold)).toMatchObject({ f1Strict: 1, f1Lax: 1 });
    expect(
      run([
        [[4], [4, 3]],
        [[1, 2], [1]],
        [[0], [0]],
      ]),
    ).toMatchObject({ f1Strict: 1 });
  });
  it('counts a missed merge as one lost link and two wrong beads', () => {
    const s = run([
      [[0], [0]],
      [[1], [1]],
      [[2], []],
      [[3], []],
      [[], [2]],
      [[4], [3, 4]],
    ]);
    expect(s.precisionStrict).toBeCloseTo(4 / 6);
    expect(s.recallStrict).toBeCloseTo(2 / 3);
    expect(s.precisionLax).toBeCloseTo(5 / 6);
    expect(s.recallLax).toBe(1);
  });
  it('takes unmentioned units as nulls: 2 of 10 right, no recall', () => {
    expect(run([])).toMatchObject({ precisionStrict: 0.2, recallStrict: 0, f1Strict: 0 });
  });
  it('does not care how nulls are bundled', () => {
    const truth: IndexBead[] = [
      [[0, 1], []],
      [[2], [0]],
    ];
    const single: IndexBead[] = [
      [[0], []],
      [[1], []],
      [[2], [0]],
    ];
    expect(scores(countBeads(single, truth, 3, 1)).f1Strict).toBe(1);
    expect(scores(countBeads(truth, single, 3, 1)).f1Strict).toBe(1);
  });
  it('gives everything in one bead 0 strict and 1 lax', () => {
    const all = [0, 1, 2, 3, 4];
    expect(run([[all, all]])).toMatchObject({
      precisionStrict: 0,
      recallStrict: 0,
      precisionLax: 1,
      recallLax: 1,
    });
  });
  it('gives a shift by one 0 on both counts', () => {
    expect(run([0, 1, 2, 3, 4].map((i) => [[i], [(i + 1) % 5]]))).toMatchObject({ f1Strict: 0, f1Lax: 0 });
  });
  it('refuses indexes outside the text', () => {
    for (const bad of [[[[9], [0]]], [[[-1], [0]]], [[[0], [5]]]] as IndexBead[][])
      expect(() => run(bad)).toThrow(RangeError);
  });
  it('adds up over documents before sharing', () => {
    const one = countBeads(gold, gold, 5, 5);
    expect(scores(addCounts(one, countBeads([], gold, 5, 5))).recallStrict).toBe(0.5);
  });
});
