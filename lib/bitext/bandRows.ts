import { lowerBound } from './segments';
import type { Bead, BitextState, TextState } from './types';

/**
 * Where the rows of the grid begin, as numbers: enough to know how many there are, how tall each may
 * be and which one holds a bead, in a document of any length. The rows themselves (`bandAt`) are made
 * for the few that are looked at.
 */
export type BandRows = {
  count: number;
  reference: TextState;
  bitexts: readonly BitextState[];
  /** Row r holds the reference segments [segments[r], segments[r + 1]). */
  segments: Int32Array;
  /** Row r holds the beads [beads[b][r], beads[b][r + 1]) of bitext b. */
  beads: readonly Int32Array[];
};

/**
 * Cuts the document into bands: the smallest runs of reference segments on which every bitext has a
 * bead border at both ends. Beads without reference segments get a row of their own.
 * O(beads + segments) time, four bytes a row and column.
 */
export function bandRows(reference: TextState, bitexts: readonly BitextState[]): BandRows {
  const { borders } = reference;
  const end = borders.at(-1)?.at ?? 0;
  const next = bitexts.map(() => 0);
  const starts = bitexts.map(() => [0]);
  const segments = [0];
  let at = 0;
  let segment = 0;
  while (at < end || bitexts.some(({ beads }, b) => next[b] < beads.length)) {
    if (!takeAdditions(bitexts, next, at)) {
      at = takeUntil(bitexts, next, nextCut(bitexts, next, at, end, borders[segment + 1]?.at ?? end));
      while (segment < borders.length - 1 && borders[segment].at < at) segment++;
    }
    segments.push(segment);
    for (let b = 0; b < next.length; b++) starts[b].push(next[b]);
  }
  return {
    count: segments.length - 1,
    reference,
    bitexts,
    segments: Int32Array.from(segments),
    beads: starts.map((places) => Int32Array.from(places)),
  };
}

/**
 * As `bandRows`, given those of an earlier state of the same document. Most edits move nothing: then the numbers
 * are those of before, the very same arrays, which costs one look at each bead.
 */
export function bandRowsAfter(
  earlier: BandRows | null,
  reference: TextState,
  bitexts: readonly BitextState[],
): BandRows {
  const isSame =
    earlier &&
    earlier.reference.borders === reference.borders &&
    earlier.bitexts.length === bitexts.length &&
    bitexts.every(
      ({ id, beads }, b) => id === earlier.bitexts[b].id && standAlike(earlier.bitexts[b].beads, beads),
    );
  return isSame ? { ...earlier, reference, bitexts } : bandRows(reference, bitexts);
}

/** Rows are cut by the reference side alone. */
function standAlike(a: readonly Bead[], b: readonly Bead[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++)
    if (a[k] !== b[k] && (a[k].source.start !== b[k].source.start || a[k].source.end !== b[k].source.end))
      return false;
  return true;
}

/** Steps over the beads without reference segments that stand at `at`; false when there are none. */
function takeAdditions(bitexts: readonly BitextState[], next: number[], at: number): boolean {
  let taken = false;
  for (let b = 0; b < next.length; b++) {
    const { beads } = bitexts[b];
    while (next[b] < beads.length && beads[next[b]].source.end === at) {
      next[b]++;
      taken = true;
    }
  }
  return taken;
}

/** Steps over the beads that end at `cut` or before; additions at the very end get a row of their own. */
function takeUntil(bitexts: readonly BitextState[], next: number[], cut: number): number {
  for (let b = 0; b < next.length; b++) {
    const { beads } = bitexts[b];
    while (next[b] < beads.length && beads[next[b]].source.end <= cut && beads[next[b]].source.start < cut)
      next[b]++;
  }
  return cut;
}

/** First offset after `at` on which every bitext has a bead border. A bitext without beads has one everywhere. */
function nextCut(
  bitexts: readonly BitextState[],
  next: readonly number[],
  at: number,
  end: number,
  nextSegment: number,
): number {
  let cut = at;
  const scan = next.slice();
  for (let moved = true; moved; ) {
    moved = false;
    for (let b = 0; b < scan.length; b++) {
      const { beads } = bitexts[b];
      while (scan[b] < beads.length && beads[scan[b]].source.start < Math.max(cut, at + 1)) {
        if (beads[scan[b]].source.end > cut) {
          cut = beads[scan[b]].source.end;
          moved = true;
        }
        scan[b]++;
      }
    }
  }
  if (cut > at) return cut;
  return bitexts.some(({ beads }) => beads.length) ? end : nextSegment;
}

/** The row that holds bead number `index` of bitext `b`. O(log rows). */
export function rowOfBead({ beads, count }: BandRows, b: number, index: number): number {
  const starts = beads[b];
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle + 1] <= index) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The row that holds the reference offset `at`, or the last one. O(log rows). */
export function rowOfOffset({ segments, reference, count }: BandRows, at: number): number {
  const segment = lowerBound(reference.borders, at + 1, (border) => border.at) - 1;
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (segments[middle + 1] <= segment) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low);
}

/** The beads of one row and column. */
export const beadsOfRow = ({ bitexts, beads }: BandRows, row: number, b: number): readonly Bead[] =>
  bitexts[b].beads.slice(beads[b][row], beads[b][row + 1]);

/** The reference offset at which a row begins. */
export const startOfRow = ({ segments, reference }: BandRows, row: number): number =>
  reference.borders[segments[row]]?.at ?? 0;

/** Whether the row has no reference segments: text that translations add. */
export const isAdditionRow = ({ segments }: BandRows, row: number): boolean =>
  segments[row] === segments[row + 1];
