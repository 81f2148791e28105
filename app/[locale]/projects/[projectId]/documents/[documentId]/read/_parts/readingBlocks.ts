import { type BandRows, beadsOfRow, isAdditionRow, startOfRow } from '@/lib/bitext/bandRows';
import { findBorder, lowerBound, segmentsIn } from '@/lib/bitext/segments';
import type { Bead, BeadId, Span, TextId, TextState } from '@/lib/bitext/types';

/** Rows and letters after which a block ends where no paragraph does: what is drawn at once stays small. */
const MOST_ROWS = 40;
const MOST_LETTERS = 6000;

/**
 * Where the page is cut into blocks: a paragraph of the reference with what stands beside it in each translation.
 * Beads go on over paragraph borders here and there; the block then holds all paragraphs that they join.
 *
 * @returns first row of each block, and the number of rows at the end. O(rows · ln borders).
 */
export function readingBlocks(rows: BandRows): Int32Array {
  const starts: number[] = [];
  let first = 0;
  for (let row = 0; row < rows.count; row++) {
    const at = startOfRow(rows, row);
    const ends =
      (!isAdditionRow(rows, row) && findBorder(rows.reference, at)?.kind === 'paragraph') ||
      row - first >= MOST_ROWS ||
      at - startOfRow(rows, first) >= MOST_LETTERS;
    if (row > 0 && !ends) continue;
    starts.push(row);
    first = row;
  }
  return Int32Array.from([...starts, rows.count]);
}

/** The block that holds a row. O(ln blocks). */
export const blockOfRow = (blocks: Int32Array, row: number): number =>
  Math.max(0, lowerBound(blocks as unknown as readonly number[], row + 1, (one) => one) - 1);

/** A segment on the page. */
export type Sentence = {
  /** Unique on the page. */
  key: string;
  span: Span;
  /** The bead that a click goes to; null where nothing is aligned. */
  beadId: BeadId | null;
  /** The first segment of its bead carries the bead's anchor; in a translation only. */
  anchor: boolean;
  /** The stretch of the reference it stands for itself; empty for text that a translation adds. */
  own: Span;
  /** The stretch of the reference that lights up with it: its bead, or all beads that hold it. */
  reach: Span;
};

/** A column of a block, as paragraphs of the original. */
export type ReadingColumn = {
  /** Null for the reference. */
  bitextId: string | null;
  text: TextState;
  span: Span;
  paragraphs: readonly (readonly Sentence[])[];
};

export type ReadingBlock = { reference: Span; columns: readonly ReadingColumn[] };

/** What one block shows: the reference first, then the translations in the order of `rows`. O(its segments). */
export function readingBlock(
  rows: BandRows,
  texts: Readonly<Record<TextId, TextState>>,
  from: number,
  to: number,
): ReadingBlock {
  const reference = { start: startOfRow(rows, from), end: startOfRow(rows, to) };
  const beads = rows.bitexts.map((_, b) =>
    Array.from({ length: to - from }, (_, k) => beadsOfRow(rows, from + k, b)).flat(),
  );
  const columns = rows.bitexts.map((bitext, b): ReadingColumn => {
    const text = texts[bitext.targetTextId];
    const sentences = beads[b].flatMap((bead) => sentencesOf(text, bead));
    const [first, last] = [beads[b][0], beads[b].at(-1)];
    const span = first ? { start: first.target.start, end: last!.target.end } : { start: 0, end: 0 };
    return { bitextId: bitext.id, text, span, paragraphs: inParagraphs(text, sentences) };
  });
  const own = segmentsIn(rows.reference, reference).map((span): Sentence => {
    const holding = beads.map((column) =>
      column.find(({ source }) => source.start <= span.start && span.end <= source.end),
    );
    return {
      key: `r${span.start}`,
      span,
      beadId: holding.find((bead) => bead)?.id ?? null,
      anchor: false,
      own: span,
      reach: {
        start: Math.min(span.start, ...holding.flatMap((bead) => bead?.source.start ?? [])),
        end: Math.max(span.end, ...holding.flatMap((bead) => bead?.source.end ?? [])),
      },
    };
  });
  const paragraphs = inParagraphs(rows.reference, own);
  return {
    reference,
    columns: [{ bitextId: null, text: rows.reference, span: reference, paragraphs }, ...columns],
  };
}

const sentencesOf = (text: TextState, bead: Bead): Sentence[] =>
  segmentsIn(text, bead.target).map((span, k) => ({
    key: `${text.id}${span.start}`,
    span,
    beadId: bead.id,
    anchor: k === 0,
    own: bead.source,
    reach: bead.source,
  }));

function inParagraphs(text: TextState, sentences: readonly Sentence[]): Sentence[][] {
  const paragraphs: Sentence[][] = [];
  for (const sentence of sentences) {
    const starts = findBorder(text, sentence.span.start)?.kind === 'paragraph';
    if (starts || paragraphs.length === 0) paragraphs.push([sentence]);
    else paragraphs.at(-1)!.push(sentence);
  }
  return paragraphs;
}

/** What lights up: a sentence and all that belongs to it. */
export type Lit = Pick<Sentence, 'key' | 'reach'>;

export const isLit = (sentence: Sentence, lit: Lit | null): boolean =>
  lit !== null && (sentence.key === lit.key || overlap(sentence.own, lit.reach));

/** Empty stretches overlap with nothing. */
export const overlap = (a: Span, b: Span): boolean => Math.max(a.start, b.start) < Math.min(a.end, b.end);

/** A first guess of a block's height in pixels, from lengths alone. */
export function guessHeight(rows: BandRows, from: number, to: number, charsPerLine: number): number {
  let longest = startOfRow(rows, to) - startOfRow(rows, from);
  for (const [b, { beads }] of rows.bitexts.entries()) {
    const [first, end] = [rows.beads[b][from], rows.beads[b][to]];
    if (first < end) longest = Math.max(longest, beads[end - 1].target.end - beads[first].target.start);
  }
  return 20 + Math.ceil(longest / charsPerLine) * 28;
}
