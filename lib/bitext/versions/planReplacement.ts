import { type Change, NO_CHANGE } from '../change';
import type { MadeText } from '../makeText';
import type { BeadId, DocumentState, TextId, TextState } from '../types';
import { carryBeads } from './carryBeads';
import { carryText } from './carryText';
import { comparePieces, type Piece } from './pieces';
import { settle } from './settle';

export type Replacement = {
  /** The newer version with the borders and corrections it takes over from the older one. */
  text: TextState;
  lengthUtf16: number;
  change: Change;
  pieces: readonly Piece[];
};

/**
 * What it takes to put a corrected version in the place of a text: its borders and corrections, and the beads of every
 * bitext that the text is part of. Pure: nothing is stored, and the same texts give the same plan but for new ids.
 *
 * @param state the whole document. @param made the corrected text, cut as the older one was.
 */
export function planReplacement(
  state: DocumentState,
  olderId: TextId,
  newerId: TextId,
  made: MadeText,
  newId: () => string,
): Replacement {
  const older = state.texts[olderId];
  const contents = (text: Pick<TextState, 'paragraphs'>) => text.paragraphs.map(({ content }) => content);
  const pieces = settle(
    comparePieces(contents(older), contents(made)),
    { content: contents(older).join(''), borders: older.borders },
    { content: contents(made).join(''), borders: made.borders },
  );
  const text: TextState = {
    id: newerId,
    lang: older.lang,
    paragraphs: made.paragraphs,
    ...carryText(older, made, pieces),
  };
  const beads = Object.values(state.bitexts).flatMap((bitext) => {
    if (bitext.sourceTextId !== olderId && bitext.targetTextId !== olderId) return [];
    const side = bitext.sourceTextId === olderId ? 'source' : 'target';
    const rows = carryBeads(bitext, side, { older, newer: text }, pieces, newId);
    return rows.map((row) => ({ bitextId: bitext.id, ...row }));
  });
  const texts = [{ lang: older.lang, before: olderId, after: newerId }];
  const comments = commentsMoved(state, beads);
  return { text, lengthUtf16: made.lengthUtf16, change: { ...NO_CHANGE, beads, comments, texts }, pieces };
}

/** Comments of beads that are gone go to the bead before, and come back with undo. */
function commentsMoved(state: DocumentState, rows: Change['beads']): Change['comments'] {
  const gone = new Set(rows.flatMap(({ before, after }) => (before && !after ? before.id : [])));
  const commented = state.comments.filter(({ beadId }) => gone.has(beadId));
  if (!commented.length) return [];
  const heirs = new Map<BeadId, BeadId>();
  for (const { id, beads } of Object.values(state.bitexts)) {
    const first = beads.find((bead) => !gone.has(bead.id))?.id;
    let heir = first ?? rows.find((row) => row.bitextId === id && row.after)?.after?.id;
    for (const bead of beads) {
      if (!gone.has(bead.id)) heir = bead.id;
      else if (heir) heirs.set(bead.id, heir);
    }
  }
  return commented.flatMap((comment) => {
    const beadId = heirs.get(comment.beadId);
    return beadId ? { before: comment, after: { ...comment, beadId } } : [];
  });
}
