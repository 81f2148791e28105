import type { Correction } from '@/lib/bitext/types';

/**
 * Where an offset in the reading of a paragraph stands in the text as imported; inside a correction, where that begins.
 * `start` is the paragraph's own, `corrections` are all of it in order.
 */
export function offsetIn(start: number, corrections: readonly Correction[], readingOffset: number): number {
  let [at, rest] = [start, readingOffset];
  for (const one of corrections) {
    if (rest < one.start - at) break;
    rest -= one.start - at;
    if (rest < one.reading.length) return one.start;
    rest -= one.reading.length;
    at = one.end;
  }
  return at + rest;
}

/** The same for where a match ends, exclusive: inside a correction, where that ends. */
export function endOffsetIn(
  start: number,
  corrections: readonly Correction[],
  readingOffset: number,
): number {
  let [at, rest] = [start, readingOffset];
  for (const one of corrections) {
    if (rest <= one.start - at) break;
    rest -= one.start - at;
    if (rest <= one.reading.length) return one.end;
    rest -= one.reading.length;
    at = one.end;
  }
  return at + rest;
}
