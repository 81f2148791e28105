import type { Lock } from './types';

/** Part of the unit grid between two walls, or a wall itself: source [i0, i1), target [j0, j1). */
export type Region = Lock & { readonly locked: boolean };

/**
 * Cuts the grid of n source and m target units at the locks: locked regions and the free ones between them, in order.
 * Empty free regions are left out. @throws RangeError if a lock is empty, out of range, or crosses another.
 */
export function regions(n: number, m: number, locks: readonly Lock[]): Region[] {
  const sorted = [...locks].sort((x, y) => x.i0 - y.i0 || x.j0 - y.j0 || x.i1 - y.i1 || x.j1 - y.j1);
  const out: Region[] = [];
  let [i, j] = [0, 0];
  for (const { i0, i1, j0, j1 } of sorted) {
    const fits = Number.isInteger(i0 + i1 + j0 + j1) && i0 >= i && j0 >= j && i1 >= i0 && j1 >= j0;
    if (!fits || i1 > n || j1 > m || (i1 === i0 && j1 === j0))
      throw new RangeError(
        `lock [${i0}, ${i1}) x [${j0}, ${j1}) does not fit after (${i}, ${j}) in ${n} x ${m}`,
      );
    if (i0 > i || j0 > j) out.push({ i0: i, i1: i0, j0: j, j1: j0, locked: false });
    out.push({ i0, i1, j0, j1, locked: true });
    [i, j] = [i1, j1];
  }
  if (i < n || j < m) out.push({ i0: i, i1: n, j0: j, j1: m, locked: false });
  return out;
}
