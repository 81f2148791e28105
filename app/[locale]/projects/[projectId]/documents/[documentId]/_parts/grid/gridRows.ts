import { type BandRows, beadsOfRow, isAdditionRow, rowOfBead, startOfRow } from '@/lib/bitext/bandRows';
import { type Band, bandAt } from '@/lib/bitext/bands';
import { lowerBound } from '@/lib/bitext/segments';
import type { Bead, BitextId } from '@/lib/bitext/types';

/** Whether a bead of this bitext is to be seen. */
export type BeadTest = (bead: Bead, bitextId: BitextId) => boolean;

/**
 * The rows of the grid, as many as the document has, without making them. `shown` lists the rows that
 * pass the filter; null shows all. A place is the number of a row among those that are shown.
 */
export type GridRows = {
  rows: BandRows;
  /** The bitexts in the order in which `rows` has them. */
  bitextIds: readonly BitextId[];
  shown: Int32Array | null;
  count: number;
};

export function gridRows(rows: BandRows, test: BeadTest | null): GridRows {
  const bitextIds = rows.bitexts.map(({ id }) => id);
  if (!test) return { rows, bitextIds, shown: null, count: rows.count };
  const shown: number[] = [];
  for (let row = 0; row < rows.count; row++)
    if (bitextIds.some((id, b) => someBead(rows, row, b, (bead) => test(bead, id)))) shown.push(row);
  return { rows, bitextIds, shown: Int32Array.from(shown), count: shown.length };
}

function someBead(rows: BandRows, row: number, b: number, test: (bead: Bead) => boolean): boolean {
  const { beads } = rows.bitexts[b];
  for (let k = rows.beads[b][row]; k < rows.beads[b][row + 1]; k++) if (test(beads[k])) return true;
  return false;
}

export const rowAt = ({ shown }: GridRows, place: number): number => (shown ? shown[place] : place);

/** The place of a row; -1 when the filter hides it. */
export function placeOfRow({ shown }: GridRows, row: number): number {
  if (!shown) return row;
  const place = lowerBound(shown as unknown as readonly number[], row, (one) => one);
  return shown[place] === row ? place : -1;
}

/** The place of bead number `index` of a bitext; -1 when it is not to be seen. */
export function placeOfBead(grid: GridRows, bitextId: BitextId, index: number): number {
  const b = grid.bitextIds.indexOf(bitextId);
  return b < 0 || index < 0 ? -1 : placeOfRow(grid, rowOfBead(grid.rows, b, index));
}

/** What a place shows. */
export const bandOfPlace = (grid: GridRows, place: number): Band => bandAt(grid.rows, rowAt(grid, place));

/** The beads of a place in one column. */
export function beadsOfPlace(grid: GridRows, place: number, bitextId: BitextId): readonly Bead[] {
  const b = grid.bitextIds.indexOf(bitextId);
  return b < 0 || place < 0 || place >= grid.count ? [] : beadsOfRow(grid.rows, rowAt(grid, place), b);
}

/** A number that stays with a row while rows around it change: where it starts, additions a half before. */
export function keyOfPlace(grid: GridRows, place: number): number {
  const row = rowAt(grid, place);
  return startOfRow(grid.rows, row) - (isAdditionRow(grid.rows, row) ? 0.5 : 0);
}

/** Whether both have the same rows in the same places, whatever became of the beads in them. */
export function sameLayout(a: GridRows, b: GridRows): boolean {
  return (
    a.count === b.count &&
    sameNumbers(a.shown, b.shown) &&
    sameNumbers(a.rows.segments, b.rows.segments) &&
    a.rows.reference.borders === b.rows.reference.borders
  );
}

function sameNumbers(a: Int32Array | null, b: Int32Array | null): boolean {
  if (a === b) return true;
  if (!a || !b || a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
}

/** Characters a line holds in a column, for a first guess of heights; rows are measured once they are seen. */
const CHARS_PER_LINE = 58;
const LINE_PX = 27;

/** A first guess at the height of a place, from lengths alone. */
export function estimateHeight(grid: GridRows, place: number): number {
  const { rows } = grid;
  const row = rowAt(grid, place);
  const segments = rows.segments[row + 1] - rows.segments[row];
  let tallest = (startOfRow(rows, row + 1) - startOfRow(rows, row)) / CHARS_PER_LINE + segments * 0.6;
  for (const [b, { beads }] of rows.bitexts.entries()) {
    const [from, to] = [rows.beads[b][row], rows.beads[b][row + 1]];
    if (from === to) continue;
    const length = beads[to - 1].target.end - beads[from].target.start;
    tallest = Math.max(tallest, length / CHARS_PER_LINE + (to - from));
  }
  return 24 + Math.ceil(tallest) * LINE_PX;
}
