import { describe, expect, it } from 'vitest';
import { similarity } from './similarity';
import type { AlignInput } from './types';

const input: AlignInput = {
  source: {
    lang: 'en',
    segments: [
      'Anna came home from Moscow.',
      'She wept all night long.',
      'Levin mowed the grass in 1873.',
      'The sun set behind the forest.',
    ],
  },
  target: {
    lang: 'ro',
    segments: [
      'Anna a venit acasă de la Moscova. A plâns toată noaptea.',
      'Levin a cosit iarba în 1873.',
      'Soarele a apus în spatele pădurii.',
    ],
  },
};
const whole = { i0: 0, i1: 4, j0: 0, j1: 3 };

describe('similarity', () => {
  it('has every sentence stand out in the paragraph that holds it', () => {
    const nats = similarity(input, whole);
    expect(nats).toHaveLength(12);
    const best = [0, 1, 2, 3].map((i) => {
      const row = [...nats.subarray(i * 3, i * 3 + 3)];
      return row.indexOf(Math.max(...row));
    });
    expect(best).toEqual([0, 0, 1, 2]);
    expect(nats[2 * 3 + 1]).toBeGreaterThan(0);
    expect(nats[2 * 3]).toBeLessThan(0);
  });

  it('is the same from the other side, paragraphs being rows', () => {
    const turned = similarity({ source: input.target, target: input.source }, { i0: 0, i1: 3, j0: 0, j1: 4 });
    const straight = similarity(input, whole);
    for (let i = 0; i < 4; i++)
      for (let j = 0; j < 3; j++) expect(turned[j * 4 + i]).toBeCloseTo(straight[i * 3 + j], 5);
  });

  it('gives a part of the run what the whole run gives it, where both read the same text', () => {
    const part = similarity(input, { i0: 1, i1: 3, j0: 1, j1: 2 });
    expect(part).toHaveLength(2);
    expect(part[1]).toBeGreaterThan(part[0]);
  });

  it('is the same however many stripes it takes', () => {
    const many = (list: readonly string[]) => Array.from({ length: 240 }, (_, k) => list[k % list.length]);
    const long: AlignInput = {
      source: { lang: 'en', segments: many(input.source.segments) },
      target: { lang: 'ro', segments: many(input.target.segments.slice(1)) },
    };
    const nats = similarity(long, { i0: 0, i1: 240, j0: 0, j1: 240 });
    // The same sentences far from both ends have the same habits around them, whichever stripe they are in.
    const at = (i: number, j: number) => nats[i * 240 + j];
    expect(at(102, 101)).toBeCloseTo(at(142, 101), 4);
    expect(at(102, 100)).toBeGreaterThan(at(102, 101));
  });

  it('is empty for an empty side, and refuses a run that is not there', () => {
    expect(similarity(input, { i0: 1, i1: 1, j0: 0, j1: 3 })).toHaveLength(0);
    expect(() => similarity(input, { i0: 0, i1: 5, j0: 0, j1: 3 })).toThrow(RangeError);
    expect(() => similarity(input, { i0: 2, i1: 1, j0: 0, j1: 3 })).toThrow(RangeError);
  });
});
