import { applyChange, type Change, invert } from './change';
import { rehomeComments } from './discussion';
import { findBead, textOf } from './find';
import { findBorder, nextBorder } from './segments';
import type { Bead, BitextState, DocumentState } from './types';

/**
 * The change that takes `done` back, comments that others have left on its beads included. Null when
 * somebody has changed the same beads, segments or comments since.
 */
export function takingBack(state: DocumentState, done: Change): Change | null {
  const change = invert(done);
  if (!standsAsLeft(state, change)) return null;
  return rehomeComments(state, {
    ...change,
    // Confidence and revision may differ from what was: taking this back in turn must find what stands now.
    beads: change.beads.map((row) => ({
      ...row,
      before: row.before && (findBead(state, row.before.id)?.bead ?? row.before),
    })),
  });
}

/**
 * Whether everything that `change` replaces is still there as it says, and nothing stands where it
 * adds. Revisions are left out: a bead that was changed and changed back is as it was.
 */
export function standsAsLeft(state: DocumentState, change: Change): boolean {
  return (
    change.beads.every(({ before, after }) => {
      const current = findBead(state, (before ?? after)!.id)?.bead;
      return before ? current !== undefined && sameBead(current, before) : current === undefined;
    }) &&
    change.borders.every(({ textId, before, after }) => {
      const border = findBorder(state.texts[textId], (before ?? after)!.at);
      return before
        ? border?.kind === before.kind && !isBeadBorder(state, textId, before.at, change)
        : !border;
    }) &&
    change.corrections.every(({ textId, before, after }) => {
      const current = state.texts[textId].corrections.find((c) => c.start === (before ?? after)!.start);
      return before ? current?.end === before.end && current.reading === before.reading : !current;
    }) &&
    change.comments.every(({ before, after }) => {
      const current = state.comments.find((c) => c.id === (before ?? after)!.id);
      return before
        ? current !== undefined &&
            current.beadId === before.beadId &&
            current.resolvedBy === before.resolvedBy
        : !current;
    }) &&
    fitsTexts(applyChange(state, change), change)
  );
}

/** Whether the texts, which others may have cut, joined or corrected, still carry what the change puts back. */
function fitsTexts(after: DocumentState, change: Change): boolean {
  return (
    change.beads.every(
      (row) => !row.after || standsOnBorders(after, after.bitexts[row.bitextId], row.after),
    ) &&
    change.borders.every(
      (row) =>
        !row.after ||
        !after.texts[row.textId].corrections.some((c) => c.start < row.after!.at && row.after!.at < c.end),
    ) &&
    change.corrections.every((row) => {
      if (!row.after) return true;
      const text = after.texts[row.textId];
      const { start, end } = row.after;
      const border = nextBorder(text, start);
      const others = text.corrections.filter((c) => c.start !== start);
      return (!border || border.at >= end) && !others.some((c) => c.start < end && start < c.end);
    })
  );
}

const standsOnBorders = (state: DocumentState, bitext: BitextState, bead: Bead): boolean =>
  (['source', 'target'] as const).every((side) =>
    [bead[side].start, bead[side].end].every((at) => findBorder(textOf(state, bitext, side), at)),
  );

function sameBead(a: Bead, b: Bead): boolean {
  return (
    a.source.start === b.source.start &&
    a.source.end === b.source.end &&
    a.target.start === b.target.start &&
    a.target.end === b.target.end &&
    a.status === b.status &&
    a.reason === b.reason &&
    a.authors.length === b.authors.length &&
    a.authors.every((author, k) => author === b.authors[k])
  );
}

/** A cut that somebody has drawn a bead border on since can't be taken back. */
function isBeadBorder(state: DocumentState, textId: string, at: number, change: Change): boolean {
  const replaced = new Set(change.beads.map((row) => row.before?.id));
  return Object.values(state.bitexts).some((bitext) => {
    const side = bitext.sourceTextId === textId ? 'source' : bitext.targetTextId === textId ? 'target' : null;
    return side !== null && bitext.beads.some((b) => b[side].start === at && !replaced.has(b.id));
  });
}
