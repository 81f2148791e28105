import type { PdfRun } from './PdfLine';

/** `[a b c d e f]` of ISO 32000-1, section 8.3.3. */
export type Matrix = readonly [number, number, number, number, number, number];
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** What PDF.js hands out for a glyph; a number between glyphs moves the next one, in thousandths of the size. */
type Glyph = { unicode?: string; width?: number; isSpace?: boolean };

/** Operators of PDF.js that text depends on, by their names in `OPS`. */
export type TextOperator =
  | 'save'
  | 'restore'
  | 'transform'
  | 'paintFormXObjectBegin'
  | 'paintFormXObjectEnd'
  | 'beginText'
  | 'setCharSpacing'
  | 'setWordSpacing'
  | 'setHScale'
  | 'setLeading'
  | 'setFont'
  | 'setTextRise'
  | 'moveText'
  | 'setLeadingMoveText'
  | 'setTextMatrix'
  | 'nextLine'
  | 'showText';

type State = {
  ctm: Matrix;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  size: number;
  /** Of a glyph's width unit: a thousandth, but for fonts that draw their glyphs themselves. */
  unit: number;
};

/** A gap wider than this between two glyphs ends a word. */
const WORD_GAP = 0.12;

/**
 * Words and where they stand, in the order in which the page draws them: the text objects of ISO 32000-1, section 9.4,
 * run without drawing. Finer than PDF.js's own text, whose pieces have no places inside: programs draw the letters that
 * a font lacks, as often in Vietnamese, afterwards, into gaps they left.
 */
export class GlyphReader {
  readonly words: PdfRun[] = [];
  #state: State;
  readonly #stack: State[] = [];
  #matrix: Matrix = IDENTITY;
  #line = { x: 0, y: 0 };
  #at = { x: 0, y: 0 };
  #open: PdfRun | null = null;

  /**
   * @param view from the page's own space to points from the top left corner
   * @param unitOf the unit of a font's widths
   */
  constructor(
    view: Matrix,
    readonly unitOf: (font: string) => number,
  ) {
    this.#state = {
      ctm: view,
      charSpacing: 0,
      wordSpacing: 0,
      scale: 1,
      leading: 0,
      rise: 0,
      size: 0,
      unit: 0.001,
    };
  }

  run(operator: TextOperator, args: readonly unknown[]): void {
    const state = this.#state;
    const number = (at: number): number => (typeof args[at] === 'number' ? args[at] : 0);
    switch (operator) {
      case 'save':
        this.#stack.push({ ...state });
        break;
      case 'restore':
      case 'paintFormXObjectEnd':
        this.#state = this.#stack.pop() ?? state;
        break;
      case 'paintFormXObjectBegin':
        this.#stack.push({ ...state });
        if (args[0]) state.ctm = multiply(state.ctm, matrixOf(args[0]));
        break;
      case 'transform':
        state.ctm = multiply(state.ctm, matrixOf(args));
        break;
      case 'beginText':
        this.#moveTo(IDENTITY);
        break;
      case 'setCharSpacing':
        state.charSpacing = number(0);
        break;
      case 'setWordSpacing':
        state.wordSpacing = number(0);
        break;
      case 'setHScale':
        state.scale = number(0) / 100;
        break;
      case 'setLeading':
        state.leading = -number(0);
        break;
      case 'setTextRise':
        state.rise = number(0);
        break;
      case 'setFont':
        state.unit = typeof args[0] === 'string' ? this.unitOf(args[0]) : 0.001;
        state.size = number(1);
        break;
      case 'setTextMatrix':
        this.#moveTo(matrixOf(args[0]));
        break;
      case 'setLeadingMoveText':
        state.leading = number(1);
        this.#moveBy(number(0), number(1));
        break;
      case 'moveText':
        this.#moveBy(number(0), number(1));
        break;
      case 'nextLine':
        this.#moveBy(0, state.leading);
        break;
      case 'showText':
        if (Array.isArray(args[0])) for (const item of args[0]) this.#show(item);
        break;
    }
  }

  end(): PdfRun[] {
    this.#close();
    return this.words;
  }

  #moveTo(matrix: Matrix): void {
    this.#matrix = matrix;
    this.#line = { x: 0, y: 0 };
    this.#at = { x: 0, y: 0 };
  }

  #moveBy(x: number, y: number): void {
    this.#line = { x: this.#line.x + x, y: this.#line.y + y };
    this.#at = { ...this.#line };
  }

  #show(item: unknown): void {
    const { size, scale, charSpacing, wordSpacing, unit } = this.#state;
    if (typeof item === 'number') {
      this.#at.x -= (item / 1000) * size * scale;
      return;
    }
    if (typeof item !== 'object' || item === null) return;
    const glyph: Glyph = item;
    const width = (glyph.width ?? 0) * unit * size;
    const start = this.#at.x;
    const advance = (width + charSpacing + (glyph.isSpace ? wordSpacing : 0)) * scale;
    this.#at.x += advance;
    this.#place(textOf(glyph.unicode ?? ''), start, start + width * scale);
  }

  #place(text: string, from: number, to: number): void {
    if (text === '' || text.trim() === '') {
      this.#close();
      return;
    }
    const matrix = multiply(this.#state.ctm, this.#matrix);
    const begin = apply(matrix, from, this.#at.y + this.#state.rise);
    const end = apply(matrix, to, this.#at.y + this.#state.rise);
    const size = Math.abs(this.#state.size) * Math.hypot(matrix[2], matrix[3]);
    // What does not stand upright on the page as it is shown, as what runs up its margin, is no part of the text.
    if (!(size > 0) || Math.abs(end.y - begin.y) > 0.2 * Math.abs(end.x - begin.x) || end.x < begin.x) return;
    const open = this.#open;
    const gap = open ? begin.x - open.x1 : 0;
    if (
      open &&
      Math.abs(begin.y - open.y) < 0.05 * size &&
      open.size === size &&
      gap < WORD_GAP * size &&
      gap > -0.3 * size
    ) {
      open.text += text;
      open.x1 = Math.max(open.x1, end.x);
    } else {
      this.#close();
      this.#open = { text, x0: begin.x, x1: end.x, y: begin.y, size };
    }
  }

  #close(): void {
    if (this.#open) this.words.push(this.#open);
    this.#open = null;
  }
}

/** Ligatures are the letters they are made of; a glyph may be mapped to anything, controls too. */
function textOf(unicode: string): string {
  return unicode.replace(/[\ufb00-\ufb06]/gu, (sign) => sign.normalize('NFKC')).replace(/\p{Cc}/gu, '');
}

function matrixOf(value: unknown): Matrix {
  const list =
    Array.isArray(value) || ArrayBuffer.isView(value) ? Array.from(value as ArrayLike<unknown>, Number) : [];
  return list.length >= 6 && list.every(Number.isFinite) ? (list.slice(0, 6) as unknown as Matrix) : IDENTITY;
}

function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

function apply(matrix: Matrix, x: number, y: number): { x: number; y: number } {
  return { x: matrix[0] * x + matrix[2] * y + matrix[4], y: matrix[1] * x + matrix[3] * y + matrix[5] };
}
