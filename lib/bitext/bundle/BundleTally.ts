import type { BeadStatus } from '../types';
import type { BundleEntry, BundleHead, BundleRow } from './bundleRows';

/** What a bundle holds, without its words. */
export type BundleSummary = {
  head: BundleHead;
  /** How many rows each entry has. */
  counts: Record<BundleEntry, number>;
  /** The texts as they stand, reference first. */
  texts: BundleText[];
  olderTexts: number;
  /** Of all beads, by status. */
  statuses: Partial<Record<BeadStatus, number>>;
  openDisputes: number;
  people: BundleRow<'people'>[];
  /** When the first and the last thing happened that the history tells of. */
  history: { from: string; to: string } | null;
  /** Beads that do not stand as the history leaves them. */
  unexplained: number;
};

export type BundleText = {
  lang: string;
  isReference: boolean;
  fileName: string | null;
  lengthUtf16: number;
  /** Beads with the reference by status; null when it is not aligned, and for the reference. */
  statuses: Partial<Record<BeadStatus, number>> | null;
};

type Counted = Pick<
  BundleSummary,
  'texts' | 'olderTexts' | 'statuses' | 'openDisputes' | 'people' | 'history'
>;

/** Counts what is in a bundle while its rows go by; they must have been checked. */
export class BundleTally {
  readonly #texts: BundleRow<'texts'>[] = [];
  readonly #people: BundleRow<'people'>[] = [];
  readonly #bitexts = new Map<
    string,
    { targetTextId: string; statuses: Partial<Record<BeadStatus, number>> }
  >();
  #openDisputes = 0;
  #history: BundleSummary['history'] = null;

  see(entry: BundleEntry, value: unknown): void {
    if (entry === 'people') this.#people.push(value as BundleRow<'people'>);
    if (entry === 'texts') this.#texts.push(value as BundleRow<'texts'>);
    if (entry === 'bitexts') {
      const { id, targetTextId } = value as BundleRow<'bitexts'>;
      this.#bitexts.set(id, { targetTextId, statuses: {} });
    }
    if (entry === 'beads') {
      const { bitextId, status } = value as BundleRow<'beads'>;
      const { statuses } = this.#bitexts.get(bitextId)!;
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
    if (entry === 'comments') {
      const { kind, resolvedBy } = value as BundleRow<'comments'>;
      if (kind === 'dispute' && resolvedBy === null) this.#openDisputes++;
    }
    if (entry === 'events') {
      const { at } = value as BundleRow<'events'>;
      this.#history = { from: this.#history?.from ?? at, to: at };
    }
  }

  get counted(): Counted {
    const current = this.#texts.filter(({ isCurrent }) => isCurrent);
    const statuses: Counted['statuses'] = {};
    for (const one of this.#bitexts.values())
      for (const [status, count] of Object.entries(one.statuses) as [BeadStatus, number][])
        statuses[status] = (statuses[status] ?? 0) + count;
    const ofText = new Map([...this.#bitexts.values()].map((one) => [one.targetTextId, one.statuses]));
    const texts = current.map(({ id, lang, isReference, fileName, lengthUtf16 }): BundleText => {
      const own = ofText.get(id);
      return {
        ...{ lang, isReference, fileName, lengthUtf16 },
        statuses: own && Object.keys(own).length ? own : null,
      };
    });
    return {
      texts: texts.sort(
        (a, b) => Number(b.isReference) - Number(a.isReference) || (a.lang < b.lang ? -1 : 1),
      ),
      olderTexts: this.#texts.length - current.length,
      ...{ statuses, openDisputes: this.#openDisputes, people: this.#people, history: this.#history },
    };
  }
}
