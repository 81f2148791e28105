import type { Bead } from './types';

/** The beads in bitext order, each once. */
export function inOrder(beads: readonly Bead[]): Bead[] {
  return [...new Map(beads.map((bead) => [bead.id, bead])).values()].sort(byPlace);
}

/** Beads of one bitext never cross, so the starts decide. */
export const byPlace = (a: Bead, b: Bead): number =>
  a.source.start - b.source.start || a.target.start - b.target.start || a.source.end - b.source.end;
