import type { TextOutline } from '@/lib/bitext/outline';
import { lowerBound, readingOf } from '@/lib/bitext/segments';
import type { Paragraph, Span } from '@/lib/bitext/types';
import type { UnitPart } from '@/lib/formats/ExportUnit';

const PARAGRAPH = 'p';

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
    private readonly outline: TextOutline,
    private readonly corrected: boolean,
  ) {
    this.lang = outline.lang;
    this.id = outline.id;
  }

  /** The paragraphs from which the next spans are read, in order. */
  load(paragraphs: readonly Paragraph[]): void {
    this.#paragraphs = paragraphs;
    this.#paragraph = 0;
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

  #seek(start: number): number {
    const { at } = this.outline;
    return at[this.#border] === start ? this.#border : lowerBound(at, start, (one) => one);
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
