import type { UnitPart } from '../ExportUnit';

type Names = { paragraph: (p: number) => string; sentence: (p: number, s: number, all: number) => string };

/**
 * A text as `<p>` with `<s>`, growing from unit to unit; `attribute` carries the ids. Paragraphs are those of the text
 * as far as units tell; they never reach over what was left out.
 */
export class SentenceFile {
  #paragraphs = 0;
  #inParagraph = 0;
  #all = 0;

  constructor(
    private readonly write: (xml: string) => void,
    private readonly text: (value: string) => string,
    private readonly names: Names,
    private readonly attribute: 'id' | 'xml:id' = 'id',
  ) {}

  /** @returns the ids of the sentences */
  add(parts: readonly UnitPart[]): string[] {
    let xml = '';
    const ids: string[] = [];
    for (const { text, opens } of parts) {
      if (opens || this.#paragraphs === 0) {
        if (this.#paragraphs) xml += '</p>\n';
        this.#paragraphs++;
        this.#inParagraph = 0;
        xml += `<p ${this.attribute}="${this.names.paragraph(this.#paragraphs)}">\n`;
      }
      const id = this.names.sentence(this.#paragraphs, ++this.#inParagraph, ++this.#all);
      ids.push(id);
      xml += `<s ${this.attribute}="${id}">${this.text(text)}</s>\n`;
    }
    if (xml) this.write(xml);
    return ids;
  }

  /** Closes the last paragraph; a text without any gets an empty one, which schemas ask for. */
  end(): void {
    this.write(this.#paragraphs ? '</p>\n' : '<p/>\n');
  }
}
