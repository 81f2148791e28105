import type { SaxesTagNS } from 'saxes';
import { MAX_PARAGRAPH_CHARS } from '../TextDraft';
import type { XmlHandlers } from '../xml/XmlReader';

const ODF = 'urn:oasis:names:tc:opendocument:xmlns:';
const TEXT = `${ODF}text:1.0`;
const OFFICE = `${ODF}office:1.0`;
const TABLE = `${ODF}table:1.0`;
const DRAWING = `${ODF}drawing:1.0`;
const SVG = `${ODF}svg-compatible:1.0`;

/** More spaces than `text:s` means anywhere; the count is a number that anybody can write. */
const MAX_SPACES = 200;

/** What stands in no reader's text: what was deleted, remarks, marks of notes, forms, pictures as data, alternatives. */
const LEFT_OUT = new Set(
  [
    [
      TEXT,
      'tracked-changes note-citation ruby-text hidden-text alphabetical-index-mark-start dde-connection-decls',
    ],
    [TEXT, 'sequence-decls variable-decls user-field-decls'],
    [
      OFFICE,
      'annotation annotation-end forms scripts binary-data event-listeners font-face-decls automatic-styles',
    ],
    [OFFICE, 'master-styles styles settings'],
    [DRAWING, 'object object-ole'],
    [SVG, 'title desc'],
    [TABLE, 'tracked-changes covered-table-cell'],
  ].flatMap(([uri, names]) => names!.split(' ').map((name) => `${uri} ${name}`)),
);

/** A paragraph being read. `atSpace`: the last character is white space, so that a further one would collapse. */
type OpenParagraph = { text: string; atSpace: boolean; inside: string[]; toNotes: boolean };

/**
 * Gathers the paragraphs of an OpenDocument text: paragraphs and headings, items of lists, table cells in order, text
 * boxes after the paragraph they hang on, notes at the end. Tracked changes count as accepted: what was deleted is kept
 * apart by the format, what was inserted stands in the text.
 *
 * OpenDocument 1.3, part 3: sections 5.1 (paragraphs), 5.5 (change tracking), 6.1 (white space), 6.3 (notes).
 */
export class OdtText implements XmlHandlers {
  readonly paragraphs: string[] = [];
  title: string | null = null;
  lang: string | null = null;
  /** The document is a text, and not a spreadsheet or a drawing. */
  isText = false;
  readonly #notes: string[] = [];
  readonly #open: OpenParagraph[] = [];
  #depth = 0;
  /** Depth at which a left-out element began; 0 when all is read. */
  #leftOutAt = 0;
  #noteDepth = 0;
  #bodyDepth = 0;
  #meta: 'title' | 'language' | null = null;
  #metaText = '';

  open = (tag: SaxesTagNS): void => {
    this.#depth++;
    if (this.#leftOutAt > 0) return;
    const { local, uri } = tag;
    if (LEFT_OUT.has(`${uri} ${local}`) || isHidden(tag)) this.#leftOutAt = this.#depth;
    else if (uri === OFFICE) {
      if (local === 'body') this.#bodyDepth = this.#depth;
      if (local === 'text' && this.#bodyDepth > 0) this.isText = true;
    } else if (this.#bodyDepth === 0) {
      this.#meta = local === 'title' || local === 'language' ? local : null;
      this.#metaText = '';
    } else if (uri === TEXT) this.#openText(tag);
  };

  text = (text: string): void => {
    if (this.#leftOutAt > 0) return;
    if (this.#meta) this.#metaText += text;
    else this.#append(text);
  };

  close = ({ local, uri }: SaxesTagNS): void => {
    const depth = this.#depth--;
    if (this.#leftOutAt > 0) {
      if (this.#leftOutAt === depth) this.#leftOutAt = 0;
      return;
    }
    if (this.#meta) this.#closeMeta();
    else if (this.#bodyDepth === depth) this.#bodyDepth = 0;
    else if (uri === TEXT && (local === 'p' || local === 'h')) this.#closeParagraph();
    else if (uri === TEXT && local === 'note-body') this.#noteDepth--;
  };

  end(): void {
    for (const note of this.#notes) this.paragraphs.push(note);
    this.#notes.length = 0;
  }

  #openText({ local, attributes }: SaxesTagNS): void {
    const paragraph = this.#open.at(-1);
    switch (local) {
      case 'p':
      case 'h':
        this.#open.push({ text: '', atSpace: true, inside: [], toNotes: this.#noteDepth > 0 });
        break;
      case 'note-body':
        this.#noteDepth++;
        break;
      case 's': {
        const count = Number(attribute(attributes, 'c') ?? 1);
        this.#literal(paragraph, ' '.repeat(Math.min(Math.max(1, count || 1), MAX_SPACES)));
        break;
      }
      case 'tab':
        this.#literal(paragraph, '\t');
        break;
      case 'line-break':
        this.#literal(paragraph, '\n');
        break;
    }
  }

  /** White space runs collapse, and vanish at the start of a paragraph: section 6.1.2. */
  #append(text: string): void {
    const paragraph = this.#open.at(-1);
    if (!paragraph || text === '') return;
    let collapsed = text.replace(/[ \t\r\n]+/gu, ' ');
    if (paragraph.atSpace && collapsed.startsWith(' ')) collapsed = collapsed.slice(1);
    if (collapsed === '') return;
    paragraph.text += collapsed;
    paragraph.atSpace = collapsed.endsWith(' ');
  }

  /** Characters that are elements do not collapse, and those after them do not collapse into them. */
  #literal(paragraph: OpenParagraph | undefined, text: string): void {
    // A paragraph this long is refused: elements of a few bytes shall not make it any longer.
    if (!paragraph || paragraph.text.length > MAX_PARAGRAPH_CHARS) return;
    paragraph.text += text;
    paragraph.atSpace = false;
  }

  #closeParagraph(): void {
    const paragraph = this.#open.pop();
    if (!paragraph) return;
    const outer = this.#open.at(-1);
    const content = [paragraph.text, ...paragraph.inside];
    if (paragraph.toNotes && !outer?.toNotes) this.#notes.push(...content);
    else if (outer) outer.inside.push(...content);
    else this.paragraphs.push(...content);
  }

  #closeMeta(): void {
    const text = this.#metaText.trim();
    if (this.#meta === 'title') this.title ??= text || null;
    if (this.#meta === 'language') this.lang ??= text || null;
    this.#meta = null;
  }
}

/** Sections and paragraphs that a condition hides; the value is what the program that wrote the file found. */
function isHidden({ uri, local, attributes }: SaxesTagNS): boolean {
  if (uri !== TEXT) return false;
  if (local === 'section') return attribute(attributes, 'display') === 'none';
  return local === 'hidden-paragraph' && attribute(attributes, 'is-hidden') === 'true';
}

function attribute(attributes: SaxesTagNS['attributes'], name: string): string | undefined {
  return Object.values(attributes).find((one) => one.local === name && one.uri === TEXT)?.value;
}
