import type { MadeBead } from './commands';
import type { Bead } from './types';

/** A smallest stretch on which two ways to draw a run differ; it can be taken without the rest. */
export type Hunk = { beads: readonly Bead[]; made: readonly MadeBead[] };

/**
 * Where the beads of a run and a suggestion for it differ, cut wherever both have a border on both
 * sides. What is the same is left out.
 *
 * @param beads neighbours in order. @param made a chain over the same stretch.
 */
export function hunksOf(beads: readonly Bead[], made: readonly MadeBead[]): Hunk[] {
  const hunks: Hunk[] = [];
  let [a, b] = [0, 0];
  while (a < beads.length && b < made.length) {
    let [aEnd, bEnd] = [a + 1, b + 1];
    while (!sameEnd(beads[aEnd - 1], made[bEnd - 1]))
      if (isBefore(beads[aEnd - 1], made[bEnd - 1]) && aEnd < beads.length) aEnd++;
      else if (bEnd < made.length) bEnd++;
      else if (aEnd < beads.length) aEnd++;
      else return hunks; // not the same stretch: nothing that could be taken
    if (aEnd - a > 1 || bEnd - b > 1) hunks.push({ beads: beads.slice(a, aEnd), made: made.slice(b, bEnd) });
    [a, b] = [aEnd, bEnd];
  }
  return hunks;
}

type Ends = Pick<Bead, 'source' | 'target'>;
const sameEnd = (a: Ends, b: Ends) => a.source.end === b.source.end && a.target.end === b.target.end;
const isBefore = (a: Ends, b: Ends) => a.source.end + a.target.end < b.source.end + b.target.end;
