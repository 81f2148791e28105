import type { MadeText } from '@/lib/bitext/makeText';
import { BEAD_STATUSES, type Bead, type BeadStatus, type Border, type Paragraph } from '@/lib/bitext/types';
import type { AlignedDocument, AlignedUnit, AlignedWarning } from './AlignedDocument';

/** A text of the document to be: which language of the file it is. */
export type Column = { at: number; lang: string };
type Wishes = { newId: () => string; actorId: string; keepApprovals: boolean };

/** The document that aligned units would make, row by row: nothing of it is held but where each unit stands. */
export type Layout = {
  /** UTF-16 units of each text, in the order of the columns. */
  lengths: number[];
  /** How many units would have each status; one that differs from translation to translation has the least sure. */
  statuses: Partial<Record<BeadStatus, number>>;
  /** What the file says and the document cannot hold. */
  warnings: AlignedWarning[];
  rowsOf: (text: number) => Generator<Paragraph | Border>;
  /** Of the first text with the one of this number, from 1. */
  beadsOf: (text: number) => Generator<Bead>;
};

/**
 * Texts, segments and beads from aligned units. A segment is what the file has as one: nothing is cut further, so that
 * what is exported again is what came in. Segments of one paragraph are joined by a space.
 *
 * A null bead cannot be confirmed without a reason, and becomes `proposed`. Approvals are kept only when
 * `keepApprovals` says so: whoever imports could not have given them to their own work, else they are `confirmed`.
 *
 * @param columns reference first; other languages of the file are left out.
 */
export function planLayout(
  { units }: AlignedDocument,
  columns: readonly Column[],
  { newId, actorId, keepApprovals }: Wishes,
): Layout {
  const starts = columns.map(({ at }) => unitStarts(units, at));
  const statuses: Layout['statuses'] = {};
  const tally = tallyOf(units.length);
  function* beadsOf(text: number, told?: Tally): Generator<Omit<Bead, 'id'>> {
    const [sources, targets] = [starts[0], starts[text]];
    for (let k = 0; k < units.length; k++) {
      const source = { start: sources[k], end: sources[k + 1] };
      const target = { start: targets[k], end: targets[k + 1] };
      const [noSource, noTarget] = [source.start === source.end, target.start === target.end];
      if (noSource && noTarget) continue;
      const unit = units[k];
      const isNull = noSource || noTarget;
      const status = statusOf(unit, isNull, keepApprovals, (code) => told?.note(code, k));
      told?.see(status, k);
      yield {
        ...{ source, target, status, origin: 'import', confidence: unit.confidence, revision: 0 },
        reason: isNull ? unit.reason : null,
        authors: status === 'machine' ? [] : [actorId],
      };
    }
  }
  for (let text = 1; text < columns.length; text++) for (const _ of beadsOf(text, tally)); // Only what is told counts.
  for (const status of tally.seen) if (status) statuses[status] = (statuses[status] ?? 0) + 1;
  return {
    lengths: starts.map((own) => own[units.length]),
    statuses,
    warnings: (['approvals', 'confirmedNulls'] as const).flatMap((code) =>
      tally.counts[code].count ? [{ code, params: tally.counts[code] }] : [],
    ),
    rowsOf: (text) => textRows(units, columns[text].at),
    *beadsOf(text) {
      for (const bead of beadsOf(text)) yield { id: newId(), ...bead };
    },
  };
}

export type LaidOut = Pick<Layout, 'warnings'> & {
  /** One a column. */
  texts: MadeText[];
  /** The beads of the first text with each of the others, in the order of `columns.slice(1)`. */
  bitexts: Bead[][];
};

/** The same, all at once. */
export function layOut(document: AlignedDocument, columns: readonly Column[], wishes: Wishes): LaidOut {
  const { lengths, warnings, rowsOf, beadsOf } = planLayout(document, columns, wishes);
  const texts = lengths.map((lengthUtf16, k) => {
    const made: MadeText = { paragraphs: [], borders: [], lengthUtf16 };
    for (const row of rowsOf(k)) {
      if ('content' in row) made.paragraphs.push(row);
      else made.borders.push(row);
    }
    return made;
  });
  return { texts, bitexts: texts.slice(1).map((_, k) => [...beadsOf(k + 1)]), warnings };
}

/** Counts units once, however many translations they have. */
function tallyOf(unitCount: number) {
  const counts = { approvals: { count: 0, place: 0 }, confirmedNulls: { count: 0, place: 0 } };
  const noted = { approvals: new Uint8Array(unitCount), confirmedNulls: new Uint8Array(unitCount) };
  const seen: (BeadStatus | undefined)[] = new Array(unitCount);
  return {
    counts,
    seen,
    /** @param unit from 0 */
    note(code: keyof typeof counts, unit: number) {
      if (noted[code][unit]) return;
      noted[code][unit] = 1;
      const { count, place } = counts[code];
      counts[code] = { count: count + 1, place: count ? Math.min(place, unit + 1) : unit + 1 };
    },
    see(status: BeadStatus, unit: number) {
      const before = seen[unit];
      // The list of statuses goes from the least sure to the surest.
      if (!before || BEAD_STATUSES.indexOf(status) < BEAD_STATUSES.indexOf(before)) seen[unit] = status;
    },
  };
}
type Tally = ReturnType<typeof tallyOf>;

function statusOf(
  { status, reason }: AlignedUnit,
  isNull: boolean,
  keepApprovals: boolean,
  note: (code: 'approvals' | 'confirmedNulls') => void,
): BeadStatus {
  if (status === null || status === 'machine' || status === 'stale' || status === 'proposed')
    return status ?? 'machine';
  if (isNull && reason === null) {
    note('confirmedNulls');
    return 'proposed';
  }
  if (status === 'confirmed' || keepApprovals) return status;
  note('approvals');
  return 'confirmed';
}

/** The segments of one language with their places; a space stands before one that opens no paragraph. */
function* placedSegments(units: readonly AlignedUnit[], language: number) {
  let length = 0;
  for (const [unit, { sides }] of units.entries())
    for (const { text, opens } of sides[language]) {
      const begins = opens || length === 0;
      const at = begins ? length : length + 1;
      yield { unit, text, begins, at };
      length = at + text.length;
    }
}

/** Where each unit begins, and at last where the text ends; one without a text stands where the next segment begins. */
function unitStarts(units: readonly AlignedUnit[], language: number): Int32Array {
  const starts = new Int32Array(units.length + 1);
  let [known, end] = [0, 0];
  for (const { unit, text, at } of placedSegments(units, language)) {
    while (known <= unit) starts[known++] = at;
    end = at + text.length;
  }
  starts.fill(end, known);
  return starts;
}

/** The rows of a text, each paragraph after the borders in it. */
function* textRows(units: readonly AlignedUnit[], language: number): Generator<Paragraph | Border> {
  let start = -1;
  let pieces: string[] = [];
  let end = 0;
  for (const { text, begins, at } of placedSegments(units, language)) {
    if (begins) {
      if (start >= 0) yield { start, content: pieces.join(' ') };
      start = at;
      pieces = [];
    }
    yield { at, kind: begins ? 'paragraph' : 'sentence' };
    pieces.push(text);
    end = at + text.length;
  }
  if (start >= 0) yield { start, content: pieces.join(' ') };
  yield { at: end, kind: 'paragraph' };
}
