import type { MadeText } from '@/lib/bitext/makeText';
import { BEAD_STATUSES, type Bead, type BeadStatus, type Border, type Paragraph } from '@/lib/bitext/types';
import type { AlignedDocument, AlignedUnit, AlignedWarning, SaidOfLink } from './AlignedDocument';

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
  /** Of the first text with the one of this number, from 1: from the beginning, or from the last one to the first. */
  beadsOf: (text: number, order?: 'forward' | 'backward') => Generator<Bead>;
};

const UNSAID: SaidOfLink = { status: null, confidence: null, reason: null };

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
  const places = columns.map(({ at }) => segmentPlaces(units, at));
  const statuses: Layout['statuses'] = {};
  const tally = tallyOf(units.length);
  function* beadsOf(text: number, step: 1 | -1, told?: Tally): Generator<Omit<Bead, 'id'>> {
    const [sources, targets] = [places[0], places[text]];
    for (let k = step === 1 ? 0 : units.length - 1; k >= 0 && k < units.length; k += step) {
      const unit = units[k];
      const [i, j] = [sources.first[k], targets.first[k]];
      const whole = { i0: 0, i1: sources.first[k + 1] - i, j0: 0, j1: targets.first[k + 1] - j };
      // Links inside a unit are with the first language of the file.
      const links = columns[0].at === 0 ? unit.links?.[columns[text].at] : undefined;
      // What is said of the others is not said of a language that has no links here.
      const inner = links?.length ? links : [{ ...(links ? UNSAID : unit), ...whole }];
      for (const link of step === 1 ? inner : inner.toReversed()) {
        const source = { start: sources.starts[i + link.i0], end: sources.starts[i + link.i1] };
        const target = { start: targets.starts[j + link.j0], end: targets.starts[j + link.j1] };
        const [noSource, noTarget] = [source.start === source.end, target.start === target.end];
        if (noSource && noTarget) continue;
        const isNull = noSource || noTarget;
        const status = statusOf(link, isNull, keepApprovals, (code) => told?.note(code, k));
        told?.see(status, k);
        yield {
          ...{ source, target, status, origin: 'import', confidence: link.confidence, revision: 0 },
          reason: isNull ? link.reason : null,
          authors: status === 'machine' ? [] : [actorId],
        };
      }
    }
  }
  for (let text = 1; text < columns.length; text++) for (const _ of beadsOf(text, 1, tally)); // Only what is told counts.
  for (const status of tally.seen) if (status) statuses[status] = (statuses[status] ?? 0) + 1;
  return {
    lengths: places.map(({ starts }) => starts.at(-1)!),
    statuses,
    warnings: (['approvals', 'confirmedNulls'] as const).flatMap((code) =>
      tally.counts[code].count ? [{ code, params: tally.counts[code] }] : [],
    ),
    rowsOf: (text) => textRows(units, columns[text].at),
    *beadsOf(text, order = 'forward') {
      for (const bead of beadsOf(text, order === 'forward' ? 1 : -1)) yield { id: newId(), ...bead };
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
  { status, reason }: SaidOfLink,
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
  for (const { sides } of units)
    for (const { text, opens } of sides[language]) {
      const begins = opens || length === 0;
      const at = begins ? length : length + 1;
      yield { text, begins, at };
      length = at + text.length;
    }
}

/**
 * Where each segment begins, and at last where the text ends; and with which segment each unit begins, and at last how
 * many there are. A unit without a text stands where the next segment begins.
 */
function segmentPlaces(
  units: readonly AlignedUnit[],
  language: number,
): { starts: Int32Array; first: Int32Array } {
  const first = new Int32Array(units.length + 1);
  for (const [k, { sides }] of units.entries()) first[k + 1] = first[k] + sides[language].length;
  const starts = new Int32Array(first[units.length] + 1);
  let [known, end] = [0, 0];
  for (const { text, at } of placedSegments(units, language)) {
    starts[known++] = at;
    end = at + text.length;
  }
  starts[known] = end;
  return { starts, first };
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
