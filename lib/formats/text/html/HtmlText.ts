import { isBlank } from '../lines';

/** A link from a note back to its place, alone in its paragraph. */
const WAY_BACK = /^[[(]?[←↑↩⤴]\ufe0e?\s?\d{0,4}[\])]?$/u;

/** The sign of a note, as it leads to the note and back. */
const NOTE_SIGN = /^\s*[[(]?(?:\d{1,4}|[*†‡§]{1,4}|[ivxlc]{1,6}|[a-z]|[←↑↩⤴^]\ufe0e?)[\])]?\s*$/u;

/** Gathers text into paragraphs, collapsing white space as CSS Text 3, section 4.1.1, does for `white-space: normal`. */
export class HtmlText {
  /** None of them blank. */
  readonly paragraphs: string[] = [];
  /** For each paragraph, UTF-16 units of it that stood inside links. */
  readonly linked: number[] = [];
  /** Open `<pre>` elements: inside them white space is text. */
  preDepth = 0;
  linkDepth = 0;
  #open: string[] = [];
  #linked = 0;
  /** The last character so far is a space, a line break, or there is none: a further space would not show. */
  #atSpace = true;
  /** Where in `#open` a link began that may be the sign of a note. */
  #signAt: number | null = null;
  /** The sign of a note was taken away; a full stop or bracket behind it goes too. */
  #afterSign = false;

  append(text: string): void {
    const characters = this.#afterSign ? text.replace(/^[\s\])]*[.:]?\s*/u, '') : text;
    if (characters === '') return;
    this.#afterSign = false;
    if (this.linkDepth > 0) this.#linked += characters.length;
    if (this.preDepth > 0) {
      this.#open.push(characters);
      this.#atSpace = false;
      return;
    }
    let collapsed = characters.replace(/[ \t\n\f\r]+/gu, ' ');
    if (this.#atSpace) collapsed = collapsed.replace(/^ /u, '');
    if (collapsed === '') return;
    this.#open.push(collapsed);
    this.#atSpace = collapsed.endsWith(' ');
  }

  /** A link begins in a note; at the start of its paragraph it may be the sign that leads back. */
  openSign(): void {
    const begun = this.#open.slice(0, 4).join('');
    this.#signAt = this.#open.length < 4 && /^\s*[[(]?$/u.test(begun) ? this.#open.length : null;
  }

  closeSign(): void {
    if (this.#signAt === null || !NOTE_SIGN.test(this.#open.slice(this.#signAt).join(''))) return;
    this.#forget();
    this.#afterSign = true;
  }

  breakLine(): void {
    this.#open.push('\n');
    this.#atSpace = true;
  }

  /** @returns whether there was anything to close */
  closeParagraph(): boolean {
    const text = this.#closed();
    const kept = text !== '' && !isBlank(text) && !(this.#linked > 0 && WAY_BACK.test(text));
    if (kept) {
      this.paragraphs.push(text);
      this.linked.push(Math.min(this.#linked, text.length));
    }
    this.#forget();
    return kept;
  }

  #forget(): void {
    this.#open = [];
    this.#linked = 0;
    this.#atSpace = true;
    this.#signAt = null;
    this.#afterSign = false;
  }

  /** Only the spaces that collapsing left at the ends and around line breaks go; NBSP is a character of the text. */
  #closed(): string {
    const text = this.#open.join('');
    if (this.preDepth > 0) return text.replace(/^\r?\n|\r?\n$/gu, '');
    return text.replace(/ ?\n ?/gu, '\n').replace(/^[ \n]+|[ \n]+$/gu, '');
  }
}
