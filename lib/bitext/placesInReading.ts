import { correctionsIn, lowerBound } from './segments';
import type { Span, TextState } from './types';

/**
 * Where stretches of the text as imported stand in the reading of one segment, cut to it, as offsets in the reading
 * (not trimmed). Of a correction that a stretch touches, the whole is meant: the letters it replaced are gone.
 *
 * @param places start and end of each stretch, one after the other, ascending and apart from each other
 * O(log places + those in the segment · corrections in it)
 */
export function placesInReading(
  text: Pick<TextState, 'corrections'>,
  segment: Span,
  places: readonly number[],
): Span[] {
  const corrections = correctionsIn(text, segment);
  const found: Span[] = [];
  // An end that lies after the segment's start belongs to a stretch that may reach into it.
  let k = lowerBound(places, segment.start + 1, (at) => at);
  k -= k % 2;
  for (; k < places.length && places[k] < segment.end; k += 2) {
    const start = inReading(Math.max(segment.start, places[k]), 'start');
    const end = inReading(Math.min(segment.end, places[k + 1]), 'end');
    if (start < end) found.push({ start, end });
  }
  return found;

  function inReading(offset: number, edge: 'start' | 'end'): number {
    let shift = -segment.start;
    for (const one of corrections) {
      if (offset < one.start || (offset === one.start && one.end > one.start)) break;
      if (offset < one.end) return one.start + shift + (edge === 'start' ? 0 : one.reading.length);
      // An addition replaces nothing: what begins at its place may as well be it.
      if (one.end === one.start && offset === one.start && edge === 'start') break;
      shift += one.reading.length - (one.end - one.start);
    }
    return offset + shift;
  }
}
