import type { Bead, BitextState, Correction, TextState } from './types';

/** A whole text in columns: a few values that cross to another thread at once, instead of a hundred thousand objects. */
export type PackedText = {
  id: string;
  lang: string;
  contents: readonly string[];
  /** Where each paragraph begins. */
  starts: Int32Array;
  /** Offsets of the borders, in order. */
  borders: Int32Array;
  corrections: readonly Correction[];
};

/** The beads of a bitext, as far as where they stand: they form a chain, hence their ends say where the next begin. */
export type PackedBeads = {
  /** 36 characters each, end to end. */
  ids: string;
  sourceEnds: Int32Array;
  targetEnds: Int32Array;
};

const UUID_LENGTH = 36;

export const packedId = ({ ids }: PackedBeads, k: number): string =>
  ids.slice(k * UUID_LENGTH, (k + 1) * UUID_LENGTH);

/** The kinds of borders are not packed: all are sentences. */
export function unpackText({ id, lang, contents, starts, borders, corrections }: PackedText): TextState {
  return {
    ...{ id, lang, corrections },
    paragraphs: contents.map((content, k) => ({ start: starts[k], content })),
    borders: Array.from(borders, (at) => ({ at, kind: 'sentence' })),
  };
}

/** The rest of a bead is not packed, and filled in. */
export function unpackBeads(
  place: Pick<BitextState, 'id' | 'sourceTextId' | 'targetTextId'>,
  packed: PackedBeads,
): BitextState {
  const { sourceEnds, targetEnds } = packed;
  const beads = Array.from(
    sourceEnds,
    (sourceEnd, k): Bead => ({
      id: packedId(packed, k),
      source: { start: sourceEnds[k - 1] ?? 0, end: sourceEnd },
      target: { start: targetEnds[k - 1] ?? 0, end: targetEnds[k] },
      ...{ status: 'machine', origin: 'machine', confidence: null, reason: null, authors: [], revision: 0 },
    }),
  );
  return { id: place.id, sourceTextId: place.sourceTextId, targetTextId: place.targetTextId, beads };
}

/**
 * Numbers of the beads that hold one of the ascending `offsets` on the side of these `ends`, ascending and each once.
 * Null beads hold nothing. O(offsets · log beads).
 */
export function beadsHoldingAny(ends: Int32Array, offsets: readonly number[]): number[] {
  const held: number[] = [];
  for (const at of offsets) {
    let [low, high] = [held.at(-1) ?? 0, ends.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (ends[middle] <= at) low = middle + 1;
      else high = middle;
    }
    if (low < ends.length && held.at(-1) !== low) held.push(low);
  }
  return held;
}
