import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, invert } from './change';
import { type AttachedBead, planAttach } from './planAttach';
import type { Bead, DocumentState } from './types';

/** Texts of ten letters, each a segment, with beads over them at the given cuts. */
const borders = Array.from({ length: 11 }, (_, at) => ({ at, kind: 'paragraph' as const }));
const textOf = (id: string) => ({
  ...{ id, lang: id, borders, corrections: [] },
  paragraphs: [{ start: 0, content: 'abcdefghij' }],
});
type Cut = readonly [number, number];
const spans = (cuts: readonly Cut[]) =>
  cuts
    .slice(1)
    .map(([s, t], k) => ({ source: { start: cuts[k][0], end: s }, target: { start: cuts[k][1], end: t } }));
const stateOf = (cuts: readonly Cut[], locked: (k: number) => boolean = () => false): DocumentState => ({
  texts: { en: textOf('en'), vi: textOf('vi') },
  comments: [],
  bitexts: {
    b: {
      ...{ id: 'b', sourceTextId: 'en', targetTextId: 'vi' },
      beads: spans(cuts).map(
        (span, k): Bead => ({
          ...span,
          ...{ id: `old${k}`, origin: 'machine', confidence: 0.5, authors: [], revision: 1 },
          status: locked(k) ? 'confirmed' : 'machine',
          // Only nulls have one, and confirmed ones need it.
          reason:
            span.source.start === span.source.end || span.target.start === span.target.end ? 'omitted' : null,
        }),
      ),
    },
  },
});
const fileOf = (cuts: readonly Cut[]): AttachedBead[] =>
  spans(cuts).map((span) => ({ ...span, confidence: null, reason: null, confirmed: false }));
const wishes = (replaceLocked = false) => {
  let made = 0;
  return { newId: () => `new${made++}`, actorId: 'me', replaceLocked };
};
/** Random steps from 0, 0 to 10, 10. */
const cuts = fc.array(fc.tuple(fc.nat(10), fc.nat(10)), { maxLength: 9 }).map((points): Cut[] => {
  const [s, t] = [
    points.map((one) => one[0]).sort((a, b) => a - b),
    points.map((one) => one[1]).sort((a, b) => a - b),
  ];
  const all: Cut[] = [[0, 0], ...s.map((at, k): Cut => [at, t[k]]), [10, 10]];
  return all.filter(([i, j], k) => k === 0 || i !== all[k - 1][0] || j !== all[k - 1][1]);
});

describe('planAttach', () => {
  it('leaves alone what stands where the file has it, and replaces the rest', () => {
    const state = stateOf([
      [0, 0],
      [2, 2],
      [5, 4],
      [10, 10],
    ]);
    const plan = planAttach(
      state,
      'b',
      fileOf([
        [0, 0],
        [2, 2],
        [6, 6],
        [10, 10],
      ]),
      wishes(),
    );
    expect(plan).toMatchObject({ kept: 1, made: 2, gone: 2, lockedGone: 0, clipped: 0 });
    expect(applyChange(state, plan.change).bitexts.b.beads.map((bead) => [bead.id, bead.origin])).toEqual([
      ['old0', 'machine'],
      ['new0', 'import'],
      ['new1', 'import'],
    ]);
  });
  it('holds the file to the walls, and replaces them only when it is told to', () => {
    const state = stateOf(
      [
        [0, 0],
        [3, 3],
        [6, 6],
        [10, 10],
      ],
      (k) => k === 1,
    );
    const file = fileOf([
      [0, 0],
      [4, 4],
      [10, 10],
    ]);
    const kept = planAttach(state, 'b', file, wishes());
    expect(applyChange(state, kept.change).bitexts.b.beads.map((b) => [b.source.end, b.target.end])).toEqual([
      [3, 3],
      [6, 6],
      [10, 10],
    ]);
    expect(kept).toMatchObject({ lockedGone: 0, clipped: 2, made: 0 });
    const replaced = planAttach(state, 'b', file, wishes(true));
    expect(replaced).toMatchObject({ lockedGone: 1, made: 2, gone: 3 });
  });
  it('cuts a segment where a bead begins inside it', () => {
    const state = stateOf([
      [0, 0],
      [10, 10],
    ]);
    const cut = { ...state.texts.vi, borders: [borders[0], borders[10]] };
    const plan = planAttach(
      { ...state, texts: { ...state.texts, vi: cut } },
      'b',
      fileOf([
        [0, 0],
        [5, 4],
        [10, 10],
      ]),
      wishes(),
    );
    expect(plan.cuts).toEqual({ source: 0, target: 1 });
    expect(plan.change.borders).toEqual([{ textId: 'vi', before: null, after: { at: 4, kind: 'editor' } }]);
  });
  it('covers both texts once, keeps every wall, and is undone by its mirror', () => {
    fc.assert(
      fc.property(
        cuts,
        cuts,
        fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        (old, file, locks) => {
          const state = stateOf(old, (k) => locks[k]);
          const { change } = planAttach(state, 'b', fileOf(file), wishes());
          const after = applyChange(state, change);
          let [s, t] = [0, 0];
          for (const { source, target } of after.bitexts.b.beads) {
            expect([source.start, target.start]).toEqual([s, t]);
            [s, t] = [source.end, target.end];
          }
          expect([s, t]).toEqual([10, 10]);
          for (const wall of state.bitexts.b.beads.filter(({ status }) => status === 'confirmed'))
            expect(after.bitexts.b.beads).toContainEqual(wall);
          expect(applyChange(after, invert(change)).bitexts.b.beads).toEqual(state.bitexts.b.beads);
        },
      ),
      { numRuns: 500 },
    );
  });
});
