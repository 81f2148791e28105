import type { BandRows } from '@/lib/bitext/bandRows';
import { positionOf } from '@/lib/bitext/find';
import { type Bead, type BitextState, isLocked, isNull, isReviewed } from '@/lib/bitext/types';

/** What one translation looks like from afar, one entry a pixel from top to bottom. Shares are of the beads there, 0..1. */
export type RadarColumn = {
  /** Approved, and confirmed but not approved: both are walls. */
  reviewed: Float32Array;
  confirmed: Float32Array;
  /** Root mean square of 1 - confidence among beads that are no walls: a few doubtful ones among many still show. */
  doubt: Float32Array;
  /** Brought in from a file that does not say how sure it is: neither doubtful nor sure. */
  unknown: Float32Array;
  nulls: Float32Array;
  disputes: Float32Array;
  findings: Float32Array;
  /**
   * ln(target letters / source letters) less that of the whole text: a running median over some thirty beads.
   * NaN where there are none. Where a translation drifts off, the curve leaves the middle.
   */
  ratio: Float32Array;
};

export type RadarPixels = {
  height: number;
  columns: readonly RadarColumn[];
  /** Share of the rows that the filter hides; null when there is no filter. */
  hidden: Float32Array | null;
};

/** Remarks about a bead, as bits. */
export const DISPUTED = 1;
export const FOUND = 2;

/** Who is disputed and where checks have found something, by number of the bead. O(beads + remarks). */
export function remarksOf(
  bitext: BitextState,
  disputed: Iterable<string>,
  found: Iterable<string>,
): Uint8Array {
  const remarks = new Uint8Array(bitext.beads.length);
  const mark = (ids: Iterable<string>, bit: number) => {
    for (const id of ids) {
      const index = positionOf(bitext, id);
      if (index >= 0) remarks[index] |= bit;
    }
  };
  mark(disputed, DISPUTED);
  mark(found, FOUND);
  return remarks;
}

/** Half the doubt of a coin: what a person has drawn and nobody has vouched for. */
const DRAWN = 0.5;
/** The same of what a file has brought without a word about how sure it is. */
const UNSAID = 0.5;
/** Beads whose lengths the curve is the median of, and how many of them are looked at. */
const LEAST_BEADS = 31;

/** The first row that a pixel shows; `radarRow(pixel + 1)` is the first one it does not. */
export const radarRow = (count: number, height: number, pixel: number): number =>
  Math.floor((pixel * count) / height);

/** The pixel that shows a row. */
export const radarPixel = (count: number, height: number, row: number): number =>
  Math.min(height - 1, Math.floor(((row + 0.5) * height) / Math.max(1, count)));

/** The rows [from, to) of a pixel; at least one where there are fewer rows than pixels. */
export function rowsOfPixel(count: number, height: number, pixel: number): [number, number] {
  const from = Math.min(count - 1, radarRow(count, height, pixel));
  return [from, Math.max(from + 1, radarRow(count, height, pixel + 1))];
}

/**
 * The whole document in `height` pixels, whatever its length.
 *
 * @param remarks one list a bitext of `rows`, see `remarksOf`
 * @param shown rows that pass the filter; null for all
 * O(beads + height).
 */
export function radarPixels(
  rows: BandRows,
  height: number,
  remarks: readonly Uint8Array[],
  shown: Int32Array | null = null,
): RadarPixels {
  return {
    height,
    columns: rows.bitexts.map(({ beads }, b) => columnOf(rows, b, beads, height, remarks[b])),
    hidden: shown && hiddenShares(rows.count, height, shown),
  };
}

