import type { Lock } from './types';

/** Part of the unit grid between two walls, or a wall itself: source [i0, i1), target [j0, j1). */
export type Region = Lock & { readonly locked: boolean };

/**
 * Cuts a stretch of the unit grid at the locks: locked regions and the free ones between them, in order. Empty free
 * regions are left out. @throws RangeError if a lock is empty, outside the stretch, or crosses another.
 */
export function regions(within: Lock, locks: readonly Lock[]): Region[] {
  const sorted = [...locks].sort((x, y) => x.i0 - y.i0 || x.j0 - y.j0 || x.i1 - y.i1 || x.j1 - y.j1);
  const out: Region[] = [];
  let [i, j] = [within.i0, within.j0];
  for (const { i0, i1, j0, j1 } of sorted) {
    const fits =
      Number.isInteger(i0 + i1) && Number.isInteger(j0 + j1) && i0 >= i && j0 >= j && i1 >= i0 && j1 >= j0;
    if (!fits || i1 > within.i1 || j1 > within.j1 || (i1 === i0 && j1 === j0))
      throw new RangeError(
        `lock [${i0}, ${i1}) x [${j0}, ${j1}) does not fit between (${i}, ${j}) and (${within.i1}, ${within.j1})`,
      );
    if (i0 > i || j0 > j) out.push({ i0: i, i1: i0, j0: j, j1: j0, locked: false });
    out.push({ i0, i1, j0, j1, locked: true });
    [i, j] = [i1, j1];
  }
  if (i < within.i1 || j < within.j1) out.push({ i0: i, i1: within.i1, j0: j, j1: within.j1, locked: false });
  return out;
}
