import { BEAD_STATUSES, NULL_REASONS } from '@/lib/bitext/types';
import { Growing } from './Growing';
import { LinkTable } from './LinkTable';
import type { UnitPlan } from './UnitPlan';

/** Confidences are kept to four places, as the database hands them on; none comes after all of them. */
const STEPS = 10_000;
const NO_CONFIDENCE = STEPS + 1;
const ABSENT = -1;

/**
 * Plans of units as columns, to be read in another order than they came in: some sixty bytes a unit outside of the
 * heap, where an object for each would be five hundred in it.
 */
export class PlanTable {
  length = 0;
  readonly #statuses = new Growing(Uint8Array);
  readonly #reasons = new Growing(Uint8Array);
  readonly #confidences = new Growing(Uint16Array);
  /** Start and end of each span of each unit. */
  readonly #spans = new Growing(Int32Array);
  /** The ids of units and of their beads, end to end, and where each unit's begin; ids are ASCII. */
  readonly #ids = new Growing(Uint8Array);
  readonly #idEnds = new Growing(Uint32Array);
  readonly #beadEnds = new Growing(Uint32Array);
  readonly #links = new LinkTable();
  #langs = 0;

  add({ id, status, confidence, reason, spans, links, beadIds }: UnitPlan): void {
    this.length++;
    this.#langs = spans.length;
    this.#statuses.push(BEAD_STATUSES.indexOf(status));
    this.#reasons.push(reason === null ? 0 : NULL_REASONS.indexOf(reason) + 1);
    this.#confidences.push(confidence === null ? NO_CONFIDENCE : Math.round(confidence * STEPS));
    for (const span of spans) {
      this.#spans.push(span?.start ?? ABSENT);
      this.#spans.push(span?.end ?? ABSENT);
    }
    this.#ids.pushAll(Buffer.from(id, 'latin1'));
    this.#idEnds.push(this.#ids.length);
    this.#ids.pushAll(Buffer.from(beadIds.join(' '), 'latin1'));
    this.#beadEnds.push(this.#ids.length);
    this.#links.add(links);
  }

  /** Least sure first; what a person has drawn comes last, and equals stay in the order they came in. O(n). */
  *leastSureFirst(): Generator<UnitPlan> {
    const confidences = this.#confidences.values();
    const ends = new Uint32Array(NO_CONFIDENCE + 2);
    for (const one of confidences) ends[one + 1]++;
    for (let k = 1; k < ends.length; k++) ends[k] += ends[k - 1];
    const order = new Uint32Array(this.length);
    for (let k = 0; k < confidences.length; k++) order[ends[confidences[k]]++] = k;
    for (const k of order) yield this.#at(k);
  }

  #at(k: number): UnitPlan {
    const spans = Array.from({ length: this.#langs }, (_, lang) => {
      const at = 2 * (k * this.#langs + lang);
      const start = this.#spans.at(at);
      return start === ABSENT ? null : { start, end: this.#spans.at(at + 1) };
    });
    const confidence = this.#confidences.at(k);
    const links = this.#links.at(k);
    const beads = this.#text(this.#idEnds.at(k), this.#beadEnds.at(k));
    return {
      id: this.#text(k === 0 ? 0 : this.#beadEnds.at(k - 1), this.#idEnds.at(k)),
      status: BEAD_STATUSES[this.#statuses.at(k)],
      confidence: confidence === NO_CONFIDENCE ? null : confidence / STEPS,
      reason: NULL_REASONS[this.#reasons.at(k) - 1] ?? null,
      spans,
      ...(links && { links }),
      beadIds: beads ? beads.split(' ') : [],
    };
  }

  #text(start: number, end: number): string {
    const { buffer, byteOffset } = this.#ids.values();
    return Buffer.from(buffer, byteOffset + start, end - start).toString('latin1');
  }
}
