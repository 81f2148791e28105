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

/** The rows of the grid. O(beads + segments). */
export function bandsOf(reference: TextState, bitexts: readonly BitextState[]): Band[] {
  const bands: Band[] = [];
  const next = bitexts.map(() => 0);
  const end = reference.borders.at(-1)?.at ?? 0;
  let at = 0;
  let segmentCount = 0;
  while (at < end || bitexts.some((bitext, b) => next[b] < bitext.beads.length)) {
    const plain = plainBand(reference, bitexts, next, at, segmentCount);
    if (plain) {
      bands.push(plain);
      segmentCount += plain.slots.length;
      at = plain.reference.end;
      for (let b = 0; b < next.length; b++) next[b]++;
      continue;
    }
    const additions = bitexts.map((bitext, b) => takeAdditions(bitext, next, b, at));
    if (additions.some((beads) => beads.length)) {
      bands.push(bandOf(reference, at, at, bitexts, additions, segmentCount));
      continue;
    }
    const cut = commonCut(bitexts, next, at, end, reference);
    const taken = bitexts.map((bitext, b) => {
      const from = next[b];
      while (next[b] < bitext.beads.length && bitext.beads[next[b]].source.end <= cut) {
        // Additions at the very end of the band get a row of their own.
        const { source } = bitext.beads[next[b]];
        if (source.start === cut) break;
        next[b]++;
      }
      return bitext.beads.slice(from, next[b]);
    });
    const band = bandOf(reference, at, cut, bitexts, taken, segmentCount);
    segmentCount += band.slots.filter((slot) => slot.segment).length;
    bands.push(band);
    at = cut;
  }
  return bands;
}

/** The band when every bitext has one bead over the same sentences: most rows of most documents, hence a way of its own. */
function plainBand(
  reference: TextState,
  bitexts: readonly BitextState[],
  next: readonly number[],
  at: number,
  firstSegment: number,
): Band | null {
  let end = at;
  for (let b = 0; b < bitexts.length; b++) {
    const bead = bitexts[b].beads[next[b]];
    if (!bead || bead.source.start !== at || bead.source.end === at) return null;
    if (b > 0 && bead.source.end !== end) return null;
    end = bead.source.end;
  }
  if (end === at) return null;
  const slots: Slot[] = [];
  // Segments are borders in a row, and the band starts at the border of its first one.
  for (let k = firstSegment; reference.borders[k].at < end; k++)
    slots.push({ segment: { start: reference.borders[k].at, end: reference.borders[k + 1].at } });
  const cells: Record<BitextId, Cell[]> = {};
  for (let b = 0; b < bitexts.length; b++)
    cells[bitexts[b].id] = [{ bead: bitexts[b].beads[next[b]], from: 0, to: slots.length }];
  return {
    id: `${at}:${end}:${firstSegment}:${slots.length}`,
    firstSegment,
    reference: { start: at, end },
    slots,
    cells,
  };
}

/** Beads without reference segments that stand at the offset `at`. */
function takeAdditions(bitext: BitextState, next: number[], b: number, at: number): Bead[] {
  const from = next[b];
  while (next[b] < bitext.beads.length && bitext.beads[next[b]].source.end === at) next[b]++;
  return bitext.beads.slice(from, next[b]);
}

/** First offset after `at` on which every bitext has a bead border. A bitext without beads has one everywhere. */
function commonCut(
  bitexts: readonly BitextState[],
  next: readonly number[],
  at: number,
  end: number,
  reference: TextState,
): number {
  const scan = [...next];
  const aligned = bitexts.some((bitext) => bitext.beads.length);
  let cut = aligned ? at : (segmentsIn(reference, { start: at, end })[0]?.end ?? end);
  let moved = true;
  while (moved) {
    moved = false;
    for (const [b, { beads }] of bitexts.entries()) {
      while (scan[b] < beads.length && beads[scan[b]].source.start < Math.max(cut, at + 1)) {
        if (beads[scan[b]].source.end > cut) {
          cut = beads[scan[b]].source.end;
          moved = true;
        }
        scan[b]++;
      }
    }
  }
  return cut > at ? cut : end;
}

function bandOf(
  reference: TextState,
  start: number,
  end: number,
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
