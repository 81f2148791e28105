import type { Band } from '@/lib/bitext/bands';

/** The same objects where nothing changed, so that rows that look the same are not drawn again. */
export function reuseBands(earlier: readonly Band[], bands: readonly Band[]): Band[] {
  const known = new Map(earlier.map((band) => [band.id, band]));
  return bands.map((band) => {
    const before = known.get(band.id);
    return before && sameBand(before, band) ? before : band;
  });
}

function sameBand(a: Band, b: Band): boolean {
  if (a.slots.length !== b.slots.length) return false;
  if (
    !a.slots.every(
      (slot, k) =>
        slot.segment?.start === b.slots[k].segment?.start && slot.segment?.end === b.slots[k].segment?.end,
    )
  )
    return false;
  const columns = Object.keys(b.cells);
  return (
    columns.length === Object.keys(a.cells).length &&
    columns.every(
      (id) =>
        a.cells[id]?.length === b.cells[id].length &&
        a.cells[id].every(
          (cell, k) => cell.bead === b.cells[id][k].bead && cell.from === b.cells[id][k].from,
        ),
    )
  );
}
