import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomDocument } from '@/tests/helpers/randomDocument';
import { makeText } from './makeText';
import { progressOf } from './progress';
import { contentOf, readingOf, segmentsIn } from './segments';
import { BEAD_STATUSES, isNull } from './types';

const paragraphs = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), {
  minLength: 1,
  maxLength: 6,
});

describe('makeText', () => {
  it('keeps every paragraph as it came, and covers it with segments', () => {
    fc.assert(
      fc.property(
        paragraphs,
        fc.constantFrom('sentence' as const, 'paragraph' as const),
        (contents, unit) => {
          const made = makeText(contents, 'en', unit);
          const text = { ...made, id: 't', lang: 'en', corrections: [] };
          expect(made.lengthUtf16).toBe(contents.join('').length);
          for (const [k, { start, content }] of made.paragraphs.entries())
            expect(contentOf(text, { start, end: start + content.length })).toBe(contents[k]);
          const segments = segmentsIn(text, { start: 0, end: made.lengthUtf16 });
          expect(segments.map((segment) => readingOf(text, segment)).join('')).toBe(contents.join(''));
          expect(segments.every(({ start, end }) => start < end)).toBe(true);
          if (unit === 'paragraph') expect(segments).toHaveLength(contents.length);
        },
      ),
    );
  });
  it('begins a segment with each sentence', () => {
    const { borders } = makeText(['Anna wept. Levin mowed.', 'Dusk.'], 'en', 'sentence');
    expect(borders).toEqual([
      { at: 0, kind: 'paragraph' },
      { at: 11, kind: 'sentence' },
      { at: 23, kind: 'paragraph' },
      { at: 28, kind: 'paragraph' },
    ]);
  });
});

describe('progressOf', () => {
  it('counts every bead once by its status', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { beads } = Object.values(randomDocument(seed).bitexts)[0]!;
        const progress = progressOf(beads, new Set([beads[0]!.id, 'elsewhere']));
        expect(progress.beads).toBe(beads.length);
        for (const status of BEAD_STATUSES)
          expect(progress[status]).toBe(beads.filter((b) => b.status === status).length);
        expect(progress.nulls).toBe(beads.filter(isNull).length);
        expect(progress.unreasoned).toBe(beads.filter((b) => isNull(b) && !b.reason).length);
        expect(progress.disputed).toBe(1);
      }),
    );
  });
});
