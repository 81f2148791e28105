import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from './align';
import { alignRun } from './alignRun';
import { cutAtoms } from './atoms';
import { fullBand } from './band';
import { ladderBeads } from './ladderBeads';
import { buildLattice, type Lattice } from './lattice';
import { makePair } from './pair';
import { constrain, type PinBox, pinBoxes, placePins } from './pins';
import { logAdd, posterior, stepsFrom } from './posterior';
import { bestPath } from './search';
import type { AlignInput, AlignOutput, Pin } from './types';
import { STORED } from './weights';
import { pathScore } from './wholeness';

const EN = ['The king saw the river.', 'He was old.', 'In 1998 Maria went to Berlin! She wept.', 'Why?', ''];
const RO = ['Regele a văzut râul. Era bătrân.', 'În 1998 Maria a plecat la Berlin!', 'De ce?', ''];
const units = (pool: string[], minLength = 1) =>
  fc.array(fc.constantFrom(...pool), { minLength, maxLength: 8 });
const side = (lang: string, segments: string[]) => ({ lang, segments });
const input = (s: string[], t: string[], pins?: Pin[]): AlignInput => ({
  source: side('en', s),
  target: side('ro', t),
  pins,
});

/** Whether units i and j are in one bead. */
const honours = ({ ladder }: AlignOutput, { i, j }: Pin) =>
  ladderBeads(ladder).some(([s, t]) => s.includes(i) && t.includes(j));

/** Every path: its corners, score and number of times it breaks a pin. */
function enumerate(
  lattice: Lattice,
  border: Uint8Array,
  visit: (corners: readonly number[], score: number) => void,
) {
  const { band } = lattice;
  const corners = [0, 0];
  const walk = (a: number, b: number, mode: number, score: number) => {
    if (a === band.n && b === band.m) {
      visit(corners, score);
      return;
    }
    const here = (band.start[a] + b) * 3 + mode;
    stepsFrom(lattice, border[b] === 1, a, b, (from, to, step) => {
      if (from !== here) return;
      const cell = Math.floor(to / 3);
      const a1 = Math.floor(cell / (band.m + 1));
      const b1 = cell - a1 * (band.m + 1);
      corners.push(a1, b1);
      walk(a1, b1, to % 3, score + step);
      corners.length -= 2;
    });
  };
  walk(0, 0, 0, 0);
}

/** The rule in plain words: the pinned unit's atoms are joined with the other's only, its heart with at least one. */
function allowed(corners: readonly number[], { a, a1, b, b1, heart }: PinBox): boolean {
  let joined = false;
  for (let k = 0; k + 3 < corners.length; k += 2) {
    const [s, u, s1, u1] = corners.slice(k, k + 4);
    if (s === s1 || u === u1 || s >= a1 || s1 <= a) continue;
    if (u < b || u1 > b1) return false;
    if (s <= heart && heart < s1) joined = true;
  }
  return joined;
}

describe('constrain', () => {
  it('leaves exactly the paths that honour the pin: best path and sums equal brute force', () => {
    fc.assert(
      fc.property(
        units(EN).filter((s) => s.length < 4),
        units(RO).filter((t) => t.length < 3),
        fc.nat(),
        fc.nat(),
        (s, t, x, y) => {
          const pair = makePair(side('en', s), side('ro', t), null, STORED.paragraphs);
          const [n, m] = [pair.source.texts.length, pair.target.texts.length];
          if (n * m > 16) return;
          const lattice = buildLattice(pair, STORED.paragraphs.features, fullBand(n, m), 0, 0);
          const boxes = pinBoxes([{ i: x % s.length, j: y % t.length }], pair.source, pair.target, 'source');
          let [best, total] = [-Infinity, -Infinity];
          enumerate(lattice, pair.target.border, (corners, score) => {
            if (!allowed(corners, boxes[0])) return;
            best = Math.max(best, score);
            total = logAdd(total, score);
          });
          constrain(lattice, boxes, 0, 0);
          const path = bestPath(lattice, pair.target.border, 0);
          expect(allowed([...path], boxes[0])).toBe(true);
          expect(pathScore(lattice, path)).toBeCloseTo(best, 3);
          expect(posterior(lattice, pair.target.border, 0).total).toBeCloseTo(total, 3);
        },
      ),
      { numRuns: 60 },
    );
  });
  it('has a heart: the longest sentence of the pinned unit', () => {
    const source = cutAtoms(['Yes. That is a longer one. No.'], 'en');
    const target = cutAtoms(['Da.'], 'ro');
    expect(pinBoxes([{ i: 0, j: 0 }], source, target, 'source')[0]).toMatchObject({ a: 0, a1: 3, heart: 1 });
  });
});

