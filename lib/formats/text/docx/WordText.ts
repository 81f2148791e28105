import type { SaxesTagNS } from 'saxes';
import type { XmlHandlers } from '../xml/XmlReader';

const WORD = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);
const MATH = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/math',
  'http://purl.oclc.org/ooxml/officeDocument/math',
]);
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** Deleted and moved-away text, field codes, readings above ruby text: nothing that stands in the accepted document. */
const LEFT_OUT = new Set(['del', 'moveFrom', 'delText', 'instrText', 'delInstrText', 'rt']);
/** ECMA-376-1, section 17.3.3: characters that are elements. */
const CHARACTERS: Record<string, string> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '\u2011',
  softHyphen: '\u00ad',
};

/** `broken`: a page ended, and no text has come since. `hidden`: the run that is being read is not shown. */
type OpenParagraph = {
  text: string;
  style: string;
  markDeleted: boolean;
  broken: boolean;
  hidden: boolean;
  inside: string[];
};

/**
 * Gathers the paragraphs of a WordprocessingML part: body, table cells in order, text boxes after the paragraph they
 * hang on, notes. Tracked changes count as accepted: insertions stay, deletions go, and a deleted paragraph mark joins
 * its paragraph with the next. Of `mc:AlternateContent` only the first choice is read: the fallback says it again.
 */
export class WordText implements XmlHandlers {
  readonly paragraphs: string[] = [];
  title: string | null = null;
  #path: string[] = [];
  #open: OpenParagraph[] = [];
  /** Depth at which a left-out element began; 0 when all is read. */
  #leftOutAt = 0;
  /** For each open `mc:AlternateContent`: has a choice been read? */
  #chosen: boolean[] = [];
  /** Text of paragraphs whose mark was deleted, waiting for the paragraph they join. */
  #pending = '';
  #text: string | null = null;
  #preserve = false;

  open = (tag: SaxesTagNS): void => {
    const { local, uri } = tag;
    this.#path.push(local);
    if (this.#leftOutAt > 0) return;
    if (uri === COMPATIBILITY) this.#openAlternative(local);
    else if (WORD.has(uri)) this.#openWord(tag);
    else if (MATH.has(uri) && local === 't') this.#startText(true);
  };

  text = (text: string): void => {
    if (this.#text !== null) this.#text += text;
  };

  close = (tag: SaxesTagNS): void => {
    const depth = this.#path.length;
    this.#path.pop();
    if (this.#leftOutAt > 0) {
      if (this.#leftOutAt === depth) this.#leftOutAt = 0;
      return;
    }
    if (tag.uri === COMPATIBILITY && tag.local === 'AlternateContent') this.#chosen.pop();
    else if (tag.local === 't' && this.#text !== null) this.#endText();
    else if (WORD.has(tag.uri) && tag.local === 'p') this.#closeParagraph();
  };

  #openAlternative(local: string): void {
    if (local === 'AlternateContent') this.#chosen.push(false);
    else if (local === 'Choice' || local === 'Fallback') {
      if (this.#chosen.at(-1)) this.#leftOutAt = this.#path.length;
      else if (this.#chosen.length > 0) this.#chosen[this.#chosen.length - 1] = true;
    }
  }

  #openWord({ local, attributes }: SaxesTagNS): void {
    const attribute = (name: string) =>
      Object.values(attributes).find((one) => one.local === name && (one.prefix === '' || WORD.has(one.uri)))
        ?.value;
    const paragraph = this.#open.at(-1);
    const parent = this.#path.at(-2);
    if (parent === 'rPr' || parent === 'trPr' || parent === 'tcPr') {
      // Inside properties `del` is no text: it says that the paragraph mark (or the row) was deleted.
      const ofMark = parent === 'rPr' && this.#path.at(-3) === 'pPr';
      if (paragraph && local === 'vanish' && this.#path.at(-3) === 'r')
        paragraph.hidden = !/^(?:0|false|off)$/u.test(attribute('val') ?? '');
      if (paragraph && ofMark && (local === 'del' || local === 'moveFrom')) paragraph.markDeleted = true;
    } else if (local === 'r') {
      if (paragraph) paragraph.hidden = false;
    } else if (local === 'p') {
      this.#open.push({ text: '', style: '', markDeleted: false, broken: false, hidden: false, inside: [] });
    } else if (LEFT_OUT.has(local) || isSeparator(local, attribute('type'))) {
      this.#leftOutAt = this.#path.length;
    } else if (local === 't') {
      this.#startText(attributes['xml:space']?.value === 'preserve');
    } else if (local === 'pStyle' && paragraph) {
      paragraph.style = attribute('val') ?? '';
    } else if (local === 'sym') {
      this.#append(String.fromCharCode(Number.parseInt(attribute('char') ?? '', 16) || 0xfffd));
    } else if (parent === 'r' && local === 'br' && /^(?:page|column)$/u.test(attribute('type') ?? '')) {
      if (paragraph) paragraph.broken = paragraph.text !== '';
    } else if (parent === 'r') {
      this.#append(CHARACTERS[local] ?? '');
    }
  }

  #startText(preserve: boolean): void {
    this.#text = '';
    this.#preserve = preserve;
  }

  /** XML 1.0, section 2.10: without `xml:space="preserve"` Word drops white space at the ends. */
  #endText(): void {
    const text = this.#text!;
    this.#text = null;
    this.#append(this.#preserve ? text : text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/gu, ''));
  }

  #append(text: string): void {
    const paragraph = this.#open.at(-1);
    if (!paragraph || paragraph.hidden || text === '') return;
    paragraph.text += paragraph.broken ? `\n${text}` : text;
    paragraph.broken = false;
  }

  #closeParagraph(): void {
    const paragraph = this.#open.pop();
    if (!paragraph) return;
    const outer = this.#open.at(-1);
    if (outer) {
      outer.inside.push(paragraph.text, ...paragraph.inside);
      return;
    }
    const text = this.#pending + paragraph.text;
    this.#pending = paragraph.markDeleted ? text : '';
    if (!paragraph.markDeleted) {
      this.paragraphs.push(text);
      if (/^title$/iu.test(paragraph.style)) this.title ??= text.trim() || null;
    }
    this.paragraphs.push(...paragraph.inside);
  }

  /** A deleted mark at the very end has nothing to join. */
  end(): void {
    if (this.#pending) this.paragraphs.push(this.#pending);
    this.#pending = '';
  }
}

/** The lines above footnotes are stored as notes of their own. */
function isSeparator(local: string, type: string | undefined): boolean {
  return (local === 'footnote' || local === 'endnote') && type !== undefined && type !== 'normal';
}
