import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandRows, rowOfOffset, startOfRow } from '@/lib/bitext/bandRows';
import { bandsOf } from '@/lib/bitext/bands';
import type { Bead, DocumentState } from '@/lib/bitext/types';
import { randomDocument } from '@/tests/helpers/randomDocument';
import {
  type BeadTest,
  bandOfPlace,
  beadsOfPlace,
  estimateHeight,
  gridRows,
  keyOfPlace,
  placeOfBead,
  sameLayout,
} from './gridRows';
import { nextBead, nextInOrder, nextWaiting } from './gridSteps';

const partsOf = (state: DocumentState) => {
  const bitexts = Object.values(state.bitexts);
  return { bitexts, reference: state.texts[bitexts[0]!.sourceTextId]! };
};
const gridOf = (state: DocumentState, test: BeadTest | null = null) => {
  const { bitexts, reference } = partsOf(state);
  return gridRows(bandRows(reference, bitexts), test);
};
const documents = fc.nat(500).map((seed) => randomDocument(seed));
const even: BeadTest = (bead) => bead.source.start % 2 === 0;

describe('gridRows', () => {
  it('shows the bands that hold a bead which passes, in order, each bead in its place', () => {
    fc.assert(
      fc.property(documents, fc.boolean(), (state, filtered) => {
        const test = filtered ? even : null;
        const grid = gridOf(state, test);
        const { bitexts, reference } = partsOf(state);
        const wanted = bandsOf(reference, bitexts).filter(
          (band) => !test || bitexts.some(({ id }) => band.cells[id]!.some(({ bead }) => test(bead, id))),
        );
        const places = Array.from({ length: grid.count }, (_, place) => place);
        expect(places.map((place) => bandOfPlace(grid, place))).toEqual(wanted);
        for (const { id, beads } of bitexts)
          for (const [index, bead] of beads.entries()) {
            const place = placeOfBead(grid, id, index);
            const shown = wanted.some((band) => band.cells[id]!.some((cell) => cell.bead === bead));
            expect(place >= 0).toBe(shown);
            if (shown) expect(beadsOfPlace(grid, place, id)).toContain(bead);
          }
        const keys = places.map((place) => keyOfPlace(grid, place));
        expect(new Set(keys).size).toBe(keys.length);
        expect(places.every((place) => estimateHeight(grid, place) > 0)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('finds the row of any offset', () => {
    fc.assert(
      fc.property(documents, fc.nat(), (state, dice) => {
        const { rows } = gridOf(state);
        const end = rows.reference.borders.at(-1)!.at;
        const at = dice % end;
        const row = rowOfOffset(rows, at);
        expect(startOfRow(rows, row)).toBeLessThanOrEqual(at);
        expect(startOfRow(rows, row + 1)).toBeGreaterThan(at);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps its layout while beads change and borders do not', () => {
    const state = randomDocument(5);
    const [first] = Object.values(state.bitexts);
    const beads = first!.beads.map((bead) => ({ ...bead, status: 'confirmed' as const }));
    const confirmed = { ...state, bitexts: { ...state.bitexts, [first!.id]: { ...first!, beads } } };
    expect(sameLayout(gridOf(state), gridOf(confirmed))).toBe(true);
    expect(sameLayout(gridOf(state), gridOf(state, even))).toBe(
      gridOf(state, even).count === gridOf(state).count,
    );
    expect(sameLayout(gridOf(state), gridOf(randomDocument(6)))).toBe(false);
  });
});

describe('nextBead', () => {
  it('goes one by one through what is in view, to either end and no further', () => {
    fc.assert(
      fc.property(documents, (state) => {
        const grid = gridOf(state, even);
        for (const bitext of Object.values(state.bitexts)) {
          const inView = bitext.beads.filter((_, index) => placeOfBead(grid, bitext.id, index) >= 0);
          const walked: Bead[] = [];
          let bead = nextBead(grid, bitext, -1, 1);
          while (bead && bead !== walked.at(-1)) {
            walked.push(bead);
            bead = nextBead(grid, bitext, bitext.beads.indexOf(bead), 1);
          }
          expect(walked).toEqual(inView);
          expect(nextBead(grid, bitext, 0, Number.POSITIVE_INFINITY)).toBe(inView.at(-1));
          expect(nextBead(grid, bitext, 0, Number.NEGATIVE_INFINITY)).toBe(inView[0]);
          expect(nextInOrder(grid, bitext.id, 0)).toBe(inView[0]);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('nextWaiting', () => {
  const waits = (bead: Bead) => bead.status === 'machine';
  const first = (one: DocumentState) => Object.values(one.bitexts)[0]!;
  // Several wait, and several don't.
  const state = Array.from({ length: 200 }, (_, seed) => randomDocument(seed)).find(
    (one) => first(one).beads.filter(waits).length > 3 && !first(one).beads.every(waits),
  )!;
  const bitext = first(state);
  const grid = gridOf(state);

  it('goes on in order and then from the start, never to where one is', () => {
    const waiting = bitext.beads.filter(waits);
    let at = bitext.beads.indexOf(waiting[0]!);
    const met = waiting.map(() => {
      const next = nextWaiting(grid, bitext, at, 'text', waits)!;
      at = bitext.beads.indexOf(next);
      return next;
    });
    expect(met).toEqual([...waiting.slice(1), waiting[0]]);
    expect(nextWaiting(grid, bitext, 0, 'text', () => false)).toBeUndefined();
  });

  it('or to the one that is doubted most', () => {
    const others = bitext.beads.filter((bead, index) => index !== 0 && waits(bead));
    const doubted = nextWaiting(grid, bitext, 0, 'doubt', waits)!;
    expect(others.every((bead) => bead.confidence! >= doubted.confidence!)).toBe(true);
  });
});
