import { lowerBound } from './segments';
import type { Bead, Border } from './types';

/** What the engine answered for one bitext; see `lib/align`. */
export type Ladder = {
  /** Length 2(k+1): bead b joins source segments [l[2b], l[2b+2]) with target segments [l[2b+1], l[2b+3]). */
  ladder: ArrayLike<number>;
  /** Probability of each of the k beads. */
  confidence: ArrayLike<number>;
};

/**
 * Turns a ladder over segment indexes into beads over text offsets.
 *
 * What has no counterpart becomes one null bead a paragraph: neither one a sentence, which nobody
 * would want to confirm one by one, nor one for an untranslated chapter, which would be a single row
 * that nobody can read, with the rows of the other languages caught in it.
 *
 * @param source, target all borders of each text, the last one at its end.
 * @param newId called once a bead, in order.
 * @param locks null beads among them stay whole, however many paragraphs they hold.
 */
export function beadsFromLadder(
  { ladder, confidence }: Ladder,
  source: readonly Border[],
  target: readonly Border[],
  newId: () => string,
  locks: readonly { i0: number; i1: number; j0: number; j1: number }[] = [],
): Bead[] {
  const whole = new Set(locks.map(({ i0, i1, j0, j1 }) => `${i0}:${i1}:${j0}:${j1}`));
  const steps: Step[] = [];
  for (let b = 0; b + 1 < ladder.length / 2; b++) {
    const [i0, j0, i1, j1] = [ladder[2 * b], ladder[2 * b + 1], ladder[2 * b + 2], ladder[2 * b + 3]];
    const step = { i0, i1, j0, j1, probability: confidence[b], fixed: whole.has(`${i0}:${i1}:${j0}:${j1}`) };
    if (step.fixed || (i0 < i1 && j0 < j1)) steps.push(step);
    else
      for (const unit of unitsOf(step))
        if (!joinsParagraph(steps.at(-1), unit, source, target)) steps.push(unit);
  }
  return steps.map(({ i0, i1, j0, j1, probability }) => ({
    id: newId(),
    source: { start: source[i0].at, end: source[i1].at },
    target: { start: target[j0].at, end: target[j1].at },
    status: 'machine',
    origin: 'machine',
    // Four digits are more than any calibration can vouch for, and come back from JSON and SQL as they went.
    confidence: Math.round(probability * 10_000) / 10_000,
    reason: null,
    authors: [],
    revision: 0,
  }));
}

type Step = { i0: number; i1: number; j0: number; j1: number; probability: number; fixed: boolean };

/** A run of nulls, one segment each. */
function* unitsOf({ i0, i1, j0, j1, ...rest }: Step): Generator<Step> {
  for (let i = i0; i < i1; i++) yield { i0: i, i1: i + 1, j0, j1, ...rest };
  for (let j = j0; j < j1; j++) yield { i0, i1, j0: j, j1: j + 1, ...rest };
}

/** Adds `unit` to the null before it, when they are neighbours in one paragraph; the pair is as sure as its weaker half. */
function joinsParagraph(
  before: Step | undefined,
  unit: Step,
  source: readonly Border[],
  target: readonly Border[],
): boolean {
  if (!before || before.fixed) return false;
  const onSource = unit.j0 === unit.j1 && before.j0 === before.j1 && source[unit.i0].kind !== 'paragraph';
  const onTarget = unit.i0 === unit.i1 && before.i0 === before.i1 && target[unit.j0].kind !== 'paragraph';
  if (!onSource && !onTarget) return false;
  before.i1 = unit.i1;
  before.j1 = unit.j1;
  before.probability = Math.min(before.probability, unit.probability);
  return true;
}

/** Index of the segment that starts at the offset `at`, for turning locked beads into the engine's locks. */
export function segmentIndex(borders: readonly Border[], at: number): number {
  return lowerBound(borders, at, (border) => border.at);
}
