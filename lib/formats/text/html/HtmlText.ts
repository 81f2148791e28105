import { isBlank } from '../lines';

/** A link from a note back to its place, alone in its paragraph. */
const WAY_BACK = /^[[(]?[←↑↩⤴]\ufe0e?\s?\d{0,4}[\])]?$/u;

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

  append(characters: string): void {
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
    this.#open = [];
    this.#linked = 0;
    this.#atSpace = true;
    return kept;
  }

  /** Only the spaces that collapsing left at the ends and around line breaks go; NBSP is a character of the text. */
  #closed(): string {
    const text = this.#open.join('');
    if (this.preDepth > 0) return text.replace(/^\r?\n|\r?\n$/gu, '');
    return text.replace(/ ?\n ?/gu, '\n').replace(/^[ \n]+|[ \n]+$/gu, '');
  }
}
