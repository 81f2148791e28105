import type { RowChange } from '../change';
import { lowerBound, readingOf, segmentsIn } from '../segments';
import { type Bead, type BitextState, isEmpty, isNull, type Side, type Span, type TextState } from '../types';
import type { Piece } from './pieces';

/**
 * The beads of a bitext when one of its texts is replaced by a newer version: each goes on with the segments that
 * stand for its own. A bead whose words are the same keeps its status, every other one is `stale`; segments that came
 * between two beads are null beads of their own; a bead that has lost both sides is gone.
 *
 * The chain holds: pieces grow on both sides, so the segments of the newer version pass to the beads in order.
 */
export function carryBeads(
  bitext: BitextState,
  side: Side,
  texts: { older: TextState; newer: TextState },
  pieces: readonly Piece[],
  newId: () => string,
): RowChange<Bead>[] {
  if (!bitext.beads.length) return [];
  const other: Side = side === 'source' ? 'target' : 'source';
  const holders = bitext.beads.flatMap((bead, k) => (isEmpty(bead[side]) ? [] : [k]));
  const heirs = heirsOf(texts.newer, pieces, new Holders(bitext.beads, holders, side));
  const rows: RowChange<Bead>[] = [];
  let [at, next] = [0, 0];
  const arrive = (upTo: number, opposite: number) => {
    for (; heirs[next]?.isNew && heirs[next].bead <= upTo; next++) {
      const { segment } = heirs[next];
      const span = { start: opposite, end: opposite };
      const sides = side === 'source' ? { source: segment, target: span } : { source: span, target: segment };
      rows.push({ before: null, after: { ...NEW, id: newId(), ...sides } });
      at = segment.end;
    }
  };
  for (const [k, bead] of bitext.beads.entries()) {
    if (!isEmpty(bead[side])) arrive(k, bead[other].start);
    const start = at;
    for (; heirs[next] && !heirs[next].isNew && heirs[next].bead === k; next++) at = heirs[next].segment.end;
    const after = carried(bead, side, { start, end: at }, texts);
    if (!after || !standsAsItWas(bead, after)) rows.push({ before: bead, after });
  }
  arrive(bitext.beads.length, bitext.beads.at(-1)![other].end);
  return rows;
}

const NEW = {
  status: 'machine',
  origin: 'import',
  confidence: null,
  reason: null,
  authors: [],
  revision: 0,
} as const satisfies Partial<Bead>;

/** A segment of the newer version: it passes to bead number `bead`, or comes in before it. */
type Heir = { segment: Span; bead: number; isNew: boolean };

/** The beads that have segments on a side, by place. */
class Holders {
  readonly #beads: readonly Bead[];
  readonly #numbers: readonly number[];
  readonly #side: Side;

  constructor(beads: readonly Bead[], numbers: readonly number[], side: Side) {
    this.#beads = beads;
    this.#numbers = numbers;
    this.#side = side;
  }

