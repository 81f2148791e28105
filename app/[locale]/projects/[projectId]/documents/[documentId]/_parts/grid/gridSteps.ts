import { rowOfBead } from '@/lib/bitext/bandRows';
import type { Bead, BitextId, BitextState } from '@/lib/bitext/types';
import { beadsOfPlace, type GridRows, placeOfRow } from './gridRows';

/**
 * The next bead of a column in view: one further (`delta` 1 or -1), or the first or last one
 * (infinite). At either end, the bead itself.
 */
export function nextBead(grid: GridRows, bitext: BitextState, from: number, delta: number): Bead | undefined {
  const { beads, id } = bitext;
  if (delta === Number.POSITIVE_INFINITY) return lastInView(grid, bitext);
  if (from < 0 || delta === Number.NEGATIVE_INFINITY) return nextInOrder(grid, id, 0);
  for (let index = from + delta; index >= 0 && index < beads.length; index += delta)
    if (isInView(grid, id, index)) return beads[index];
  return beads[from];
}

/** The first bead of a column at this place of the grid or after it. */
export function nextInOrder(grid: GridRows, bitextId: BitextId, place: number): Bead | undefined {
  for (let at = Math.max(0, place); at < grid.count; at++) {
    const [bead] = beadsOfPlace(grid, at, bitextId);
    if (bead) return bead;
  }
  return undefined;
}

function lastInView(grid: GridRows, { id }: BitextState): Bead | undefined {
  for (let at = grid.count - 1; at >= 0; at--) {
    const bead = beadsOfPlace(grid, at, id).at(-1);
    if (bead) return bead;
  }
  return undefined;
}

const isInView = (grid: GridRows, bitextId: BitextId, index: number): boolean => {
  const b = grid.bitextIds.indexOf(bitextId);
  return b >= 0 && placeOfRow(grid, rowOfBead(grid.rows, b, index)) >= 0;
};

export type Order = 'text' | 'doubt';

/** As sure as a coin: what a file has brought without a word about how sure it is. */
const UNSAID = 0.5;

/**
 * The next bead that waits for a decision. In text order: the first one after `from`, then from the
 * start again. By doubt: the one the engine is least sure of, wherever it stands, since that is where
 * a look is most likely to mend something; what people have changed or disputed comes before all.
 *
 * @param waits whether a bead waits. Only beads in view count.
 */
export function nextWaiting(
  grid: GridRows,
  bitext: BitextState,
  from: number,
  order: Order,
  waits: (bead: Bead) => boolean,
): Bead | undefined {
  const { beads, id } = bitext;
  if (order === 'text') {
    for (let k = 1; k <= beads.length; k++) {
      const index = (from + k) % beads.length;
      if (index !== from && waits(beads[index]) && isInView(grid, id, index)) return beads[index];
    }
    return undefined;
  }
  let best: Bead | undefined;
  let doubt = Number.POSITIVE_INFINITY;
  for (let k = 1; k < beads.length; k++) {
    const index = (from + k) % beads.length;
    const bead = beads[index];
    const sure = bead.status === 'machine' ? (bead.confidence ?? UNSAID) : -1;
    if (sure < doubt && waits(bead) && isInView(grid, id, index)) {
      best = bead;
      doubt = sure;
    }
  }
  return best;
}
