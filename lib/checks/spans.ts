import type { Span } from '@/lib/bitext/types';

/** Where `pattern`, which has the flag g, stands in `text`. */
export function spansOf(text: string, pattern: RegExp): Span[] {
  const spans: Span[] = [];
  // Not `matchAll`, which makes a copy of the pattern each time.
  pattern.lastIndex = 0;
  for (let hit = pattern.exec(text); hit; hit = pattern.exec(text))
    if (hit[0] !== '') spans.push({ start: hit.index, end: hit.index + hit[0].length });
    else pattern.lastIndex++;
  return spans;
}

/** A few words for a message, never a whole page of them. */
export const listed = (items: readonly string[]): string =>
  items.length > 4 ? `${items.slice(0, 4).join(', ')} …` : items.join(', ');

/** `pattern` in each segment by itself: what stands across a border between two segments is nobody's mistake. */
export function spansInSegments(segments: readonly string[], pattern: RegExp): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const segment of segments) {
    for (const { start, end } of spansOf(segment, pattern)) spans.push({ start: at + start, end: at + end });
    at += segment.length;
  }
  return spans;
}
