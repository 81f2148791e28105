/** Gathers text into paragraphs, collapsing white space as CSS Text 3, section 4.1.1, does for `white-space: normal`. */
export class HtmlText {
  readonly paragraphs: string[] = [];
  /** Open `<pre>` elements: inside them white space is text. */
  preDepth = 0;
  #open: string[] = [];
  /** The last character so far is a space, a line break, or there is none: a further space would not show. */
  #atSpace = true;

  append(characters: string): void {
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

  closeParagraph(): void {
    if (this.#open.length > 0) {
      // Only the spaces that collapsing left at the ends and around line breaks; NBSP is a character of the text.
      const text = this.#open.join('');
      this.paragraphs.push(
        this.preDepth > 0
          ? trimLineEnds(text)
          : text.replace(/ ?\n ?/gu, '\n').replace(/^[ \n]+|[ \n]+$/gu, ''),
      );
    }
    this.#open = [];
    this.#atSpace = true;
  }
}

function trimLineEnds(text: string): string {
  return text.replace(/^\r?\n|\r?\n$/gu, '');
}
