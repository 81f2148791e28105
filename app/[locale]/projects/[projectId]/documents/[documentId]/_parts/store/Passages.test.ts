import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { makeText } from '@/lib/bitext/makeText';
import { contentOf } from '@/lib/bitext/segments';
import type { TextState } from '@/lib/bitext/types';
import { Passages, PIECE } from './Passages';

const TEXT = 'text';
/** A server that holds one text, and answers as the route does: clipped to what was asked for. */
function served(contents: readonly string[]) {
  const made = makeText(contents, 'en', 'paragraph');
  const text: TextState = { id: TEXT, lang: 'en', corrections: [], ...made };
  const fetchPiece = vi.fn(async (_: string, from: number, to: number) =>
    made.paragraphs
      .filter((p) => p.start < to && p.start + p.content.length > from)
      .map((p) => ({
        start: Math.max(p.start, from),
        content: p.content.slice(Math.max(0, from - p.start), to - p.start),
      })),
  );
  return { text, fetchPiece, passages: new Passages(fetchPiece, () => made.lengthUtf16) };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('Passages', () => {
  it('has the words of any span once it was wanted, whatever pieces it runs through', async () => {
    const paragraph = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' });
    await fc.assert(
      fc.asyncProperty(fc.array(paragraph, { minLength: 1 }), fc.nat(), fc.nat(), async (some, a, b) => {
        const { text, passages } = served(some.map((one) => one.repeat(400)));
        const length = text.borders.at(-1)!.at;
        const [start, end] = [a % length, b % length].sort((x, y) => x - y) as [number, number];
        passages.want(TEXT, { start, end });
        await settled();
        expect(passages.content(TEXT, { start, end })).toBe(contentOf(text, { start, end }));
      }),
      { numRuns: 60 },
    );
  });

  it('says nothing of words that are on their way, and fetches each piece once', async () => {
    const { passages, fetchPiece } = served(['a'.repeat(3 * PIECE)]);
    const span = { start: PIECE - 5, end: PIECE + 5 };
    passages.want(TEXT, span);
    passages.want(TEXT, span);
    expect(passages.content(TEXT, span)).toBeNull();
    await settled();
    expect(passages.content(TEXT, span)).toBe('a'.repeat(10));
    passages.want(TEXT, span);
    expect(fetchPiece).toHaveBeenCalledTimes(2);
  });

  it('asks again after a lost connection', async () => {
    vi.useFakeTimers();
    const { passages, fetchPiece } = served(['words']);
    fetchPiece.mockRejectedValueOnce(new Error('offline'));
    const told = vi.fn(() => passages.want(TEXT, { start: 0, end: 5 }));
    passages.subscribe(told);
    passages.want(TEXT, { start: 0, end: 5 });
    await vi.advanceTimersByTimeAsync(2500);
    expect(told).toHaveBeenCalled();
    expect(passages.content(TEXT, { start: 0, end: 5 })).toBe('words');
    vi.useRealTimers();
  });

  it('lets go of the pieces that were looked at longest ago', async () => {
    const { passages } = served(['x'.repeat(PIECE * 850)]);
    for (let piece = 0; piece < 850; piece++) {
      passages.want(TEXT, { start: piece * PIECE, end: piece * PIECE + 1 });
      if (piece % 40 === 39) await settled();
    }
    await settled();
    expect(passages.content(TEXT, { start: 0, end: 1 })).toBeNull();
    expect(passages.content(TEXT, { start: 849 * PIECE, end: 849 * PIECE + 1 })).toBe('x');
  });

  it('fetches what is in sight first, and nothing that was only passed by; what was wanted comes all the same', async () => {
    const { passages, fetchPiece } = served(['x'.repeat(PIECE * 900)]);
    passages.want(TEXT, { start: 800 * PIECE, end: 900 * PIECE });
    for (let piece = 0; piece < 600; piece += 2)
      passages.look([{ textId: TEXT, span: { start: piece * PIECE, end: piece * PIECE + 1 } }]);
    const order = () => fetchPiece.mock.calls.map(([, from]) => from / PIECE);
    const atOnce = order().length;
    expect(atOnce).toBeLessThan(100);
    await settled();
    expect(order()[atOnce]).toBe(598);
    expect(order().filter((piece) => piece < 600)).toEqual([598]);
    expect(order()).toHaveLength(101);
    expect(passages.content(TEXT, { start: 800 * PIECE, end: 900 * PIECE })).toHaveLength(100 * PIECE);
  });

  it('asks again for what is still in sight after a lost connection', async () => {
    vi.useFakeTimers();
    const { passages, fetchPiece } = served(['words']);
    fetchPiece.mockRejectedValueOnce(new Error('offline'));
    passages.look([{ textId: TEXT, span: { start: 0, end: 5 } }]);
    await vi.advanceTimersByTimeAsync(2500);
    expect(passages.content(TEXT, { start: 0, end: 5 })).toBe('words');
    vi.useRealTimers();
  });
});
