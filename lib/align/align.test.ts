import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from './align';
import { alignRun } from './alignRun';
import { explain } from './explain';
import { ladderBeads } from './ladderBeads';
import type { AlignInput, Lock } from './types';

const EN = [
  'The king saw the river.',
  'He was old.',
  'In 1998 Maria went to Berlin!',
  'Why?',
  'The horse and the house.',
  '',
];
const RO = [
  'Regele a văzut râul. Era bătrân.',
  'În 1998 Maria a plecat la Berlin!',
  'De ce?',
  'Calul și casa.',
  '',
];
const segments = (pool: string[]) => fc.array(fc.constantFrom(...pool), { maxLength: 9 });

const side = (lang: string, list: string[]) => ({ lang, segments: list });
const input = (source: string[], target: string[], locks: Lock[] = []): AlignInput => ({
  source: side('en', source),
  target: side('ro', target),
  locks,
});

/** Locks that fit: cut points drawn in order on both sides, every other stretch locked. */
const locked = fc
  .tuple(segments(EN), segments(RO), fc.array(fc.nat(20), { maxLength: 8 }))
  .map(([s, t, draws]) => {
    const locks: Lock[] = [];
    let [i, j] = [0, 0];
    for (let k = 0; k + 3 < draws.length; k += 4) {
      const i0 = i + (draws[k] % 3);
      const j0 = j + (draws[k + 1] % 3);
      const i1 = i0 + (draws[k + 2] % 3);
      const j1 = j0 + (draws[k + 3] % 2);
      if (i1 > s.length || j1 > t.length || (i1 === i0 && j1 === j0)) break;
      locks.push({ i0, i1, j0, j1 });
      [i, j] = [i1, j1];
    }
    return { s, t, locks };
  });