describe('align with pins', () => {
  it('brings the two units of each pin into one bead and covers both sides', () => {
    fc.assert(
      fc.property(
        units(EN),
        units(RO),
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 }),
        (s, t, draws) => {
          const pins: Pin[] = [];
          for (const [x, y] of draws) {
            const before = pins.at(-1) ?? { i: -1, j: -1 };
            if (before.i + 1 >= s.length || before.j + 1 >= t.length) break;
            pins.push({
              i: before.i + 1 + (x % (s.length - before.i - 1)),
              j: before.j + 1 + (y % (t.length - before.j - 1)),
            });
          }
          const found = align(input(s, t, pins));
          const beads = ladderBeads(found.ladder);
          expect(beads.flatMap(([list]) => list)).toEqual(s.map((_, i) => i));
          expect(beads.flatMap(([, list]) => list)).toEqual(t.map((_, j) => j));
          for (const pin of pins) expect(honours(found, pin)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
  it('gives what it gives without pins when the answer honours them anyway', () => {
    fc.assert(
      fc.property(units(EN), units(RO), (s, t) => {
        const free = align(input(s, t));
        expect(align(input(s, t, []))).toEqual(free);
        const linked = ladderBeads(free.ladder).find(([x, y]) => x.length === 1 && y.length === 1);
        if (!linked) return;
        const pin = { i: linked[0][0], j: linked[1][0] };
        expect(honours(align(input(s, t, [pin])), pin)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
  it('holds when the sides change places, and far from the diagonal of a long text', () => {
    const long = Array.from({ length: 900 }, (_, k) => `${EN[k % 2]} ${k * 7}`);
    const other = Array.from({ length: 800 }, (_, k) => `${RO[1]} ${k * 7}`);
    const pin = { i: 100, j: 600 };
    expect(honours(align(input(long, other, [pin])), pin)).toBe(true);
    const back = align({
      source: side(
        'ro',
        RO.slice(0, 3).map((x) => `${x} ${x} ${x}`),
      ),
      target: side('en', EN.slice(0, 4)),
      pins: [{ i: 2, j: 0 }],
    });
    expect(honours(back, { i: 2, j: 0 })).toBe(true);
  });
  it('works beside locks and inside a run', () => {
    const s = Array.from({ length: 120 }, (_, k) => EN[k % 4]);
    const t = Array.from({ length: 100 }, (_, k) => RO[k % 3]);
    const locks = [{ i0: 62, i1: 63, j0: 52, j1: 53 }];
    const found = alignRun({ ...input(s, t, [{ i: 60, j: 51 }]), locks }, { i0: 58, i1: 66, j0: 48, j1: 56 });
    expect(honours(found, { i: 60, j: 51 })).toBe(true);
    expect(ladderBeads(found.ladder)).toContainEqual([[62], [52]]);
  });
});

describe('placePins', () => {
  const free = { i0: 0, i1: 4, j0: 0, j1: 4, locked: false };
  const wall = { i0: 4, i1: 5, j0: 4, j1: 5, locked: true };
  it('refuses pins outside the free regions and pins that cross, and names them', () => {
    expect(() => placePins([free, wall], [{ i: 4, j: 0 }])).toThrow(/pin \(4, 0\)/);
    expect(() =>
      placePins(
        [free],
        [
          { i: 0, j: 2 },
          { i: 1, j: 1 },
        ],
      ),
    ).toThrow(/contradict/);
    expect(() =>
      placePins(
        [free],
        [
          { i: 1, j: 1 },
          { i: 1, j: 2 },
        ],
      ),
    ).toThrow(/contradict/);
    expect(() => placePins([free], [{ i: 0, j: 9 }])).toThrow(RangeError);
  });
  it('asks nothing of a lock that joins the two already', () => {
    expect(placePins([free, wall], [{ i: 4, j: 4 }])).toEqual([[], []]);
  });
});