function columnOf(
  rows: BandRows,
  b: number,
  beads: readonly Bead[],
  height: number,
  remarks: Uint8Array,
): RadarColumn {
  const make = () => new Float32Array(height);
  const column: RadarColumn = {
    ...{ reviewed: make(), confirmed: make(), doubt: make(), unknown: make() },
    ...{ nulls: make(), disputes: make(), findings: make(), ratio: make().fill(Number.NaN) },
  };
  if (rows.count === 0) return column;
  const ratios = logRatios(beads);
  const middle = medianOf(ratios, 0, ratios.length);
  const starts = rows.beads[b];
  for (let pixel = 0; pixel < height; pixel++) {
    const [row, end] = rowsOfPixel(rows.count, height, pixel);
    const [from, to] = [starts[row], starts[end]];
    let [reviewed, confirmed, unknown, nulls, disputes, findings, squares] = [0, 0, 0, 0, 0, 0, 0];
    for (let k = from; k < to; k++) {
      const bead = beads[k];
      if (isReviewed(bead)) reviewed++;
      else if (isLocked(bead)) confirmed++;
      else if (isUnsaid(bead)) unknown++;
      else squares += doubtOf(bead) ** 2;
      if (isNull(bead)) nulls++;
      if (remarks[k] & DISPUTED) disputes++;
      if (remarks[k] & FOUND) findings++;
    }
    const all = to - from;
    if (all > 0) {
      const open = all - reviewed - confirmed - unknown;
      column.reviewed[pixel] = reviewed / all;
      column.confirmed[pixel] = confirmed / all;
      column.doubt[pixel] = open > 0 ? Math.sqrt(squares / open) : 0;
      column.unknown[pixel] = unknown / all;
      column.nulls[pixel] = nulls / all;
      column.disputes[pixel] = disputes / all;
      column.findings[pixel] = findings / all;
    }
    const pad = Math.max(0, Math.ceil((LEAST_BEADS - all) / 2));
    column.ratio[pixel] = medianOf(ratios, from - pad, to + pad) - middle;
  }
  return column;
}

/** Nobody has said how sure it is, neither engine nor person. */
export const isUnsaid = ({ status, confidence }: Bead): boolean =>
  status === 'machine' && confidence === null;

/** How much a bead asks to be looked at, 0..1; a wall does not. What nobody has judged is as a coin. */
export function doubtOf(bead: Bead): number {
  if (isLocked(bead)) return 0;
  // Somebody may have vouched for other words than stand there now.
  if (bead.status === 'stale') return 1;
  if (bead.status !== 'machine') return DRAWN;
  return bead.confidence === null ? UNSAID : 1 - bead.confidence;
}

function logRatios(beads: readonly Bead[]): Float32Array {
  const ratios = new Float32Array(beads.length);
  for (let k = 0; k < beads.length; k++) {
    const { source, target } = beads[k];
    ratios[k] = isNull(beads[k])
      ? Number.NaN
      : Math.log((target.end - target.start) / (source.end - source.start));
  }
  return ratios;
}

const sample = new Float32Array(LEAST_BEADS);

/** The median of [from, to), of LEAST_BEADS evenly chosen values where there are more. NaN for none. */
function medianOf(values: Float32Array, from: number, to: number): number {
  const [first, last] = [Math.max(0, from), Math.min(values.length, to)];
  const stride = Math.max(1, (last - first) / LEAST_BEADS);
  let size = 0;
  for (let k = first; k < last && size < LEAST_BEADS; k += stride) {
    const value = values[Math.floor(k)];
    if (!Number.isNaN(value)) sample[size++] = value;
  }
  return size === 0 ? Number.NaN : sample.subarray(0, size).sort()[size >> 1];
}

function hiddenShares(count: number, height: number, shown: Int32Array): Float32Array {
  const before = new Int32Array(count + 1);
  for (const row of shown) before[row + 1] = 1;
  for (let row = 0; row < count; row++) before[row + 1] += before[row];
  return Float32Array.from({ length: height }, (_, pixel) => {
    if (count === 0) return 0;
    const [from, to] = rowsOfPixel(count, height, pixel);
    return 1 - (before[to] - before[from]) / (to - from);
  });
}

/**
 * The bead of a pixel that most asks to be looked at: a disputed one, else the one in most doubt, else the first.
 *
 * @returns its number in the bitext; -1 where the pixel has none.
 */
export function telling(
  rows: BandRows,
  b: number,
  height: number,
  pixel: number,
  remarks: Uint8Array,
): number {
  if (rows.count === 0) return -1;
  const [row, end] = rowsOfPixel(rows.count, height, pixel);
  let [best, most] = [-1, -1];
  for (let k = rows.beads[b][row]; k < rows.beads[b][end]; k++) {
    const asks = doubtOf(rows.bitexts[b].beads[k]) + (remarks[k] & DISPUTED ? 2 : 0);
    if (asks > most) [best, most] = [k, asks];
  }
  return best;
}
