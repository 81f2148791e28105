import { alignWith } from './align';
import type { AlignInput, AlignOutput, Lock } from './types';
import { STORED } from './weights';

/** Units on either side of the run that say how usual a word is and how long translations are. */
const AROUND = 40;

/**
 * Aligns one run between two walls again: source units [i0, i1) with target units [j0, j1).
 *
 * Reads only the run and its neighbourhood, so it costs the same in a document of any length. Locks of the input that
 * lie inside the run hold; what lies outside is not aligned. The ladder is in units of the whole text: it starts at
 * (i0, j0) and ends at (i1, j1). @throws RangeError on a run or locks that do not fit.
 */
export function alignRun(input: AlignInput, run: Lock): AlignOutput {
  const { source, target, locks = [] } = input;
  const { i0, i1, j0, j1 } = run;
  if (
    !(
      i0 >= 0 &&
      i0 <= i1 &&
      i1 <= source.segments.length &&
      j0 >= 0 &&
      j0 <= j1 &&
      j1 <= target.segments.length
    )
  )
    throw new RangeError(`run [${i0}, ${i1}) x [${j0}, ${j1}) is not in the text`);
  const [i, j] = [Math.max(0, i0 - AROUND), Math.max(0, j0 - AROUND)];
  const near: AlignInput = {
    ...input,
    source: { lang: source.lang, segments: source.segments.slice(i, i1 + AROUND) },
    target: { lang: target.lang, segments: target.segments.slice(j, j1 + AROUND) },
    locks: locks
      .filter((lock) => lock.i0 >= i0 && lock.i1 <= i1 && lock.j0 >= j0 && lock.j1 <= j1)
      .map((lock) => ({ i0: lock.i0 - i, i1: lock.i1 - i, j0: lock.j0 - j, j1: lock.j1 - j })),
  };
  const found = alignWith(near, STORED, { i0: i0 - i, i1: i1 - i, j0: j0 - j, j1: j1 - j });
  return {
    ladder: found.ladder.map((unit, k) => unit + (k % 2 === 0 ? i : j)),
    confidence: found.confidence,
  };
}
