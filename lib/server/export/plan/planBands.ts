import { BEAD_STATUSES, type BeadStatus, type NullReason, type Span } from '@/lib/bitext/types';
import type { LeftOutReason } from '@/lib/formats/WriteReport';
import type { BeadColumns } from './BeadColumns';
import { PieceCursor } from './PieceCursor';
import type { Planned } from './UnitPlan';

/** What is taken of one language for a band. */
type Column = {
  target: Span | null;
  refused: boolean;
  reason: NullReason | null;
  statuses: BeadStatus[];
  confidences: (number | null)[];
  beadIds: string[];
};

/**
 * One unit a band, in text order: the smallest run of reference segments on which every bitext has a bead border at
 * both ends (`bandRows` has the same rule for the grid). A band has the languages whose beads may all be exported;
 * its status is the weakest of theirs. Reference first, then the translations in the order of `bitexts`.
 *
 * Goes through all bitexts side by side: nothing is held but the band itself.
 *
 * @param borders offsets of the segments of the reference, in order
 */
export function* planBands(bitexts: readonly BeadColumns[], borders: readonly number[]): Generator<Planned> {
  const cursors = bitexts.map((beads) => new PieceCursor(beads, borders));
  let at = 0;
  while (cursors.some((cursor) => !cursor.done)) {
    const refused: LeftOutReason[] = [];
    const columns = cursors.map(emptyColumn);
    const take = (b: number) => {
      const cursor = cursors[b];
      if (cursor.refusal && cursor.opens) refused.push(cursor.refusal);
      addPiece(columns[b], cursor);
      cursor.next();
    };
    // What translations add at this place has a band of its own.
    let additions = false;
    for (const [b, cursor] of cursors.entries())
      while (!cursor.done && cursor.end === at && cursor.start === at) {
        take(b);
        additions = true;
      }
    let end = at;
    if (!additions)
      for (let grown = true; grown; ) {
        grown = false;
        for (const [b, cursor] of cursors.entries())
          while (!cursor.done && cursor.start < Math.max(end, at + 1)) {
            if (cursor.end > end) {
              end = cursor.end;
              grown = true;
            }
            take(b);
          }
      }
    yield bandOf({ start: at, end }, columns, refused);
    at = end;
  }
}

const emptyColumn = (): Column => ({
  ...{ target: null, refused: false, reason: null },
  ...{ statuses: [], confidences: [], beadIds: [] },
});

function addPiece(column: Column, { beads, bead, refusal, targetStart, targetEnd }: PieceCursor): void {
  if (refusal) column.refused = true;
  column.statuses.push(beads.status(bead));
  column.confidences.push(beads.confidence(bead));
  column.beadIds.push(beads.id(bead));
  column.reason ??= beads.reason(bead);
  if (targetStart === targetEnd) return;
  column.target = { start: column.target?.start ?? targetStart, end: targetEnd };
}

function bandOf(reference: Span, columns: readonly Column[], refused: readonly LeftOutReason[]): Planned {
  const passing = columns.filter((column) => !column.refused && column.beadIds.length > 0);
  // Every language was refused, and counted as that.
  if (!passing.length) return { plan: null, refused };
  const isAddition = reference.start === reference.end;
  const targets = columns.map((column) => (column.refused ? null : column.target));
  const confidences = passing.flatMap((column) => column.confidences);
  const addedAt = isAddition ? `+${targets.find(Boolean)?.start ?? 0}` : '';
  return {
    plan: {
      id: `${reference.start}-${reference.end}${addedAt}`,
      status: weakest(passing.flatMap(({ statuses }) => statuses)),
      confidence: confidences.every((one) => one !== null) ? Math.min(...confidences) : null,
      // A reason speaks of a unit that has the reference alone or a translation alone.
      reason:
        targets.some(Boolean) && !isAddition ? null : (passing.find(({ reason }) => reason)?.reason ?? null),
      spans: [isAddition ? null : reference, ...targets],
      beadIds: passing.flatMap(({ beadIds }) => beadIds),
    },
    refused,
  };
}

const weakest = (statuses: readonly BeadStatus[]): BeadStatus =>
  BEAD_STATUSES.find((status) => statuses.includes(status)) ?? 'machine';
