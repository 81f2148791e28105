import {
  BEAD_ORIGINS,
  BEAD_STATUSES,
  type Bead,
  type BeadStatus,
  type BitextState,
  BORDER_KINDS,
  type Border,
  type Comment,
  type Correction,
  type DocumentState,
  type NullReason,
  type TextState,
} from './types';

/**
 * A document without its words, in columns: where segments and beads begin and how they stand. Some
 * sixty bytes a bead, so that the grid knows its rows, its filters and its map at once in a document
 * of any length; the words follow for the rows that are looked at.
 */
export type DocumentOutline = {
  /** Number of the last event of the document that the outline holds. */
  seq: number;
  texts: readonly TextOutline[];
  bitexts: readonly BitextOutline[];
  comments: readonly Comment[];
};

export type TextOutline = {
  id: string;
  lang: string;
  /** Offsets of the borders, in order. */
  at: readonly number[];
  /** The kind of each border by its first letter: `p`, `s` or `e`. */
  kinds: string;
  corrections: readonly Correction[];
};

/** One entry a bead, in order. Beads form a chain, hence their ends say where the next ones start. */
export type BitextOutline = {
  id: string;
  sourceTextId: string;
  targetTextId: string;
  /** The ids, 36 characters each, end to end. */
  ids: string;
  sourceEnds: readonly number[];
  targetEnds: readonly number[];
  /** Statuses by `STATUS_LETTERS`, origins by their first letters. */
  statuses: string;
  origins: string;
  confidences: readonly (number | null)[];
  /** Reasons of null beads, by number of the bead. */
  reasons: readonly (readonly [number, NullReason])[];
  /** Who has worked on them: number of the bead, number of the list in `teams`. */
  authors: readonly (readonly [number, number])[];
  teams: readonly (readonly string[])[];
  revisions: readonly number[];
};

const UUID_LENGTH = 36;
const byLetter = <T extends string>(names: readonly T[]): Record<string, T> =>
  Object.fromEntries(names.map((name) => [name[0], name]));
/** As `statuses` writes them: the first letters, but for one of two that begin alike. */
export const STATUS_LETTERS: Record<BeadStatus, string> = {
  machine: 'm',
  stale: 'o',
  proposed: 'p',
  confirmed: 'c',
  'self-reviewed': 's',
  approved: 'a',
};
const STATUS = Object.fromEntries(BEAD_STATUSES.map((status) => [STATUS_LETTERS[status], status]));
const ORIGIN = byLetter(BEAD_ORIGINS);
const KIND = byLetter(BORDER_KINDS);

/** The document as commands know it; its texts have no paragraphs yet. O(beads + borders). */
export function unfoldOutline(outline: DocumentOutline): DocumentState {
  return {
    texts: Object.fromEntries(outline.texts.map((text) => [text.id, readText(text)])),
    bitexts: Object.fromEntries(outline.bitexts.map((bitext) => [bitext.id, readBitext(bitext)])),
    comments: outline.comments,
  };
}

function readText({ id, lang, at, kinds, corrections }: TextOutline): TextState {
  const borders: Border[] = at.map((offset, k) => ({ at: offset, kind: KIND[kinds[k]] }));
  return { id, lang, paragraphs: [], borders, corrections };
}

function readBitext(outline: BitextOutline): BitextState {
  const reasons = new Map(outline.reasons);
  const authors = new Map(outline.authors);
  const beads: Bead[] = [];
  let [source, target] = [0, 0];
  for (let k = 0; k < outline.sourceEnds.length; k++) {
    const team = authors.get(k);
    beads.push({
      id: outline.ids.slice(k * UUID_LENGTH, (k + 1) * UUID_LENGTH),
      source: { start: source, end: outline.sourceEnds[k] },
      target: { start: target, end: outline.targetEnds[k] },
      status: STATUS[outline.statuses[k]],
      origin: ORIGIN[outline.origins[k]],
      confidence: outline.confidences[k],
      reason: reasons.get(k) ?? null,
      authors: team === undefined ? NOBODY : outline.teams[team],
      revision: outline.revisions[k],
    });
    source = outline.sourceEnds[k];
    target = outline.targetEnds[k];
  }
  const { id, sourceTextId, targetTextId } = outline;
  return { id, sourceTextId, targetTextId, beads };
}

const NOBODY: readonly string[] = [];
