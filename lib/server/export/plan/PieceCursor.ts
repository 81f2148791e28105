import type { LeftOutReason } from '@/lib/formats/WriteReport';
import type { BeadColumns } from './BeadColumns';

/**
 * Goes through the beads of one bitext. A bead that may not be exported must not widen the units of the other
 * languages: it falls apart, one piece a reference segment, with its translation in the first.
 */
export class PieceCursor {
  /** Number of the bead; `beads.length` after the last one. */
  bead = 0;
  start = 0;
  end = 0;
  targetStart = 0;
  targetEnd = 0;
  refusal: LeftOutReason | null = null;
  /** Is this the first piece of its bead? */
  opens = true;
  #border = 0;

  /** @param borders offsets of the segments of the reference, in order */
  constructor(
    readonly beads: BeadColumns,
    private readonly borders: ArrayLike<number>,
  ) {
    this.#enter();
  }

  get done(): boolean {
    return this.bead >= this.beads.length;
  }

  next(): void {
    if (this.end < this.beads.sourceEnd(this.bead)) {
      this.opens = false;
      this.start = this.end;
      this.targetStart = this.targetEnd;
      this.end = this.#segmentEnd(this.start);
      return;
    }
    this.bead++;
    this.#enter();
  }

  #enter(): void {
    if (this.done) return;
    const { beads, bead } = this;
    this.opens = true;
    this.start = beads.sourceStart(bead);
    this.targetStart = beads.targetStart(bead);
    this.targetEnd = beads.targetEnd(bead);
    this.refusal = beads.refusal(bead);
    const end = beads.sourceEnd(bead);
    this.end = this.refusal && end > this.start ? this.#segmentEnd(this.start) : end;
  }

  #segmentEnd(start: number): number {
    while (this.borders[this.#border] <= start) this.#border++;
    return this.borders[this.#border];
  }
}
