import { describe, expect, it } from 'vitest';
import { alternatives } from './alternatives';
import type { AlignInput } from './types';

const input: AlignInput = {
  source: {
    lang: 'en',
    segments: ['Anna came home.', 'She wept.', 'Nobody saw her.', 'Levin mowed all day.', 'The sun set.'],
  },
  target: {
    lang: 'ro',
    segments: [
      'Anna a venit acasă și a plâns.',
      'Nimeni nu a văzut-o.',
      'Levin a cosit toată ziua. Soarele a apus.',
    ],
  },
};
const stretch = { i0: 0, i1: 5, j0: 0, j1: 3 };

describe('alternatives', () => {
  it('gives the right bead a higher probability than a wrong one, and offers the right one instead', () => {
    const right = { i0: 0, i1: 2, j0: 0, j1: 1 };
    const wrong = { i0: 0, i1: 1, j0: 0, j1: 1 };
    const [good, bad] = [alternatives(input, stretch, right), alternatives(input, stretch, wrong)];
    expect(good.probability).toBeGreaterThan(0.5);
    expect(bad.probability).toBeLessThan(good.probability);
    expect(bad.others[0].bead).toEqual(right);
    expect(good.others.some((one) => one.probability > good.probability)).toBe(false);
  });
  it('draws the whole stretch for each, in order and without gaps', () => {
    const { others } = alternatives(input, stretch, { i0: 0, i1: 3, j0: 0, j1: 2 });
    expect(others.length).toBeGreaterThan(0);
    for (const { bead, beads, probability } of others) {
      expect(beads).toContainEqual(bead);
      expect(probability > 0 && probability <= 1).toBe(true);
      expect(beads[0]).toMatchObject({ i0: 0, j0: 0 });
      expect(beads.at(-1)).toMatchObject({ i1: 5, j1: 3 });
      for (let k = 1; k < beads.length; k++)
        expect(beads[k]).toMatchObject({ i0: beads[k - 1].i1, j0: beads[k - 1].j1 });
    }
  });
  it('works when paragraphs are on the source side, and for a bead that is the whole stretch', () => {
    const turned = { source: input.target, target: input.source };
    const bead = { i0: 0, i1: 1, j0: 0, j1: 1 };
    const { others } = alternatives(turned, { i0: 0, i1: 3, j0: 0, j1: 5 }, bead);
    expect(others[0].bead).toEqual({ i0: 0, i1: 1, j0: 0, j1: 2 });
    expect(alternatives(input, stretch, stretch).others.length).toBeLessThanOrEqual(3);
  });
});
