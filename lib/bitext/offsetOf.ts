import { contentOf, correctionsIn, readingOf } from './segments';
import type { Span, TextState } from './types';

/**
 * Where a caret in the trimmed reading of a segment stands in the text as imported: after the white
 * space that follows it, so that a new segment begins with a letter. Null at either end, when the
 * reading on the screen is not the stored one, and inside a correction, which can't be cut.
 */
export function offsetOf(text: TextState, segment: Span, shown: string, caret: number): number | null {
  const reading = readingOf(text, segment);
  if (reading.trim() !== shown.trim()) return null;
  let rest =
    reading.length - reading.trimStart().length + (caret - (shown.length - shown.trimStart().length));
  let at = segment.start;
  for (const { start, end, reading: replaced } of correctionsIn(text, segment)) {
    if (rest <= start - at) break;
    if (rest < start - at + replaced.length) return null;
    rest -= start - at + replaced.length;
    at = end;
  }
  at += rest;
  const corrections = correctionsIn(text, segment);
  const stop = corrections.find((c) => c.start >= at)?.start ?? segment.end;
  const after = contentOf(text, { start: at, end: stop });
  at += after.length - after.trimStart().length;
  if (at <= segment.start || at >= segment.end || corrections.some((c) => c.start < at && at < c.end))
    return null;
  // Behind an addition, which stands at the very place where it begins, there is nothing to cut.
  const first = readingOf(text, { start: segment.start, end: at });
  return first.trim() ===
    shown
      .trimStart()
      .slice(0, caret - (shown.length - shown.trimStart().length))
      .trim()
    ? at
    : null;
}
