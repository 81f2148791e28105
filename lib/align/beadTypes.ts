/**
 * Sizes (source atoms, target atoms) of beads the search tries, most usual first: ties go to the first.
 *
 * After the narrow types come the wide ones, one atom against many: a list of headlines without stops, or a preamble
 * that one language writes as a single sentence. They are tried only where the lengths allow it.
 */
export const BEAD_TYPES: readonly (readonly [number, number])[] = [
  [1, 1],
  [1, 2],
  [2, 1],
  [2, 2],
  [1, 3],
  [3, 1],
  [2, 3],
  [3, 2],
  [1, 4],
  [4, 1],
  [3, 3],
  ...[5, 6, 7, 8, 9, 10].flatMap((size): [number, number][] => [
    [1, size],
    [size, 1],
  ]),
];

/** The same sizes as flat arrays, for inner loops. */
export const BEAD_SOURCE = Int32Array.from(BEAD_TYPES, ([m]) => m);
export const BEAD_TARGET = Int32Array.from(BEAD_TYPES, ([, n]) => n);

/** Types with a weight each, before the wide ones. */
export const NARROW = 11;

/** Longest run of atoms on one side of a narrow bead. */
export const WIDEST = 4;

/** The same of any bead. */
export const WIDEST_OF_ALL = 10;
