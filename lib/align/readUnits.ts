import type { Atoms } from './atoms';

/**
 * Ladder of units from a path of atoms: a rung wherever the path passes a border of units on both sides at once.
 *
 * So an atom left out inside a unit stays with it, and a unit torn between two of the other side joins them.
 * @param corners (a, b) pairs from (a0, b0) on, relative to it
 * @returns Int32Array of (unit, unit) pairs, absolute
 */
export function readUnits(
  corners: Int32Array,
  source: Atoms,
  target: Atoms,
  a0: number,
  b0: number,
): Int32Array {
  const ladder: number[] = [];
  for (let k = 0; k < corners.length; k += 2) {
    const a = a0 + corners[k];
    const b = b0 + corners[k + 1];
    if (source.border[a] && target.border[b]) ladder.push(unitAt(source, a), unitAt(target, b));
  }
  return Int32Array.from(ladder);
}

/** The unit that begins at atom `a`. */
export function unitAt(atoms: Atoms, a: number): number {
  return a < atoms.unit.length ? atoms.unit[a] : atoms.first.length - 1;
}
