import { type BandRows, bandRows, beadsOfRow } from './bandRows';
import { segmentsIn } from './segments';
import type { Bead, BitextId, BitextState, Span, TextState } from './types';

/** A line of a band: one reference segment, or none where translations have text of their own. */
export type Slot = { segment: Span | null };

/** A bead's place in its column: it spans the slots [from, to) of the band. */
export type Cell = { bead: Bead; from: number; to: number };

/**
 * The smallest run of reference segments on which all bitexts of a document have a bead border at
 * both ends: a row of the grid. Derived, never stored.
 */
export type Band = {
  /** Reference offset and slot count name a band among its neighbours; stable while it is not edited. */
  id: string;
  /** Ordinal of the first reference segment, from 0. */
  firstSegment: number;
  reference: Span;
  slots: readonly Slot[];
  /** One list a bitext, in order. */
  cells: Readonly<Record<BitextId, readonly Cell[]>>;
};

/** All rows of the grid. O(beads + segments). The grid itself makes only the rows in sight: `bandAt`. */
export function bandsOf(reference: TextState, bitexts: readonly BitextState[]): Band[] {
  const rows = bandRows(reference, bitexts);
  return Array.from({ length: rows.count }, (_, row) => bandAt(rows, row));
}

/** One row of the grid. O(its beads and segments). */
export function bandAt(rows: BandRows, row: number): Band {
  const { reference, bitexts, segments } = rows;
  const { borders } = reference;
  const [from, to] = [segments[row], segments[row + 1]];
  return bandOf(
    reference,
    { start: borders[from]?.at ?? 0, end: borders[to]?.at ?? 0 },
    bitexts,
    bitexts.map((_, b) => beadsOfRow(rows, row, b)),
    from,
  );
}

function bandOf(
  reference: TextState,
  { start, end }: Span,
  bitexts: readonly BitextState[],
  beads: readonly (readonly Bead[])[],
  firstSegment: number,
): Band {
  const segments = segmentsIn(reference, { start, end });
  // Inside a band a translation may add text between two reference segments: the column that adds
  // most decides how many empty slots stand there.
  const additionsAt = new Map<number, number>();
  for (const column of beads) {
    const here = new Map<number, number>();
    for (const { source } of column)
      if (source.start === source.end) here.set(source.start, (here.get(source.start) ?? 0) + 1);
    for (const [at, count] of here) additionsAt.set(at, Math.max(count, additionsAt.get(at) ?? 0));
  }
  const slots: Slot[] = [];
  const firstSlot = new Map<number, number>();
  const additionSlot = new Map<number, number>();
  const open = (at: number) => {
    additionSlot.set(at, slots.length);
    for (let k = additionsAt.get(at) ?? 0; k > 0; k--) slots.push({ segment: null });
  };
  for (const segment of segments) {
    open(segment.start);
    firstSlot.set(segment.start, slots.length);
    slots.push({ segment });
  }
  firstSlot.set(end, slots.length);
  open(end);
  const cells: Record<BitextId, Cell[]> = {};
  for (const [b, bitext] of bitexts.entries()) {
    const used = new Map<number, number>();
    cells[bitext.id] = beads[b].map((bead) => {
      if (bead.source.start === bead.source.end) {
        const at = bead.source.start;
        const nth = used.get(at) ?? 0;
        used.set(at, nth + 1);
        const from = (additionSlot.get(at) ?? 0) + nth;
        return { bead, from, to: from + 1 };
      }
      return {
        bead,
        from: firstSlot.get(bead.source.start)!,
        to: lastSlot(firstSlot, additionSlot, bead.source.end),
      };
    });
  }
  return {
    id: `${start}:${end}:${firstSegment}:${slots.length}`,
    firstSegment,
    reference: { start, end },
    slots,
    cells,
  };
}

/** The slot after the last segment before `end`: where the additions of `end` begin. */
function lastSlot(firstSlot: Map<number, number>, additionSlot: Map<number, number>, end: number): number {
  return additionSlot.get(end) ?? firstSlot.get(end)!;
}
