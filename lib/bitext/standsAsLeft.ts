import type { Change } from './change';
import { findBead } from './find';
import { findBorder } from './segments';
import type { Bead, DocumentState } from './types';

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
    })
  );
}

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
