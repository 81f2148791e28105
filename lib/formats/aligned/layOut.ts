import type { MadeText } from '@/lib/bitext/makeText';
import {
  type Bead,
  type BeadStatus,
  type Border,
  isEmpty,
  type Paragraph,
  type Span,
} from '@/lib/bitext/types';
import type { AlignedDocument, AlignedUnit, AlignedWarning } from './AlignedDocument';

/** A text of the document to be: which language of the file it is. */
export type Column = { at: number; lang: string };

export type LaidOut = {
  /** One a column. */
  texts: MadeText[];
  /** The beads of the first text with each of the others, in the order of `columns.slice(1)`. */
  bitexts: Bead[][];
  /** What the file says and the document cannot hold. */
  warnings: AlignedWarning[];
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
export function layOut(
  document: AlignedDocument,
  columns: readonly Column[],
  { newId, actorId, keepApprovals }: { newId: () => string; actorId: string; keepApprovals: boolean },
): LaidOut {
  const laid = columns.map(({ at }) => layText(document.units, at));
  const counts = { approvals: { count: 0, place: 0 }, confirmedNulls: { count: 0, place: 0 } };
  const note = (code: keyof typeof counts, place: number) => {
    if (counts[code].count++ === 0) counts[code].place = place;
  };
  const [reference, ...translations] = laid;
  const bitexts = translations.map((translation) => {
    const beads: Bead[] = [];
    for (const [k, unit] of document.units.entries()) {
      const [source, target] = [reference.spans[k], translation.spans[k]];
      if (isEmpty(source) && isEmpty(target)) continue;
      const isNull = isEmpty(source) || isEmpty(target);
      const status = statusOf(unit, isNull, keepApprovals, (code) => note(code, k + 1));
      beads.push({
        id: newId(),
        source,
        target,
        status,
        origin: 'import',
        confidence: unit.confidence,
        reason: isNull ? unit.reason : null,
        authors: status === 'machine' ? [] : [actorId],
        revision: 0,
      });
    }
    return beads;
  });
  const warnings = (['approvals', 'confirmedNulls'] as const).flatMap((code) =>
    counts[code].count ? [{ code, params: counts[code] }] : [],
  );
  return { texts: laid.map(({ made }) => made), bitexts, warnings };
}

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

/** The text of one language, and the span of each unit in it; an empty one stands where the next segment begins. */
function layText(units: readonly AlignedUnit[], language: number): { made: MadeText; spans: Span[] } {
  const paragraphs: Paragraph[] = [];
  const borders: Border[] = [];
  const firsts: number[] = [];
  let content = '';
  let start = 0;
  const close = () => {
    if (content) paragraphs.push({ start, content });
    start += content.length;
    content = '';
  };
  for (const { sides } of units) {
    firsts.push(borders.length);
    for (const { text, opens } of sides[language]) {
      const begins = opens || content === '';
      if (begins) close();
      else content += ' ';
      borders.push({ at: start + content.length, kind: begins ? 'paragraph' : 'sentence' });
      content += text;
    }
  }
  close();
  firsts.push(borders.length);
  borders.push({ at: start, kind: 'paragraph' });
  const spans = units.map((_, k) => ({ start: borders[firsts[k]].at, end: borders[firsts[k + 1]].at }));
  return { made: { paragraphs, borders, lengthUtf16: start }, spans };
}
