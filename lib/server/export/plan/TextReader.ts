import type { TextColumns } from '@/db/queries/outlinePages';
import { lowerBound, readingOf } from '@/lib/bitext/segments';
import type { Paragraph, Span } from '@/lib/bitext/types';
import type { UnitPart } from '@/lib/formats/ExportUnit';

const PARAGRAPH = 'p'.charCodeAt(0);

/**
 * Reads segments out of a text whose paragraphs come page by page. Spans are asked for in text order as a rule: it
 * goes on from where it stands, and searches only when it has to.
 */
export class TextReader {
  readonly lang: string;
  readonly id: string;
  #paragraphs: readonly Paragraph[] = [];
  #paragraph = 0;
  #border = 0;

  constructor(
    private readonly outline: TextColumns,
    private readonly corrected: boolean,
  ) {
    this.lang = outline.lang;
    this.id = outline.id;
  }

  /** The words from which the next spans are read: of all paragraphs that begin in this stretch. */
  loadStretch({ start }: Span, words: string): void {
    this.#load([{ start, content: words }]);
  }

  /** The same of the paragraphs that begin at these offsets, end to end. */
  loadParagraphs(starts: readonly number[], words: string): void {
    const { at, kinds } = this.outline;
    let from = 0;
    this.#load(
      starts.map((start) => {
        let border = this.#seek(start) + 1;
        while (border < at.length - 1 && kinds[border] !== PARAGRAPH) border++;
        const length = at[border] - start;
        from += length;
        return { start, content: words.slice(from - length, from) };
      }),
    );
  }

  /** The stretch that begins with the paragraph of the first of these spans in the text, and ends with the last of them. */
  stretchOf(spans: readonly Span[]): Span {
    const { at, kinds } = this.outline;
    // They come in text order or the least sure first.
    let { start, end } = spans[0];
    for (const span of spans) {
      if (span.start < start) start = span.start;
      if (span.end > end) end = span.end;
    }
    let border = this.#seek(start);
    while (border > 0 && kinds[border] !== PARAGRAPH) border--;
    return { start: at[border], end };
  }

  /** Where the paragraphs begin that these spans run through, each once and in order. */
  paragraphStarts(spans: readonly Span[]): number[] {
    const { at, kinds } = this.outline;
    const starts = new Set<number>();
    for (const { start, end } of spans) {
      let border = this.#seek(start);
      while (border > 0 && kinds[border] !== PARAGRAPH) border--;
      for (; at[border] < end; border++) if (kinds[border] === PARAGRAPH) starts.add(at[border]);
    }
    return [...starts].sort((a, b) => a - b);
  }

  /** How many segments the span has; O(segments). */
  segmentCount({ start, end }: Span): number {
    const first = this.#seek(start);
    let last = first;
    while (this.outline.at[last] < end) last++;
    this.#border = last;
    return last - first;
  }

  /** The segments of a span whose ends are borders, none of them blank. */
  parts({ start, end }: Span): UnitPart[] {
    const { at, kinds } = this.outline;
    const parts: UnitPart[] = [];
    let border = this.#seek(start);
    for (; at[border] < end; border++) {
      const text = this.#read(at[border], at[border + 1]).trim();
      if (text) parts.push({ text, opens: kinds[border] === PARAGRAPH });
    }
    this.#border = border;
    return parts;
  }

  #load(paragraphs: readonly Paragraph[]): void {
    this.#paragraphs = paragraphs;
    this.#paragraph = 0;
  }

  #seek(start: number): number {
    const { at } = this.outline;
    return at[this.#border] === start ? this.#border : lowerBound(at, start, itself);
  }

  #read(start: number, end: number): string {
    const { corrections } = this.outline;
    if (this.corrected && corrections.length) {
      const next = corrections[lowerBound(corrections, start, (one) => one.start)];
      if (next && next.start < end)
        return readingOf({ paragraphs: this.#paragraphs, corrections }, { start, end });
    }
    const paragraphs = this.#paragraphs;
    let k = this.#paragraph;
    if (!(paragraphs[k]?.start <= start)) k = lowerBound(paragraphs, start + 1, (one) => one.start) - 1;
    while (k + 1 < paragraphs.length && paragraphs[k + 1].start <= start) k++;
    this.#paragraph = k;
    const { start: first, content } = paragraphs[k];
    return content.slice(start - first, end - first);
  }
}

const itself = (one: number) => one;
