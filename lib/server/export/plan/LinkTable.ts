import { BEAD_STATUSES, NULL_REASONS } from '@/lib/bitext/types';
import { Growing } from './Growing';
import type { PlannedLink, UnitPlan } from './UnitPlan';

/** Numbers a link takes. */
const WIDTH = 7;
const NO_CONFIDENCE = -1;
const STEPS = 10_000;

/** The links of units as a column: for each unit and language how many there are, and then they. */
export class LinkTable {
  readonly #numbers = new Growing(Int32Array);
  readonly #ends = new Growing(Uint32Array);

  add(links: UnitPlan['links']): void {
    for (const own of links ?? []) {
      this.#numbers.push(own.length);
      for (const { source, target, status, confidence, reason } of own)
        this.#numbers.pushAll([
          ...[source.start, source.end, target.start, target.end],
          BEAD_STATUSES.indexOf(status),
          confidence === null ? NO_CONFIDENCE : Math.round(confidence * STEPS),
          reason === null ? 0 : NULL_REASONS.indexOf(reason) + 1,
        ]);
    }
    this.#ends.push(this.#numbers.length);
  }

  /** Those of unit number `k`. */
  at(k: number): UnitPlan['links'] {
    const end = this.#ends.at(k);
    let at = k === 0 ? 0 : this.#ends.at(k - 1);
    if (at === end) return undefined;
    const links: PlannedLink[][] = [];
    while (at < end) {
      const count = this.#numbers.at(at++);
      links.push(Array.from({ length: count }, (_, n) => this.#link(at + n * WIDTH)));
      at += count * WIDTH;
    }
    return links;
  }

  #link(at: number): PlannedLink {
    const number = (k: number) => this.#numbers.at(at + k);
    return {
      source: { start: number(0), end: number(1) },
      target: { start: number(2), end: number(3) },
      status: BEAD_STATUSES[number(4)],
      confidence: number(5) === NO_CONFIDENCE ? null : number(5) / STEPS,
      reason: NULL_REASONS[number(6) - 1] ?? null,
    };
  }
}
