import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutAtMarks, type Mark } from './marks';

const mark = fc.record({
  start: fc.integer({ min: -2, max: 30 }),
  end: fc.integer({ min: -2, max: 34 }),
  look: fc.constantFrom('match' as const, 'missing' as const, 'hit' as const),
  pair: fc.integer({ min: -1, max: 5 }),
});

test('cutAtMarks loses no letter, whatever the marks, and marks nothing twice', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(mark), (reading, marks: Mark[]) => {
      const pieces = cutAtMarks(reading, marks);
      expect(pieces.map((piece) => piece.text).join('')).toBe(reading);
      let at = 0;
      for (const { text, mark } of pieces) {
        if (mark) expect([mark.start, mark.end]).toEqual([at, at + text.length]);
        at += text.length;
      }
    }),
  );
});
