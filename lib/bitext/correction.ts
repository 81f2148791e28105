import type { Correction, Span } from './types';

const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/**
 * The smallest stretch of `original` whose replacement gives `reading`, or null when they are equal.
 * `segment.start` is the offset of `original` in its text. A correction always begins inside its
 * segment: an addition at the very end takes the last character along, so that it can't be
 * mistaken for one of the following segment.
 */
export function minimalCorrection(segment: Span, original: string, reading: string): Correction | null {
  if (original === reading) return null;
  const shorter = Math.min(original.length, reading.length);
  let head = 0;
  while (head < shorter && original[head] === reading[head]) head++;
  if (head === original.length) head--;
  // Never between the two halves of a character outside the basic plane.
  while (head > 0 && (isLowSurrogate(original.charCodeAt(head)) || isLowSurrogate(reading.charCodeAt(head))))
    head--;
  let tail = 0;
  while (tail < shorter - head && original[original.length - 1 - tail] === reading[reading.length - 1 - tail])
    tail++;
  while (tail > 0 && isLowSurrogate(original.charCodeAt(original.length - tail))) tail--;
  const end = original.length - tail;
  return {
    start: segment.start + head,
    end: segment.start + end,
    old: original.slice(head, end),
    reading: reading.slice(head, reading.length - tail),
  };
}

const lettersAndDigits = (text: string) => text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/** Whether two readings differ in more than white space and punctuation: only then is the work on them in doubt. */
export function changesLetters(before: string, after: string): boolean {
  return lettersAndDigits(before) !== lettersAndDigits(after);
}