  /** Number of the bead that holds the offset, or would if the text went on. */
  at(offset: number): number {
    const found = lowerBound(this.#numbers, offset + 1, (k) => this.#beads[k][this.#side].start);
    return this.#numbers[Math.max(0, found - 1)];
  }

  end(number: number): number {
    return this.#beads[number][this.#side].end;
  }

  /** Number of the bead before which something at the offset comes in, if no bead goes through it. */
  before(offset: number): number | null {
    const found = lowerBound(this.#numbers, offset, (k) => this.#beads[k][this.#side].start);
    if (found === this.#numbers.length)
      return offset >= this.end(this.#numbers[found - 1]) ? this.#beads.length : null;
    return this.#beads[this.#numbers[found]][this.#side].start === offset ? this.#numbers[found] : null;
  }

  get isNone(): boolean {
    return !this.#numbers.length;
  }
}

function heirsOf(newer: TextState, pieces: readonly Piece[], holders: Holders): Heir[] {
  const whole = { start: 0, end: newer.borders.at(-1)?.at ?? 0 };
  let first = 0;
  let last: Heir | null = null;
  /** Segments never pass to a bead before the one that the segment before them has passed to. */
  const inOrder = (heir: Heir): Heir => {
    const rank = ({ bead, isNew }: Heir) => bead - (isNew ? 0.5 : 0);
    last = last && rank(heir) < rank(last) ? { ...last, segment: heir.segment } : heir;
    return last;
  };
  return segmentsIn(newer, whole).map((segment) => inOrder(heirOf(segment)));

  function heirOf(segment: Span): Heir {
    if (holders.isNone) return { segment, bead: 0, isNew: true };
    while (pieces[first + 1] && pieces[first].newEnd <= segment.start) first++;
    const own: Piece[] = [];
    for (let k = first; k < pieces.length && pieces[k].newStart < segment.end; k++)
      if (pieces[k].newEnd > segment.start) own.push(pieces[k]);
    const bead = mostShared(newer, own, segment, holders);
    if (bead !== null) return { segment, bead, isNew: false };
    const place = backOf(own[0], segment.start);
    const comesIn = own.every((piece) => piece.kind === 'same' || piece.oldStart === piece.oldEnd);
    const before = comesIn ? holders.before(place) : null;
    return before === null
      ? { segment, bead: holders.at(place), isNew: false }
      : { segment, bead: before, isNew: true };
  }
}

/** The bead most of whose letters have come into the segment; null when none has. */
function mostShared(
  newer: TextState,
  pieces: readonly Piece[],
  segment: Span,
  holders: Holders,
): number | null {
  let [best, most] = [null as number | null, 0];
  const shared = new Map<number, number>();
  const text = { paragraphs: newer.paragraphs, corrections: [] };
  // A full stop that two sentences share says nothing, unless there is nothing else.
  const counted = /[\p{L}\p{N}]/u.test(readingOf(text, segment)) ? /[^\p{L}\p{N}]+/gu : /\s+/gu;
  for (const { kind, oldStart, newStart, newEnd } of pieces) {
    if (kind === 'other') continue;
    const end = Math.min(newEnd, segment.end);
    let at = Math.max(newStart, segment.start);
    while (at < end) {
      const bead = holders.at(kind === 'word' ? oldStart : oldStart + at - newStart);
      const stop =
        kind === 'word' ? end : Math.min(end, Math.max(at + 1, holders.end(bead) - oldStart + newStart));
      const letters = readingOf(text, { start: at, end: stop }).replace(counted, '').length;
      const sum = (shared.get(bead) ?? 0) + letters;
      shared.set(bead, sum);
      if (sum > most) [best, most] = [bead, sum];
      at = stop;
    }
  }
  return best;
}

/** Where the offset would stand in the older version. */
function backOf({ oldStart, oldEnd, newStart, newEnd, kind }: Piece, at: number): number {
  if (kind === 'same') return oldStart + at - newStart;
  return oldStart + Math.floor(((at - newStart) / (newEnd - newStart)) * (oldEnd - oldStart));
}

/** The bead with its new segments; null when nothing is left of it. */
function carried(
  bead: Bead,
  side: Side,
  span: Span,
  { older, newer }: { older: TextState; newer: TextState },
): Bead | null {
  const moved: Bead = { ...bead, [side]: span };
  if (isEmpty(moved.source) && isEmpty(moved.target)) return null;
  if (wordsOf(older, bead[side]) === wordsOf(newer, span)) return moved;
  return { ...moved, status: 'stale', confidence: null, reason: isNull(moved) ? bead.reason : null };
}

/** As people read it: neither white space nor the way that accents are encoded makes a difference. */
const wordsOf = (text: TextState, span: Span): string =>
  readingOf(text, span).normalize('NFC').replace(/\s+/gu, '');

const standsAsItWas = (a: Bead, b: Bead): boolean =>
  a.status === b.status &&
  a.source.start === b.source.start &&
  a.source.end === b.source.end &&
  a.target.start === b.target.start &&
  a.target.end === b.target.end;
