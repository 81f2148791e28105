import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beadsHoldingAny, packedId, unpackBeads, unpackText } from './packed';

/** Ends of beads of random lengths, some of them empty. */
const lengths = fc.array(fc.nat(3), { minLength: 1, maxLength: 40 });
const endsOf = (all: readonly number[]): Int32Array => {
  let at = 0;
  return Int32Array.from(all, (one) => {
    at += one;
    return at;
  });
};

describe('beadsHoldingAny', () => {
  it('finds what looking at every bead finds', () => {
    fc.assert(
      fc.property(lengths, fc.array(fc.nat(120)), (all, some) => {
        const ends = endsOf(all);
        const offsets = some.sort((a, b) => a - b);
        const held = offsets.flatMap((at) => {
          const k = ends.findIndex((end, n) => (ends[n - 1] ?? 0) <= at && at < end);
          return k < 0 ? [] : [k];
        });
        expect(beadsHoldingAny(ends, offsets)).toEqual([...new Set(held)]);
      }),
    );
  });
});

describe('unpackBeads', () => {
  it('makes the chain that the ends tell of', () => {
    fc.assert(
      fc.property(lengths, lengths, (a, b) => {
        const count = Math.min(a.length, b.length);
        const ids = Array.from({ length: count }, (_, k) => String(k).padStart(36, '0'));
        const [sourceEnds, targetEnds] = [endsOf(a.slice(0, count)), endsOf(b.slice(0, count))];
        const packed = { ids: ids.join(''), sourceEnds, targetEnds };
        const { beads } = unpackBeads({ id: 'b', sourceTextId: 's', targetTextId: 't' }, packed);
        expect(beads.map(({ id }) => id)).toEqual(ids);
        expect(ids.map((_, k) => packedId(packed, k))).toEqual(ids);
        expect(beads.map(({ source }) => source.end - source.start)).toEqual(a.slice(0, count));
        expect(beads.map(({ target }) => target.end - target.start)).toEqual(b.slice(0, count));
      }),
    );
  });
});

describe('unpackText', () => {
  it('has the paragraphs and the borders where they were', () => {
    const text = unpackText({
      ...{ id: 't', lang: 'vi', contents: ['ab', 'cde'], corrections: [] },
      ...{ starts: Int32Array.of(0, 2), borders: Int32Array.of(0, 2, 5) },
    });
    expect(text.paragraphs).toEqual([
      { start: 0, content: 'ab' },
      { start: 2, content: 'cde' },
    ]);
    expect(text.borders.map(({ at }) => at)).toEqual([0, 2, 5]);
  });
});
