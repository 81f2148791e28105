import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesLetters, minimalCorrection } from './correction';
import { contentOf, readingOf } from './segments';

/** Any Unicode: letters with marks, emoji, joined emoji; no halves of characters. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom('a', 'ă', 'a\u0306', '\u0301', '🙂', '🙃', '👩‍👧', ' ', '.'),
    maxLength: 8,
  }),
);
const isWhole = (value: string) => !/\p{Cs}/u.test(value);

describe('minimalCorrection', () => {
  it('reads as was typed, over a text that stays as it was', () => {
    fc.assert(
      fc.property(text, fc.string({ minLength: 1 }), text, text, (before, original, after, reading) => {
        const start = before.length;
        const span = { start, end: start + original.length };
        const correction = minimalCorrection(span, original, reading);
        const state = {
          paragraphs: [{ start: 0, content: before + original + after }],
          corrections: correction ? [correction] : [],
        };
        expect(readingOf(state, span)).toBe(reading);
        expect(contentOf(state, span)).toBe(original);
        expect(correction === null).toBe(original === reading);
      }),
      { numRuns: 2000 },
    );
  });

  it('begins inside its segment and never cuts a character in half', () => {
    fc.assert(
      fc.property(
        text.filter((value) => value.length > 0 && isWhole(value)),
        text.filter(isWhole),
        (original, reading) => {
          const correction = minimalCorrection({ start: 7, end: 7 + original.length }, original, reading);
          if (!correction) return;
          expect(correction.start).toBeGreaterThanOrEqual(7);
          expect(correction.start).toBeLessThan(7 + original.length);
          expect(correction.end).toBeLessThanOrEqual(7 + original.length);
          expect(isWhole(correction.old) && isWhole(correction.reading)).toBe(true);
          expect(original.slice(correction.start - 7, correction.end - 7)).toBe(correction.old);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['a word', 'teh cat', 'the cat', { start: 1, end: 3, old: 'eh', reading: 'he' }],
    ['an addition at the end', 'cat', 'cats', { start: 2, end: 3, old: 't', reading: 'ts' }],
    ['an addition at the start', 'cat', 'a cat', { start: 0, end: 0, old: '', reading: 'a ' }],
    ['one emoji for another', 'x🙂', 'x🙃', { start: 1, end: 3, old: '🙂', reading: '🙃' }],
    ['a repeated letter', 'aa', 'a', { start: 1, end: 2, old: 'a', reading: '' }],
  ])('takes no more than it must: %s', (_, original, reading, expected) => {
    expect(minimalCorrection({ start: 0, end: original.length }, original, reading)).toEqual(expected);
  });
});

describe('changesLetters', () => {
  it.each([
    ['Anna, yes', 'Anna - yes!', false],
    ['Ti\u1ebfng', 'Tie\u0302\u0301ng', false],
    ['nu-l', 'nul', false],
    ['ma', 'mà', true],
    ['1877', '1878', true],
    ['Anna', 'anna', true],
  ])('%s to %s: %s', (before, after, expected) => {
    expect(changesLetters(before, after)).toBe(expected);
  });
});
