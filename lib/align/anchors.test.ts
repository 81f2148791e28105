import { describe, expect, it } from 'vitest';
import { align } from './align';
import { chooseBand } from './anchors';
import { ladderBeads } from './ladderBeads';
import { makePair } from './pair';
import { STORED } from './weights';

/** A text of n sentences about numbered and named things, the same in both languages but for a hole of `hole` sentences. */
function texts(n: number, hole: number) {
  let seed = 7;
  const draw = (size: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % size;
  };
  const name = () =>
    `${'BDKLMNPRST'[draw(10)]}${'aeiou'[draw(5)]}${'lmnrst'[draw(6)]}${'aeiou'[draw(5)]}${'vzk'[draw(3)]}`;
  const facts = Array.from({ length: n }, () => [name(), name(), String(1000 + draw(800))]);
  const source = facts.map(([a, b, year]) => `Then came ${a} with ${b} in ${year}.`);
  const target = facts.map(([a, b, year]) => `Apoi a venit ${a} cu ${b} în ${year}.`);
  target.splice(n / 2, hole);
  return { source, target };
}

const SIZE = 1200;
const HOLE = 300;
const { source, target } = texts(SIZE, HOLE);

describe('chooseBand', () => {
  it('keeps a long text narrow and the truth inside, around a hole too', () => {
    const pair = makePair(
      { lang: 'en', segments: source },
      { lang: 'ro', segments: target },
      null,
      STORED.sentences,
    );
    const band = chooseBand(pair, 0, SIZE, 0, SIZE - HOLE);
    // The hole itself opens the band as far as the hole is long; elsewhere it is narrow.
    expect(band.cells).toBeLessThan(SIZE * 120);
    for (let a = 0; a <= SIZE; a++) {
      if (a > SIZE / 2 && a < SIZE / 2 + HOLE) continue;
      const b = a <= SIZE / 2 ? a : a - HOLE;
      expect(band.lo[a]).toBeLessThanOrEqual(b);
      expect(band.hi[a]).toBeGreaterThanOrEqual(b);
    }
  });

  it('has rising ends that hold both corners', () => {
    const pair = makePair(
      { lang: 'en', segments: Array(3000).fill('Same.') },
      { lang: 'ro', segments: Array(2000).fill('La fel.') },
      null,
      STORED.sentences,
    );
    const band = chooseBand(pair, 0, 3000, 0, 2000);
    expect(band.cells).toBeLessThan(2_000_000);
    expect([band.lo[0], band.hi[3000]]).toEqual([0, 2000]);
    for (let a = 1; a <= 3000; a++) {
      expect(band.lo[a]).toBeGreaterThanOrEqual(band.lo[a - 1]);
      expect(band.hi[a]).toBeGreaterThanOrEqual(band.hi[a - 1]);
      expect(band.lo[a]).toBeLessThanOrEqual(band.hi[a - 1]);
    }
  });
});

describe('align on a long text', () => {
  it('finds every sentence and the hole', () => {
    const { ladder } = align({
      source: { lang: 'en', segments: source },
      target: { lang: 'ro', segments: target },
    });
    const wrong = ladderBeads(ladder).filter(
      ([s, t]) =>
        s.length !== 1 ||
        (s[0] < SIZE / 2 ? t[0] !== s[0] : s[0] < SIZE / 2 + HOLE ? t.length > 0 : t[0] !== s[0] - HOLE),
    );
    expect(wrong).toEqual([]);
  });
});
