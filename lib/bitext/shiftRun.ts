import type { MadeBead } from './commands';
import { type Bead, isLocked } from './types';

/**
 * The free run that a bead begins: itself and what follows up to the next wall. Empty when the bead is a wall.
 *
 * @param beads all beads of the bitext, in order. @param index of the bead.
 */
export function runFrom(beads: readonly Bead[], index: number): readonly Bead[] {
  let end = index;
  while (end < beads.length && !isLocked(beads[end])) end++;
  return beads.slice(index, end);
}

/**
 * Moves the translations of a run by one bead against their sources. Down: the first bead loses its
 * translation, every other takes the one before its own, and the last keeps its own beside it. Up: the
 * first bead's translation stays behind on its own, every bead takes the one after its own, and the
 * last has none. Nulls without source are passed over: their text goes with the bead before them.
 *
 * @returns the beads to be, or null when the run is too short to shift.
 */
export function shiftRun(
  run: readonly Bead[],
  direction: 'up' | 'down',
  newId: () => string,
): MadeBead[] | null {
  const rows = run.filter((bead) => bead.source.start < bead.source.end);
  if (rows.length < 2) return null;
  const [first, last] = [run[0], run[run.length - 1]];
  // Where the translation of each row ends today; what lies before the first row belongs to it.
  const ends = rows.map((row, k) =>
    k === rows.length - 1 ? last.target.end : targetEndOf(run, row, rows[k + 1]),
  );
  const made: MadeBead[] = [];
  const push = (source: Bead['source'], target: Bead['target']) => {
    if (source.start < source.end || target.start < target.end)
      made.push({ id: newId(), source, target, confidence: null });
  };
  let at = first.target.start;
  if (direction === 'down') {
    for (const [k, row] of rows.entries()) {
      const end = k === 0 ? at : k === rows.length - 1 ? last.target.end : ends[k - 1];
      push(row.source, { start: at, end });
      at = end;
    }
  } else {
    const { start } = first.source;
    push({ start, end: start }, { start: at, end: ends[0] });
    at = ends[0];
    for (const [k, row] of rows.entries()) {
      const end = ends[Math.min(k + 1, rows.length - 1)];
      push(row.source, { start: at, end });
      at = end;
    }
  }
  return made;
}

/** The translation of a row reaches to where the next row's begins. */
const targetEndOf = (run: readonly Bead[], row: Bead, next: Bead): number => {
  const between = run.slice(run.indexOf(row) + 1, run.indexOf(next));
  return between.at(-1)?.target.end ?? row.target.end;
};
