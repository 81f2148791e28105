/**
 * The nouns of the product. All positions are UTF-16 offsets into a *text*: the concatenation of
 * its paragraphs as imported, which is never rewritten. A segment is the stretch between two
 * neighbouring borders, so cutting or joining segments changes no text and renumbers nothing.
 */
export type ProjectId = string;
export type DocumentId = string;
export type TextId = string;
export type BitextId = string;
export type BeadId = string;
export type CommentId = string;
export type EventId = string;
export type UserId = string;

/** Half-open stretch of a text, UTF-16 units. Empty when `start === end`. */
export type Span = { start: number; end: number };

/** From the least to the best vouched for. */
export const BEAD_STATUSES = [
  'machine',
  'stale',
  'proposed',
  'confirmed',
  'self-reviewed',
  'approved',
] as const;
/**
 * `machine` -> `proposed` (a person changed it) -> `confirmed` (an editor vouches) -> `approved` (a second person).
 * `stale`: the text under it was replaced by a corrected one; whatever it was before stands in the history.
 */
export type BeadStatus = (typeof BEAD_STATUSES)[number];

export const BEAD_ORIGINS = ['machine', 'person', 'import'] as const;
/** Who drew the borders of the bead. */
export type BeadOrigin = (typeof BEAD_ORIGINS)[number];

export const NULL_REASONS = ['omitted', 'added', 'boilerplate', 'moved', 'segmentation'] as const;
/** Why a null bead has no counterpart. */
export type NullReason = (typeof NULL_REASONS)[number];

/** A run of source segments joined with a run of target segments; a null bead has one empty side. */
export type Bead = {
  id: BeadId;
  source: Span;
  target: Span;
  status: BeadStatus;
  origin: BeadOrigin;
  /** Probability that the engine's bead is right, 0..1; null once a person has drawn it. */
  confidence: number | null;
  /** Set on null beads only. */
  reason: NullReason | null;
  /** Who changed or confirmed it since its last machine state: none of them may approve it. */
  authors: readonly UserId[];
  /** Revision of the bitext in which it last changed. */
  revision: number;
};

export const BORDER_KINDS = ['paragraph', 'sentence', 'editor'] as const;
export type BorderKind = (typeof BORDER_KINDS)[number];
/** A place where a segment starts (or where the text ends). Paragraph borders can't be taken away. */
export type Border = { at: number; kind: BorderKind };

/** A changed reading of a stretch of a text; the stretch itself stays as imported. */
export type Correction = {
  start: number;
  end: number;
  old: string;
  reading: string;
};

export type Paragraph = { start: number; content: string };

export const COMMENT_KINDS = ['comment', 'dispute', 'return'] as const;
export type CommentKind = (typeof COMMENT_KINDS)[number];
export type Comment = {
  id: CommentId;
  bitextId: BitextId;
  beadId: BeadId;
  kind: CommentKind;
  body: string;
  authorId: UserId;
  /** ISO 8601, UTC. */
  createdAt: string;
  /** A resolved dispute no longer blocks approval. */
  resolvedBy: UserId | null;
};

/**
 * What the reducer must know of a text, in text order: all of it, or the stretches that the
 * commands name.
 */
export type TextState = {
  id: TextId;
  lang: string;
  paragraphs: readonly Paragraph[];
  borders: readonly Border[];
  corrections: readonly Correction[];
};

/** `beads` are in order. Parts of a bitext will do: commands see only beads that meet. */
export type BitextState = {
  id: BitextId;
  sourceTextId: TextId;
  targetTextId: TextId;
  beads: readonly Bead[];
};

/** All that commands read and change: a whole document, or the neighbourhood of the beads they name. */
export type DocumentState = {
  texts: Readonly<Record<TextId, TextState>>;
  bitexts: Readonly<Record<BitextId, BitextState>>;
  comments: readonly Comment[];
};

export type Side = 'source' | 'target';

export const isEmpty = (span: Span): boolean => span.start === span.end;
export const isNull = (bead: Bead): boolean => isEmpty(bead.source) || isEmpty(bead.target);
/** Confirmed and better: a wall that realignment never moves. */
export const isLocked = ({ status }: Bead): boolean =>
  status !== 'machine' && status !== 'stale' && status !== 'proposed';
/** Approved by a second person, or by the same one where the project allows it. */
export const isReviewed = (bead: Bead): boolean =>
  bead.status === 'approved' || bead.status === 'self-reviewed';
