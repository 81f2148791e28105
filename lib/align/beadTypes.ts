/** Sizes (source atoms, target atoms) of beads the search tries, most usual first: ties go to the first. */
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
];

/** Longest run of atoms on one side of a bead. */
export const WIDEST = 4;
