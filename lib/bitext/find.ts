import type { Bead, BeadId, BitextState, DocumentState, Side, TextState } from './types';

export type Found = {
  bitext: BitextState;
  bead: Bead;
  previous: Bead | undefined;
  next: Bead | undefined;
};

/**
 * The bead with its neighbours, in whichever bitext it stands. A state may hold separate runs of a
 * bitext: only a bead that ends where this one starts is its neighbour.
 */
export function findBead(state: DocumentState, id: BeadId): Found | undefined {
  for (const bitext of Object.values(state.bitexts)) {
    const index = positionsIn(bitext.beads).get(id);
    if (index === undefined) continue;
    const bead = bitext.beads[index];
    const [before, after] = [bitext.beads[index - 1], bitext.beads[index + 1]];
    return {
      bitext,
      bead,
      previous: before && meets(before, bead) ? before : undefined,
      next: after && meets(bead, after) ? after : undefined,
    };
  }
  return undefined;
}

const known = new WeakMap<readonly Bead[], Map<BeadId, number>>();

/** Place of each bead, made once for each array: arrays of beads never change, and wide commands ask thousands of times. */
function positionsIn(beads: readonly Bead[]): Map<BeadId, number> {
  let positions = known.get(beads);
  if (!positions) {
    positions = new Map(beads.map((bead, index) => [bead.id, index]));
    known.set(beads, positions);
  }
  return positions;
}

/** `to` has the same ids in the same places as `from`: what is known of the one holds for the other. */
export function sharePositions(from: readonly Bead[], to: readonly Bead[]): void {
  const positions = known.get(from);
  if (positions) known.set(to, positions);
}

const meets = (first: Bead, second: Bead) =>
  first.source.end === second.source.start && first.target.end === second.target.start;

/** Number of the bead in its bitext; -1 when it is not there. */
export const positionOf = (bitext: BitextState, id: BeadId): number =>
  positionsIn(bitext.beads).get(id) ?? -1;

export function textOf(state: DocumentState, bitext: BitextState, side: Side): TextState {
  return state.texts[side === 'source' ? bitext.sourceTextId : bitext.targetTextId];
}

/** Every bead, in every bitext of the document, whose stretch of `textId` holds the offset `at`. */
export function beadsHolding(
  state: DocumentState,
  textId: string,
  at: number,
): { bitext: BitextState; bead: Bead }[] {
  return Object.values(state.bitexts).flatMap((bitext) => {
    const side = bitext.sourceTextId === textId ? 'source' : bitext.targetTextId === textId ? 'target' : null;
    if (!side) return [];
    return bitext.beads
      .filter((bead) => bead[side].start <= at && at < bead[side].end)
      .map((bead) => ({ bitext, bead }));
  });
}

/** A dispute that nobody has resolved blocks approval. */
export function isDisputed(state: Pick<DocumentState, 'comments'>, id: BeadId): boolean {
  return state.comments.some((c) => c.beadId === id && c.kind === 'dispute' && c.resolvedBy === null);
}
