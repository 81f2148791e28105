import { BEAD_STATUSES, type NullReason, type Span } from '@/lib/bitext/types';
import type { LeftOutReason } from '@/lib/formats/WriteReport';
import type { BeadColumns } from './BeadColumns';
import { PieceCursor } from './PieceCursor';
import type { Planned, PlannedLink } from './UnitPlan';

/** What is taken of one language for a band; one of them serves for all bands. */
class Column {
  beads = 0;
  refused = false;
  reason: NullReason | null = null;
  /** Place of the weakest status. */
  rank: number = BEAD_STATUSES.length;
  /** The least, as long as the machine has drawn all of them. */
  confidence: number | null = 1;
  beadIds: string[] = [];
  links: PlannedLink[] = [];
  #start = 0;
  #end = 0;

  clear(): void {
    this.beads = 0;
    this.refused = false;
    this.reason = null;
    this.rank = BEAD_STATUSES.length;
    this.confidence = 1;
    this.beadIds = [];
    this.links = [];
    this.#start = 0;
    this.#end = 0;
  }

  add(
    { beads, bead, refusal, start, end, targetStart, targetEnd }: PieceCursor,
    withIds: boolean,
    withLinks: boolean,
  ): void {
    this.beads++;
    if (refusal) this.refused = true;
    this.rank = Math.min(this.rank, beads.ranks[bead]);
    const confidence = beads.confidence(bead);
    this.confidence =
      confidence === null || this.confidence === null ? null : Math.min(this.confidence, confidence);
    if (withIds) this.beadIds.push(beads.id(bead));
    const reason = beads.reason(bead);
    this.reason ??= reason;
    if (withLinks)
      this.links.push({
        ...{ source: { start, end }, target: { start: targetStart, end: targetEnd } },
        ...{ status: BEAD_STATUSES[beads.ranks[bead]], confidence, reason },
      });
    if (targetStart === targetEnd) return;
    if (this.#start === this.#end) this.#start = targetStart;
    this.#end = targetEnd;
  }

  get target(): Span | null {
    if (this.refused || this.#start === this.#end) return null;
    return { start: this.#start, end: this.#end };
  }
}

/**
 * One unit a band, in text order: the smallest run of reference segments on which every bitext has a bead border at
 * both ends (`bandRows` has the same rule for the grid). A band has the languages whose beads may all be exported;
 * its status is the weakest of theirs. Reference first, then the translations in the order of `bitexts`.
 *
 * Goes through all bitexts side by side: nothing is held but the band itself.
 *
 * @param borders offsets of the segments of the reference, in order
 * @param withIds also which beads each unit is made of
 * @param withLinks also what they are in each language, where those do not agree
 */
export function* planBands(
  bitexts: readonly BeadColumns[],
  borders: ArrayLike<number>,
  withIds = true,
  withLinks = true,
): Generator<Planned> {
  const cursors = bitexts.map((beads) => new PieceCursor(beads, borders));
  const columns = bitexts.map(() => new Column());
  let refused: LeftOutReason[] = [];
  const take = (b: number) => {
    const cursor = cursors[b];
    if (cursor.refusal && cursor.opens) refused.push(cursor.refusal);
    columns[b].add(cursor, withIds, withLinks);
    cursor.next();
  };
  let at = 0;
  while (cursors.some((cursor) => !cursor.done)) {
    refused = [];
    for (const column of columns) column.clear();
    // What translations add at this place has a band of its own.
    let additions = false;
    for (let b = 0; b < cursors.length; b++)
      while (!cursors[b].done && cursors[b].end === at && cursors[b].start === at) {
        take(b);
        additions = true;
      }
    let end = at;
    if (!additions)
      for (let grown = true; grown; ) {
        grown = false;
        for (let b = 0; b < cursors.length; b++) {
          const cursor = cursors[b];
          while (!cursor.done && cursor.start < Math.max(end, at + 1)) {
            if (cursor.end > end) {
              end = cursor.end;
              grown = true;
            }
            take(b);
          }
        }
      }
    yield bandOf({ start: at, end }, columns, refused);
    at = end;
  }
}

function bandOf(reference: Span, columns: readonly Column[], refused: readonly LeftOutReason[]): Planned {
  const passing = columns.filter((column) => !column.refused && column.beads > 0);
  // Every language was refused, and counted as that.
  const isRefused = columns.some((column) => column.refused);
  if (!passing.length) return { plan: null, refused, isRefused };
  const isAddition = reference.start === reference.end;
  const targets = columns.map(({ target }) => target);
  const confidences = passing.map(({ confidence }) => confidence);
  const addedAt = isAddition ? `+${targets.find(Boolean)?.start ?? 0}` : '';
  return {
    plan: {
      id: `${reference.start}-${reference.end}${addedAt}`,
      status: BEAD_STATUSES[Math.min(...passing.map(({ rank }) => rank))],
      confidence: confidences.reduce((a, b) => (a === null || b === null ? null : Math.min(a, b))),
      // A reason speaks of a unit that has the reference alone or a translation alone.
      reason:
        targets.some(Boolean) && !isAddition ? null : (passing.find(({ reason }) => reason)?.reason ?? null),
      spans: [isAddition ? null : reference, ...targets],
      ...(agree(passing) ? {} : { links: columns.map(({ refused: isOut, links }) => (isOut ? [] : links)) }),
      beadIds: passing.flatMap(({ beadIds }) => beadIds),
    },
    refused,
    isRefused,
  };
}

/** Is the band one bead in each language, of which the same is known? */
function agree(columns: readonly Column[]): boolean {
  const [first] = columns;
  if (!first.links.length) return true; // Nobody asked.
  return columns.every(
    ({ beads, rank, confidence, reason }) =>
      beads === 1 && rank === first.rank && confidence === first.confidence && reason === first.reason,
  );
}
