import type { UnitPart } from '../ExportUnit';

/** A `segment` of a `unit` (XLIFF 2.1, section 4.2.2.5), or what stands between two of them (`ignorable`). */
export type UnitSegment<About> = {
  source: string;
  target: string;
  about: About;
  /** Where the target stands among those of its unit, from 1; NaN when it stands where its source does. */
  order: number;
};

/** What becomes one unit of the alignment; `at` is the number of its first segment, from 1. */
export type SegmentGroup<About> = {
  at: number;
  source: UnitPart[];
  target: UnitPart[];
  abouts: About[];
};

type Placed<About> = UnitSegment<About> & { at: number; place: number };

/**
 * The segments of a unit of XLIFF 2. Targets may stand in another order than their sources (`order`, section 4.3.1.22):
 * then all of the unit is one group, so that both texts read as they were written.
 */
export class SegmentedUnit<About> {
  readonly #segments: Placed<About>[] = [];
  #places = 0;

  /** A blank one takes a place, and no more. */
  add(segment: UnitSegment<About>): void {
    this.#places++;
    if (!segment.source.trim() && !segment.target.trim()) return;
    const place = segment.order >= 1 ? segment.order : this.#places;
    this.#segments.push({ ...segment, place, at: this.#segments.length + 1 });
  }

  groups(): SegmentGroup<About>[] {
    // What has no target is nowhere, and so in nobody's way.
    const targets = this.#segments.filter(({ target }) => target.trim() !== '');
    const placed = targets.toSorted((a, b) => a.place - b.place);
    if (targets.every((one, k) => one === placed[k]))
      return this.#segments.map((one) => groupOf(one.at, [one], [one]));
    return [groupOf(1, this.#segments, placed)];
  }
}

function groupOf<About>(
  at: number,
  sources: readonly Placed<About>[],
  targets: readonly Placed<About>[],
): SegmentGroup<About> {
  const part = (text: string, k: number): UnitPart => ({ text, opens: at === 1 && k === 0 });
  return {
    at,
    source: sources.map(({ source }, k) => part(source, k)),
    target: targets.map(({ target }, k) => part(target, k)),
    abouts: sources.map(({ about }) => about),
  };
}
