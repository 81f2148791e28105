import type { BeadOutline } from '@/db/queries/outlinePages';
import { STATUS_LETTERS } from '@/lib/bitext/outline';
import { BEAD_STATUSES, type BeadStatus, type NullReason } from '@/lib/bitext/types';
import type { LeftOutReason } from '@/lib/formats/WriteReport';

const UUID_LENGTH = 36;
const RANKS = new Map(BEAD_STATUSES.map((status, rank) => [STATUS_LETTERS[status].charCodeAt(0), rank]));

/** The beads of a bitext as columns: half a million of them are a few arrays and no objects. */
export class BeadColumns {
  readonly length: number;
  /** Places of the statuses in `BEAD_STATUSES`: the least is the weakest. */
  readonly ranks: Uint8Array;
  readonly #reasons: ReadonlyMap<number, NullReason>;
  /** By rank. */
  readonly #isWanted: readonly boolean[];

  constructor(
    readonly outline: BeadOutline,
    wanted: ReadonlySet<BeadStatus>,
    private readonly disputed: ReadonlySet<string>,
  ) {
    this.length = outline.sourceEnds.length;
    this.#reasons = new Map(outline.reasons);
    this.#isWanted = BEAD_STATUSES.map((status) => wanted.has(status));
    this.ranks = Uint8Array.from(
      { length: this.length },
      (_, k) => RANKS.get(outline.statuses.charCodeAt(k))!,
    );
  }

  id(k: number): string {
    return this.outline.ids.slice(k * UUID_LENGTH, (k + 1) * UUID_LENGTH);
  }

  status(k: number): BeadStatus {
    return BEAD_STATUSES[this.ranks[k]];
  }

  confidence(k: number): number | null {
    return this.outline.confidences[k];
  }

  /** Why a null bead has no counterpart. */
  reason(k: number): NullReason | null {
    return this.#reasons.get(k) ?? null;
  }

  sourceStart(k: number): number {
    return k === 0 ? 0 : this.outline.sourceEnds[k - 1];
  }

  sourceEnd(k: number): number {
    return this.outline.sourceEnds[k];
  }

  targetStart(k: number): number {
    return k === 0 ? 0 : this.outline.targetEnds[k - 1];
  }

  targetEnd(k: number): number {
    return this.outline.targetEnds[k];
  }

  /** Why the bead may not be exported. */
  refusal(k: number): LeftOutReason | null {
    if (!this.#isWanted[this.ranks[k]]) return this.status(k) === 'stale' ? 'stale' : 'status';
    return this.disputed.size > 0 && this.disputed.has(this.id(k)) ? 'disputed' : null;
  }
}
