import { alignWith } from './align';
import type { AlignInput, AlignOutput, Lock } from './types';
import { STORED } from './weights';

/**
 * Units on either side of the run that say how usual a word is and how long translations are. A caller who has only a
 * window of the document gives the run with so many units around it, as far as there are any; more are not read.
 */
export const RUN_CONTEXT = 30;

/**
 * Aligns one run between two walls again: source units [i0, i1) with target units [j0, j1).
 *
 * Reads only the run and RUN_CONTEXT units around it, so it costs the same in a document of any length, and the input
 * may be a window of the document. Locks of the input that lie inside the run hold, and so do its pins, all of which
 * must; what lies outside is not aligned. The ladder is in units of the input: it starts at (i0, j0) and ends at
 * (i1, j1). @throws RangeError on a run, locks or pins that do not fit.
 */
export function alignRun(input: AlignInput, run: Lock): AlignOutput {
  const { source, target, locks = [], pins = [] } = input;
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
  const [i, j] = [Math.max(0, i0 - RUN_CONTEXT), Math.max(0, j0 - RUN_CONTEXT)];
  const near: AlignInput = {
    ...input,
    source: { lang: source.lang, segments: source.segments.slice(i, i1 + RUN_CONTEXT) },
    target: { lang: target.lang, segments: target.segments.slice(j, j1 + RUN_CONTEXT) },
    locks: locks
      .filter((lock) => lock.i0 >= i0 && lock.i1 <= i1 && lock.j0 >= j0 && lock.j1 <= j1)
      .map((lock) => ({ i0: lock.i0 - i, i1: lock.i1 - i, j0: lock.j0 - j, j1: lock.j1 - j })),
    pins: pins.map((pin) => ({ i: pin.i - i, j: pin.j - j })),
  };
  const found = alignWith(near, STORED, { i0: i0 - i, i1: i1 - i, j0: j0 - j, j1: j1 - j });
  return {
    ladder: found.ladder.map((unit, k) => unit + (k % 2 === 0 ? i : j)),
    confidence: found.confidence,
  };
}