describe('align', () => {
  it('covers both sides exactly once, in order, with a probability for every bead', () => {
    fc.assert(
      fc.property(segments(EN), segments(RO), (s, t) => {
        const { ladder, confidence } = align(input(s, t));
        const beads = ladderBeads(ladder);
        expect(beads.flatMap(([x]) => x)).toEqual(s.map((_, i) => i));
        expect(beads.flatMap(([, y]) => y)).toEqual(t.map((_, j) => j));
        expect(beads.every(([x, y]) => x.length + y.length > 0)).toBe(true);
        expect(confidence).toHaveLength(beads.length);
        for (const p of confidence) expect(p >= 0 && p <= 1).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('gives every lock as exactly one bead of confidence 1', () => {
    fc.assert(
      fc.property(locked, ({ s, t, locks }) => {
        const { ladder, confidence } = align(input(s, t, locks));
        const keys = ladderBeads(ladder).map(([x, y]) => `${x}|${y}`);
        const range = (a: number, b: number) => Array.from({ length: b - a }, (_, k) => a + k);
        for (const { i0, i1, j0, j1 } of locks) {
          const at = keys.indexOf(`${range(i0, i1)}|${range(j0, j1)}`);
          expect(at).toBeGreaterThanOrEqual(0);
          expect(confidence[at]).toBe(1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same answer for the same input and leaves it unchanged', () => {
    const once = Object.freeze([...EN, ...EN]) as string[];
    const twice = Object.freeze([...RO, ...RO]) as string[];
    expect(align(input(once, twice))).toEqual(align(input(once, twice)));
  });

  it('handles sizes 0, 1 and 2', () => {
    expect([...align(input([], [])).ladder]).toEqual([0, 0]);
    expect([...align(input(['A dog.'], [])).ladder]).toEqual([0, 0, 1, 0]);
    expect([...align(input([], ['Un câine.'])).ladder]).toEqual([0, 0, 0, 1]);
    expect([...align(input(['A dog.'], ['Un câine.'])).ladder]).toEqual([0, 0, 1, 1]);
    expect([
      ...align(input(['The dog barks.', 'The cat sleeps.'], ['Câinele latră. Pisica doarme.'])).ladder,
    ]).toEqual([0, 0, 2, 1]);
  });

  it('gives the mirrored answer when paragraphs are on the source side', () => {
    const there = align(input(EN.slice(0, 5), RO.slice(0, 4), [{ i0: 3, i1: 4, j0: 2, j1: 3 }]));
    const back = align({
      source: side('ro', RO.slice(0, 4)),
      target: side('en', EN.slice(0, 5)),
      locks: [{ i0: 2, i1: 3, j0: 3, j1: 4 }],
    });
    expect(ladderBeads(back.ladder)).toEqual(ladderBeads(there.ladder).map(([s, t]) => [t, s]));
  });

  it('refuses locks that do not fit, and names them', () => {
    expect(() => align(input(['a'], ['b'], [{ i0: 0, i1: 2, j0: 0, j1: 1 }]))).toThrow(RangeError);
    expect(() => align(input(['a'], ['b'], [{ i0: 0, i1: 0, j0: 0, j1: 0 }]))).toThrow(/lock \[0, 0\)/);
  });

  it('works without a lexicon and in languages it does not know', () => {
    const { ladder } = align({
      source: side('en', ['Napoleon came in 1812.', 'Nothing happened.', 'Kutuzov waited at Borodino.']),
      target: side('xx', ['Napoleon kam 1812.', 'Kutusow wartete bei Borodino.']),
      lexicon: null,
    });
    expect(ladderBeads(ladder)).toContainEqual([[0], [0]]);
    expect(ladderBeads(ladder)).toContainEqual([[2], [1]]);
  });

  it('reports progress up to 1 and stops when the callback throws', () => {
    const shares: number[] = [];
    align({ ...input(EN, RO), onProgress: (share) => shares.push(share) });
    expect(shares.at(-1)).toBe(1);
    const cancel = () => {
      throw new Error('cancelled');
    };
    expect(() => align({ ...input(EN, RO), onProgress: cancel })).toThrow('cancelled');
  });
});

describe('alignRun', () => {
  const source = Array.from({ length: 300 }, (_, k) => EN[k % 3]);
  const target = Array.from({ length: 200 }, (_, k) => RO[k % 2]);

  it('covers exactly the run, in units of the whole text', () => {
    const { ladder, confidence } = alignRun(input(source, target), { i0: 150, i1: 156, j0: 100, j1: 104 });
    expect([...ladder.slice(0, 2), ...ladder.slice(-2)]).toEqual([150, 100, 156, 104]);
    expect(confidence).toHaveLength(ladder.length / 2 - 1);
  });
  it('honours locks inside the run and ignores those outside', () => {
    const locks = [
      { i0: 0, i1: 1, j0: 0, j1: 1 },
      { i0: 152, i1: 153, j0: 101, j1: 102 },
    ];
    const { ladder } = alignRun(input(source, target, locks), { i0: 150, i1: 156, j0: 100, j1: 104 });
    expect(ladderBeads(ladder)).toContainEqual([[152], [101]]);
  });
  it('takes an empty side and refuses a run outside the text', () => {
    expect([...alignRun(input(source, target), { i0: 5, i1: 6, j0: 3, j1: 3 }).ladder]).toEqual([5, 3, 6, 3]);
    expect(() => alignRun(input(source, target), { i0: 299, i1: 301, j0: 0, j1: 1 })).toThrow(RangeError);
  });
});

describe('explain', () => {
  it('names what matched, by place, what is missing, and the length', () => {
    const why = explain(input(EN, RO), 2, 3, 1, 2);
    const text = (s: string, { start, end }: { start: number; end: number }) => s.slice(start, end);
    const pairs = why.matches.map(
      (m) => `${text(EN[m.source.segment], m.source)}=${text(RO[m.target.segment], m.target)}`,
    );
    expect(pairs).toEqual(expect.arrayContaining(['1998=1998', 'Maria=Maria', 'Berlin=Berlin']));
    expect(why.matches.every((m) => m.nats > 0)).toBe(true);
    expect(why.length.expected).toBeGreaterThan(0);
    const wrong = explain(input(EN, RO), 0, 1, 3, 4);
    expect(wrong.missing.source.map((m) => text(EN[0], m.place))).toContain('king');
    expect(wrong.missing.source.every((m) => m.nats < 0)).toBe(true);
  });
  it('gives a null bead no evidence', () => {
    expect(explain(input(EN, RO), 1, 2, 0, 0)).toMatchObject({ matches: [], length: { nats: 0 } });
  });
});
