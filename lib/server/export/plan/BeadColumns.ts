import type { BeadOutline } from '@/db/queries/outlinePages';
import { STATUS_LETTERS } from '@/lib/bitext/outline';
import { BEAD_STATUSES, type BeadStatus, NULL_REASONS, type NullReason } from '@/lib/bitext/types';
import type { LeftOutReason } from '@/lib/formats/WriteReport';

const ID_BYTES = 16;

/** The beads of a bitext as columns: half a million of them are a few arrays and no objects. */
export class BeadColumns {
  readonly length: number;
  /** Places of the statuses in `BEAD_STATUSES`: the least is the weakest. */
  readonly ranks: Uint8Array;
  readonly #ids: Buffer;
  /** By rank. */
  readonly #isWanted: readonly boolean[];

  constructor(
    readonly outline: BeadOutline,
    wanted: ReadonlySet<BeadStatus>,
    private readonly disputed: ReadonlySet<string>,
  ) {
    const { ids, statuses } = outline;
    this.length = statuses.length;
    this.#ids = Buffer.from(ids.buffer, ids.byteOffset, ids.byteLength);
    this.#isWanted = BEAD_STATUSES.map((status) => wanted.has(status));
    const rankOf = new Uint8Array(128);
    for (const [rank, status] of BEAD_STATUSES.entries()) rankOf[STATUS_LETTERS[status].charCodeAt(0)] = rank;
    this.ranks = statuses.map((letter) => rankOf[letter]);
  }

  id(k: number): string {
    const hex = this.#ids.toString('hex', k * ID_BYTES, (k + 1) * ID_BYTES);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  status(k: number): BeadStatus {
    return BEAD_STATUSES[this.ranks[k]];
  }

  confidence(k: number): number | null {
    const tenThousandths = this.outline.confidences[k];
    return tenThousandths < 0 ? null : tenThousandths / 10_000;
  }

  /** Why a null bead has no counterpart. */
  reason(k: number): NullReason | null {
    return NULL_REASONS[this.outline.reasons[k] - 1] ?? null;
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
