import { lowerBound } from '@/lib/bitext/segments';
import { type Bead, isLocked, isNull } from '@/lib/bitext/types';

/** A bead as a stretch of the plot: source segments [i0, i1), target segments [j0, j1) of the run. */
export type PlotBead = { bead: Bead; i0: number; i1: number; j0: number; j1: number };

const indexIn = (offsets: readonly number[], at: number) => lowerBound(offsets, at, (one) => one);

/**
 * The beads that lie in a run, in order. @param sources @param targets offsets at which the segments of either side
 * begin, and where the last one ends. O(beads · ln segments).
 */
export function pathIn(
  sources: readonly number[],
  targets: readonly number[],
  beads: readonly Bead[],
): PlotBead[] {
  const [first, last] = [sources[0], sources[sources.length - 1]];
  const [top, bottom] = [targets[0], targets[targets.length - 1]];
  return beads
    .filter(
      ({ source, target }) =>
        source.start >= first && source.end <= last && target.start >= top && target.end <= bottom,
    )
    .map((bead) => ({
      bead,
      i0: indexIn(sources, bead.source.start),
      i1: indexIn(sources, bead.source.end),
      j0: indexIn(targets, bead.target.start),
      j1: indexIn(targets, bead.target.end),
    }));
}

/** The bead that holds a dot, else the one that its source segment belongs to. */
export function beadOfDot(path: readonly PlotBead[], i: number, j: number): Bead | undefined {
  const holds = (from: number, to: number, at: number) => from <= at && at < to;
  return (
    path.find((one) => holds(one.i0, one.i1, i) && holds(one.j0, one.j1, j)) ??
    path.find((one) => holds(one.i0, one.i1, i)) ??
    path.find((one) => holds(one.j0, one.j1, j))
  )?.bead;
}

/** Below this the engine is in doubt: as in the grid, where such numbers stand out. */
export const DOUBT_BELOW = 0.7;

/** What a path comes to in words: for those who don't see it. */
export type PathSummary = {
  beads: number;
  walls: number;
  nulls: number;
  /** The beads that most need a look, whoever drew them, worst first. */
  doubts: Bead[];
};

/** A person's bead, of which nobody has said how sure it is. */
const UNSAID = 0.5;
/** What speaks against itself. */
const CONTRADICTED = 0.05;
/** Nats from which words speak for a bead that a person drew. */
const SPOKEN_FOR = 1;

/**
 * How much can be said for a bead that needs a look, 0 (nothing) to 1; null for one that needs none. Confirmed beads
 * are past doubt, however unsure the engine was of them.
 *
 * @param worth what the best of its pairs is worth in nats, where that is known
 */
export function doubtOf(bead: Bead, worth: number | null = null): number | null {
  if (isLocked(bead)) return null;
  if (bead.status === 'stale') return 0;
  if (worth !== null && worth < 0 && !isNull(bead)) return CONTRADICTED;
  if (bead.confidence !== null) return bead.confidence < DOUBT_BELOW ? bead.confidence : null;
  const isDrawn = bead.status === 'proposed';
  return isDrawn && (worth === null || worth < SPOKEN_FOR) ? UNSAID : null;
}

export function summaryOf(
  beads: readonly Bead[],
  worthOf: (bead: Bead) => number | null = () => null,
  most = 5,
): PathSummary {
  const doubtful = beads.flatMap((bead) => {
    const doubt = doubtOf(bead, worthOf(bead));
    return doubt === null ? [] : [{ bead, doubt }];
  });
  return {
    beads: beads.length,
    walls: beads.filter(isLocked).length,
    nulls: beads.filter(isNull).length,
    doubts: doubtful
      .sort((a, b) => a.doubt - b.doubt)
      .slice(0, most)
      .map(({ bead }) => bead),
  };
}

/** What the best pair of segments of a bead is worth in nats; null where it has none. `columns` is the width of `nats`. */
export function worthOf(
  { i0, i1, j0, j1 }: PlotBead,
  nats: readonly number[],
  columns: number,
): number | null {
  let best: number | null = null;
  for (let i = i0; i < i1; i++)
    for (let j = j0; j < j1; j++) best = Math.max(best ?? Number.NEGATIVE_INFINITY, nats[i * columns + j]);
  return best;
}

/** What full colour stands for: all but the best fiftieth of what speaks for a pair at all. In nats. */
export function fullColour(nats: readonly number[]): number {
  const positive = nats.filter((x) => x > 0).sort((a, b) => a - b);
  return Math.max(1, positive[Math.floor(positive.length * 0.98)] ?? 1);
}
