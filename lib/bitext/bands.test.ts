import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandOf, intents } from '@/tests/helpers/randomCommand';
import { LAN, randomDocument } from '@/tests/helpers/randomDocument';
import { applyCommands } from './applyCommands';
import { bandRows, bandRowsAfter } from './bandRows';
import { bandsOf } from './bands';
import { findBead, positionOf } from './find';
import { segmentsIn } from './segments';
import { type BitextState, type DocumentState, isEmpty } from './types';

const CONTEXT = { actorId: LAN, at: '2026-01-01T00:00:00.000Z', selfReview: false };

/** Documents at work; now and then one whose second translation has not been aligned. */
const document = fc.tuple(fc.nat(), intents(0, 20), fc.nat(4)).map(([seed, wishes, dice]) => {
  let state = randomDocument(seed);
  for (const [n, wish] of wishes.entries()) {
    const edited = applyCommands(state, [commandOf(state, wish, n)], CONTEXT);
    if (edited.ok) state = edited.value.state;
  }
  const [first, second] = Object.values(state.bitexts);
  const bitexts =
    dice === 0 ? [first!, { ...second!, beads: [] }] : dice === 1 ? [first!] : [first!, second!];
  return { state, bitexts };
});

const referenceOf = (state: DocumentState, bitexts: readonly BitextState[]) =>
  state.texts[bitexts[0]!.sourceTextId]!;
const check = (property: (state: DocumentState, bitexts: BitextState[]) => void) =>
  fc.assert(
    fc.property(document, ({ state, bitexts }) => property(state, bitexts)),
    { numRuns: 500 },
  );

describe('bandsOf', () => {
  it('puts every bead into exactly one band, in order', () => {
    check((state, bitexts) => {
      const bands = bandsOf(referenceOf(state, bitexts), bitexts);
      for (const { id, beads } of bitexts)
        expect(bands.flatMap((band) => band.cells[id]!.map((cell) => cell.bead.id))).toEqual(
          beads.map((b) => b.id),
        );
    });
  });

  it('covers the reference text once, segment by segment', () => {
    check((state, bitexts) => {
      const reference = referenceOf(state, bitexts);
      const bands = bandsOf(reference, bitexts);
      const shown = bands.flatMap((band) => band.slots.flatMap((slot) => slot.segment ?? []));
      expect(shown).toEqual(segmentsIn(reference, { start: 0, end: reference.borders.at(-1)!.at }));
      let at = 0;
      let segments = 0;
      for (const band of bands) {
        expect(band.reference.start).toBe(at);
        expect(band.firstSegment).toBe(segments);
        at = band.reference.end;
        segments += band.slots.filter((slot) => slot.segment).length;
      }
      expect(new Set(bands.map((band) => band.id)).size).toBe(bands.length);
    });
  });

  it('ends where all bitexts have a bead border, and as soon as they do', () => {
    check((state, bitexts) => {
      const reference = referenceOf(state, bitexts);
      const aligned = bitexts.filter((bitext) => bitext.beads.length);
      const common = reference.borders
        .map((border) => border.at)
        .filter((at) =>
          aligned.every(({ beads }) => !beads.some((b) => b.source.start < at && at < b.source.end)),
        );
      const ends = bandsOf(reference, bitexts)
        .filter((band) => !isEmpty(band.reference))
        .map((b) => b.reference.end);
      expect([0, ...ends]).toEqual(common);
    });
  });

  it('lets a bead span exactly the slots of its segments, and gives each addition one of its own', () => {
    check((state, bitexts) => {
      for (const band of bandsOf(referenceOf(state, bitexts), bitexts)) {
        for (const cells of Object.values(band.cells)) {
          let last = 0;
          for (const { bead, from, to } of cells) {
            expect(from).toBeGreaterThanOrEqual(last);
            expect(to).toBeGreaterThan(from);
            expect(to).toBeLessThanOrEqual(band.slots.length);
            last = to;
            const own = band.slots.slice(from, to).flatMap((slot) => slot.segment ?? []);
            if (isEmpty(bead.source)) expect([to - from, own]).toEqual([1, []]);
            else expect([own[0]?.start, own.at(-1)?.end]).toEqual([bead.source.start, bead.source.end]);
          }
        }
      }
    });
  });

  it('is empty for an empty document and a row a sentence before anything is aligned', () => {
    const state = randomDocument(3);
    const [bitext] = Object.values(state.bitexts);
    const reference = referenceOf(state, [bitext!]);
    const bands = bandsOf(reference, [{ ...bitext!, beads: [] }]);
    expect(bands).toHaveLength(reference.borders.length - 1);
    expect(bandsOf({ ...reference, borders: [], paragraphs: [] }, [])).toEqual([]);
  });
});

describe('bandRowsAfter', () => {
  it('says what counting anew says, after every edit, and keeps its numbers where nothing moved', () => {
    fc.assert(
      fc.property(fc.nat(), intents(1, 20), (seed, wishes) => {
        let state = randomDocument(seed);
        let rows = bandRows(referenceOf(state, Object.values(state.bitexts)), Object.values(state.bitexts));
        for (const [n, wish] of wishes.entries()) {
          const command = commandOf(state, wish, n);
          const edited = applyCommands(state, [command], CONTEXT);
          if (!edited.ok) continue;
          state = edited.value.state;
          const bitexts = Object.values(state.bitexts);
          const next = bandRowsAfter(rows, referenceOf(state, bitexts), bitexts);
          expect(next).toEqual(bandRows(referenceOf(state, bitexts), bitexts));
          if (command.type === 'confirm' || command.type === 'comment')
            expect(next.segments).toBe(rows.segments);
          rows = next;
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('positionOf', () => {
  it('knows every bead after any edits, those that moved nothing too', () => {
    fc.assert(
      fc.property(fc.nat(), intents(1, 20), (seed, wishes) => {
        let state = randomDocument(seed);
        for (const [n, wish] of wishes.entries()) {
          // Looked up before the edit, so that there is something to share.
          for (const { beads } of Object.values(state.bitexts)) findBead(state, beads[0]?.id ?? '');
          const edited = applyCommands(state, [commandOf(state, wish, n)], CONTEXT);
          if (edited.ok) state = edited.value.state;
          for (const bitext of Object.values(state.bitexts))
            for (const [k, bead] of bitext.beads.entries()) expect(positionOf(bitext, bead.id)).toBe(k);
        }
      }),
      { numRuns: 200 },
    );
  });
});
