import type { AlignInput, AlignOutput, Lock } from './types';

/** Mean length of a source unit over that of a target unit from which the two sides change places. */
const FLIP_FROM = 1.35;

/**
 * Are the source units paragraphs and the target units sentences? The weights know paragraphs on the target side only,
 * so such a pair is aligned the other way round. O(units).
 */
export function isFlipped({ source, target }: AlignInput): boolean {
  const mean = (list: readonly string[]) =>
    list.reduce((sum, text) => sum + text.length, 0) / Math.max(1, list.length);
  return mean(source.segments) >= FLIP_FROM * mean(target.segments) && target.segments.length > 0;
}

/** The same question with the sides exchanged. */
export function flipInput(input: AlignInput): AlignInput {
  return { ...input, source: input.target, target: input.source, locks: input.locks?.map(flipLock) };
}

export function flipLock({ i0, i1, j0, j1 }: Lock): Lock {
  return { i0: j0, i1: j1, j0: i0, j1: i1 };
}

/** The answer with the sides exchanged. */
export function flipOutput({ ladder, confidence }: AlignOutput): AlignOutput {
  return { ladder: ladder.map((_, k) => ladder[k ^ 1]), confidence };
}
