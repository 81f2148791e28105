import type { Border, Correction, Paragraph, Span, TextState } from './types';

/** Index of the first row whose position is at least `at`; `rows.length` if there is none. O(log n). */
export function lowerBound<Row>(rows: ArrayLike<Row>, at: number, position: (row: Row) => number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (position(rows[middle]) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const borderAt = (border: Border) => border.at;

/** The border at exactly `at`, if there is one. */
export function findBorder(text: TextState, at: number): Border | undefined {
  const border = text.borders[lowerBound(text.borders, at, borderAt)];
  return border?.at === at ? border : undefined;
}

/** The first border after `at`. */
export function nextBorder(text: TextState, at: number): Border | undefined {
  return text.borders[lowerBound(text.borders, at + 1, borderAt)];
}

/** The last border before `at`. */
export function previousBorder(text: TextState, at: number): Border | undefined {
  return text.borders[lowerBound(text.borders, at, borderAt) - 1];
}

/** The segments of `text` inside `span`, whose ends must be borders. */
export function segmentsIn(text: TextState, span: Span): Span[] {
  const segments: Span[] = [];
  if (span.start === span.end) return segments;
  let index = lowerBound(text.borders, span.start, borderAt);
  while (index + 1 < text.borders.length && text.borders[index].at < span.end) {
    segments.push({
      start: text.borders[index].at,
      end: text.borders[index + 1].at,
    });
    index++;
  }
  return segments;
}

/** How many segments of `text` lie inside `span`, whose ends must be borders. O(log n). */
export const segmentCount = (text: TextState, span: Span): number =>
  lowerBound(text.borders, span.end, borderAt) - lowerBound(text.borders, span.start, borderAt);

/** The segment that starts at exactly `start`. */
export function segmentAt(text: TextState, start: number): Span | undefined {
  const border = findBorder(text, start);
  const next = border && nextBorder(text, start);
  return next ? { start, end: next.at } : undefined;
}

const paragraphStart = (paragraph: Paragraph) => paragraph.start;

/** The text as imported inside `span`; paragraphs are joined without anything between them. */
export function contentOf(text: Pick<TextState, 'paragraphs'>, span: Span): string {
  let index = lowerBound(text.paragraphs, span.start + 1, paragraphStart) - 1;
  let content = '';
  for (; index >= 0 && index < text.paragraphs.length; index++) {
    const { start, content: whole } = text.paragraphs[index];
    if (start >= span.end) break;
    content += whole.slice(Math.max(0, span.start - start), span.end - start);
  }
  return content;
}

/** Corrections that lie inside `span`. */
export function correctionsIn(text: Pick<TextState, 'corrections'>, span: Span): Correction[] {
  const from = lowerBound(text.corrections, span.start, (c) => c.start);
  const to = lowerBound(text.corrections, span.end, (c) => c.start);
  return text.corrections.slice(from, to);
}

/** The text as corrected inside `span`. */
export function readingOf(text: Pick<TextState, 'paragraphs' | 'corrections'>, span: Span): string {
  let reading = '';
  let at = span.start;
  for (const correction of correctionsIn(text, span)) {
    reading += contentOf(text, { start: at, end: correction.start }) + correction.reading;
    at = correction.end;
  }
  return reading + contentOf(text, { start: at, end: span.end });
}

/** The text as corrected inside `span`, with a blank between paragraphs: for one line of reading. */
export function flowOf(text: Pick<TextState, 'paragraphs' | 'corrections'>, span: Span): string {
  return text.paragraphs
    .map(({ start, content }) => ({
      start: Math.max(start, span.start),
      end: Math.min(start + content.length, span.end),
    }))
    .filter(({ start, end }) => start < end)
    .map((piece) => readingOf(text, piece).trim())
    .join(' ');
}

/** The borders strictly inside `span`. */
export const innerSegmentBorders = (text: TextState, span: Span): number[] =>
  segmentsIn(text, span)
    .slice(1)
    .map((segment) => segment.start);
