import type { TextLine } from './lines';
import { MAX_PARAGRAPH_CHARS, type Warning, type WarningCode } from './TextDraft';

const KINDS: Record<string, WarningCode | undefined> = {
  '\r': 'loneCr',
  '\u2028': 'lineSeparator',
  '\u2029': 'lineSeparator',
  '\u000b': 'formFeed',
  '\u000c': 'formFeed',
  '\u0085': 'nextLine',
};

/** Counts how the lines of a text file end, while they are being read, and stops at one that no paragraph can hold. */
export class TextCensus {
  readonly #ends = new Map<string, number>();
  #tooLong: number | null = null;

  /** The line, from 1, that is longer than any paragraph may be: none after it was handed on. */
  get tooLong(): number | null {
    return this.#tooLong;
  }

  /** The same lines, counted. Going through them again counts them anew. */
  *of(lines: Iterable<TextLine>): Generator<TextLine> {
    this.#ends.clear();
    this.#tooLong = null;
    let number = 0;
    for (const line of lines) {
      number++;
      if (line.lineEnd) this.#ends.set(line.lineEnd, (this.#ends.get(line.lineEnd) ?? 0) + 1);
      if (line.content.length > MAX_PARAGRAPH_CHARS) {
        this.#tooLong = number;
        return;
      }
      yield line;
    }
  }

  /** Line ends that other programs see otherwise, and LF, CRLF and CR side by side. */
  warnings(): Warning[] {
    const counts = new Map<WarningCode, number>();
    for (const [lineEnd, count] of this.#ends) {
      const code = KINDS[lineEnd];
      if (code) counts.set(code, (counts.get(code) ?? 0) + count);
    }
    const kinds = ['\n', '\r\n', '\r'].filter((lineEnd) => this.#ends.has(lineEnd)).length;
    if (kinds > 1) counts.set('mixedLineEnds', kinds);
    return [...counts].map(([code, count]) => ({ code, params: { count, paragraph: 0 } }));
  }
}
