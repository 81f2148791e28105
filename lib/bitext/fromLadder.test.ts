import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenRules } from '@/tests/helpers/brokenRules';
import { idOf, randomDocument } from '@/tests/helpers/randomDocument';
import { beadsFromLadder, segmentIndex } from './fromLadder';
import { replaceRun } from './replaceRun';
import { type Bead, type Border, isLocked, isNull } from './types';

const P = (at: number): Border => ({ at, kind: 'paragraph' });
const S = (at: number): Border => ({ at, kind: 'sentence' });
const ids = () => {
  let n = 0;
  return () => idOf(3, 500 + n++);
};
const spans = (beads: readonly Bead[]) =>
  beads.map(({ source, target }) => [source.start, source.end, target.start, target.end]);

/** A document and the ladder of another alignment of its first bitext, with its locked beads in it. */
const realigned = fc.tuple(fc.nat(), fc.nat()).map(([seed, other]) => {
  const state = randomDocument(seed);
  const bitext = Object.values(state.bitexts)[0]!;
  const [source, target] = [state.texts[bitext.sourceTextId]!, state.texts[bitext.targetTextId]!];
  const steps: number[][] = [[0, 0]];
  const locks: { i0: number; i1: number; j0: number; j1: number }[] = [];
  for (const [k, bead] of bitext.beads.entries()) {
    const i1 = segmentIndex(source.borders, bead.source.end);
    const j1 = segmentIndex(target.borders, bead.target.end);
    if (isLocked(bead)) {
      const [i0, j0] = [
        segmentIndex(source.borders, bead.source.start),
        segmentIndex(target.borders, bead.target.start),
      ];
      if (steps.at(-1)!.join() !== `${i0},${j0}`) steps.push([i0, j0]);
      locks.push({ i0, i1, j0, j1 });
      steps.push([i1, j1]);
    } else if ((other >> (k % 20)) & 1 || k === bitext.beads.length - 1) steps.push([i1, j1]);
  }
  const ladder = { ladder: steps.flat(), confidence: steps.slice(1).map((_, k) => (k % 10) / 10) };
  return { state, bitext, source, target, ladder, locks };
});

describe('beadsFromLadder', () => {
  it('covers both sides once, with every lock whole', () => {
    fc.assert(
      fc.property(realigned, ({ state, bitext, source, target, ladder, locks }) => {
        const beads = beadsFromLadder(ladder, source.borders, target.borders, ids(), locks);
        expect(
          brokenRules({ ...state, comments: [], bitexts: { [bitext.id]: { ...bitext, beads } } }),
        ).toEqual([]);
        for (const lock of bitext.beads.filter(isLocked))
          expect(spans(beads)).toContainEqual(spans([lock])[0]);
        const fixed = new Set(spans(bitext.beads.filter(isLocked)).map(String));
        for (const bead of beads.filter((b) => isNull(b) && !fixed.has(String(spans([b])[0])))) {
          const [side, text] =
            bead.source.start < bead.source.end ? [bead.source, source] : [bead.target, target];
          const inside = text.borders.filter(
            (b) => b.kind === 'paragraph' && side.start < b.at && b.at < side.end,
          );
          expect(inside).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('makes one null bead a paragraph, as sure as its weakest part', () => {
    const ladder = { ladder: [0, 0, 1, 0, 2, 0, 3, 0, 4, 1], confidence: [0.9, 0.81234567, 0.7, 0.6] };
    const beads = beadsFromLadder(ladder, [P(0), S(5), P(9), S(12), P(20)], [P(0), P(30)], ids());
    expect(spans(beads)).toEqual([
      [0, 9, 0, 0],
      [9, 12, 0, 0],
      [12, 20, 0, 30],
    ]);
    expect(beads.map((bead) => bead.confidence)).toEqual([0.8123, 0.7, 0.6]);
  });

  it('takes a null that runs over several paragraphs apart, and leaves a locked one whole', () => {
    const ladder = { ladder: [0, 0, 0, 2, 1, 2], confidence: [0.5, 0.5] };
    const texts = [
      [P(0), P(9)],
      [P(0), P(4), P(8)],
    ] as const;
    expect(spans(beadsFromLadder(ladder, ...texts, ids()))).toEqual([
      [0, 0, 0, 4],
      [0, 0, 4, 8],
      [0, 9, 8, 8],
    ]);
    const locked = beadsFromLadder(ladder, ...texts, ids(), [{ i0: 0, i1: 0, j0: 0, j1: 2 }]);
    expect(spans(locked)[0]).toEqual([0, 0, 0, 8]);
  });
});

describe('replaceRun', () => {
  it('turns the one alignment into the other, and leaves what is the same alone', () => {
    fc.assert(
      fc.property(realigned, ({ bitext, source, target, ladder, locks }) => {
        const made = beadsFromLadder(ladder, source.borders, target.borders, ids(), locks);
        const rows = replaceRun(bitext.beads, made);
        const touched = new Set(rows.flatMap((row) => row.before?.id ?? []));
        const after = [
          ...bitext.beads.filter((b) => !touched.has(b.id)),
          ...rows.flatMap((row) => row.after ?? []),
        ];
        expect(new Set(spans(after).map(String))).toEqual(new Set(spans(made).map(String)));
        expect(after).toHaveLength(made.length);
        for (const lock of bitext.beads.filter(isLocked)) expect(after).toContain(lock);
        const again = replaceRun(made, made);
        expect(again).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses to break a locked bead', () => {
    const { bitexts } = randomDocument(5);
    const beads = Object.values(bitexts)[0]!.beads.map((bead) => ({ ...bead, status: 'confirmed' as const }));
    expect(() => replaceRun(beads, beads.slice(1))).toThrow(RangeError);
  });
});
