import type { Covered } from './coverTexts';

/** A run of the pivot with a run of every other text, and the links of that text which make it up. */
export type JoinedRun<Data> = {
  i0: number;
  i1: number;
  others: { j0: number; j1: number; links: readonly Covered<Data>[] }[];
};

/**
 * Alignments of one text with several others, as one: a run ends where all alignments have a border in the pivot. What
 * a single text has between two such borders, with no counterpart in the pivot, is a run of its own.
 *
 * @param alignments each covers its two texts, in order (`coverTexts`). O(total runs).
 */
export function joinOverPivot<Data>(
  alignments: readonly (readonly Covered<Data>[])[],
  pivotLength: number,
): JoinedRun<Data>[] {
  const cuts = alignments.map((runs) => new Set([0, ...runs.map(({ i1 }) => i1)]));
  const at = alignments.map(() => 0);
  const ends = alignments.map(() => 0);
  const joined: JoinedRun<Data>[] = [];
  const here = (k: number) => ({ j0: ends[k], j1: ends[k], links: [] as Covered<Data>[] });
  /** Takes the runs of one text as long as they fit. */
  const take = (k: number, fits: (run: Covered<Data>) => boolean) => {
    const [j0, links] = [ends[k], [] as Covered<Data>[]];
    for (let run = alignments[k][at[k]]; run && fits(run); run = alignments[k][++at[k]]) {
      ends[k] = run.j1;
      links.push(run);
    }
    return { j0, j1: ends[k], links };
  };
  const lone = (i: number) => {
    for (const [k, runs] of alignments.entries())
      for (let run = runs[at[k]]; run && run.i0 === i && run.i1 === i; run = runs[at[k]]) {
        const others = alignments.map((_, other) => here(other));
        ends[k] = run.j1;
        others[k] = { j0: run.j0, j1: run.j1, links: [run] };
        at[k]++;
        joined.push({ i0: i, i1: i, others });
      }
  };
  for (let i0 = 0; ; ) {
    lone(i0);
    if (i0 >= pivotLength) return joined;
    let i1 = i0 + 1;
    while (i1 < pivotLength && !cuts.every((set) => set.has(i1))) i1++;
    const until = i1;
    joined.push({ i0, i1, others: alignments.map((_, k) => take(k, (run) => run.i0 < until)) });
    i0 = i1;
  }
}
