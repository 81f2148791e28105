import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandOf, intents } from '@/tests/helpers/randomCommand';
import { LAN, randomDocument } from '@/tests/helpers/randomDocument';
import { applyCommands } from './applyCommands';
import { offsetOf } from './offsetOf';
import { readingOf, segmentsIn } from './segments';
import type { TextState } from './types';

const CONTEXT = { actorId: LAN, at: '2026-01-01T00:00:00.000Z', selfReview: false };
const plain: TextState = {
  id: 't',
  lang: 'en',
  paragraphs: [{ start: 0, content: ' Hello  big world. ' }],
  borders: [
    { at: 0, kind: 'paragraph' },
    { at: 19, kind: 'paragraph' },
  ],
  corrections: [],
};
const all = { start: 0, end: 19 };

describe('offsetOf', () => {
  it('counts from the first letter shown, and goes on to the next one', () => {
    expect(offsetOf(plain, all, 'Hello  big world.', 5)).toBe(8);
    expect(offsetOf(plain, all, 'Hello  big world.', 9)).toBe(10);
  });
  it('has no place at either end, nor where something else is shown', () => {
    expect(offsetOf(plain, all, 'Hello  big world.', 17)).toBeNull();
    expect(
      offsetOf({ ...plain, paragraphs: [{ start: 0, content: 'Hello' }] }, { start: 0, end: 5 }, 'Hello', 0),
    ).toBeNull();
    expect(offsetOf(plain, all, 'Hello small world.', 5)).toBeNull();
  });
  it('steps over corrections and refuses their inside', () => {
    const corrected = { ...plain, corrections: [{ start: 8, end: 11, old: 'big', reading: 'enormous' }] };
    const shown = 'Hello  enormous world.';
    expect(offsetOf(corrected, all, shown, 7)).toBe(8);
    expect(offsetOf(corrected, all, shown, 9)).toBeNull();
    expect(offsetOf(corrected, all, shown, 15)).toBe(12);
  });
  it('names only places that can be cut, and splits the reading at the caret', () => {
    let cuts = 0;
    fc.assert(
      fc.property(fc.nat(), intents(0, 20), fc.nat(60), (seed, wishes, caret) => {
        let state = randomDocument(seed);
        for (const [n, wish] of wishes.entries()) {
          if (wish.type !== 'correct' && wish.type !== 'cutSegment') continue;
          const edited = applyCommands(state, [commandOf(state, wish, n)], CONTEXT);
          if (edited.ok) state = edited.value.state;
        }
        for (const text of Object.values(state.texts)) {
          for (const segment of segmentsIn(text, { start: 0, end: text.borders.at(-1)!.at })) {
            const shown = readingOf(text, segment).trim();
            if (caret > shown.length || /[\uDC00-\uDFFF]/.test(shown[caret] ?? '')) continue;
            const at = offsetOf(text, segment, shown, caret);
            if (at === null) continue;
            cuts++;
            const cut = applyCommands(state, [{ type: 'cutSegment', text: text.id, at }], CONTEXT);
            expect(cut.ok && cut.value.change.borders).toHaveLength(1);
            const after = cut.ok && cut.value.state.texts[text.id]!;
            expect(after && readingOf(after, { start: segment.start, end: at }).trim()).toBe(
              shown.slice(0, caret).trim(),
            );
          }
        }
      }),
      { numRuns: 1500 },
    );
    expect(cuts).toBeGreaterThan(300);
  });
});
