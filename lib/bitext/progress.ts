import { type Bead, type BeadStatus, isEmpty, isLocked, isNull } from './types';

/** How far a bitext is, in beads. */
export type Progress = Record<BeadStatus, number> & {
  beads: number;
  nulls: number;
  disputed: number;
  /** Null beads whose reason is still missing. */
  unreasoned: number;
};

export const NO_PROGRESS: Progress = {
  machine: 0,
  stale: 0,
  proposed: 0,
  confirmed: 0,
  'self-reviewed': 0,
  approved: 0,
  beads: 0,
  nulls: 0,
  disputed: 0,
  unreasoned: 0,
};

/** Counts beads by status. */
export function progressOf(beads: readonly Bead[], disputed: ReadonlySet<string>): Progress {
  const progress = { ...NO_PROGRESS };
  for (const bead of beads) {
    progress.beads++;
    progress[bead.status]++;
    if (isNull(bead)) progress.nulls++;
    if (isNull(bead) && !bead.reason) progress.unreasoned++;
    if (disputed.has(bead.id)) progress.disputed++;
  }
  return progress;
}

/** What a reader should look at first: what nobody vouches for, or an open dispute. */
export function needsAttention(bead: Bead, disputed: boolean): boolean {
  return disputed || !isLocked(bead);
}

/** `n-m` as the field writes it, counting segments. */
export function beadShape(sourceSegments: number, targetSegments: number, bead: Bead): string {
  return `${isEmpty(bead.source) ? 0 : sourceSegments}-${isEmpty(bead.target) ? 0 : targetSegments}`;
}
