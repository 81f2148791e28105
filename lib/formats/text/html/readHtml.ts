// parse5 marks its tokenizer as internal; the version is pinned. We need no tree: blocks and text in order are all
// that a paragraph is made of, and a tokenizer takes hostile nesting in linear time and constant memory.
import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import type { ReadParagraphs } from '../TextDraft';
import { HtmlText } from './HtmlText';
import { isAround, isLeftOut, isMain, isNote } from './leftOut';
import { Nesting } from './Nesting';

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol option p pre search section summary ' +
    'table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const TEXT_MODES = new Map<string, Tokenizer['state']>([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['title', TokenizerMode.RCDATA],
  ['textarea', TokenizerMode.RCDATA],
  ...['style', 'xmp', 'iframe', 'noembed', 'noframes'].map((name): [string, Tokenizer['state']] => [
    name,
    TokenizerMode.RAWTEXT,
  ]),
]);
/** A short paragraph of which this much is links is a menu. */
const LINKED_SHARE = 0.7;
const MENU_CHARS = 200;
/** Less of the text than this inside `main` or `article`, and the page means something else by it. */
const MAIN_SHARE = 0.3;

/** A document type stands at the beginning. */
const HEAD_CHARS = 16_384;

export type HtmlOptions = {
  /** XHTML: elements close themselves, CDATA is text. */
  xml?: boolean;
  /** Ids whose places are asked for. */
  ids?: ReadonlySet<string>;
};
export type HtmlDraft = ReadParagraphs & {
  /** Index of the paragraph at which an element with the id begins. */
  places: ReadonlyMap<string, number>;
  /** The first heading and its index. */
  heading: { text: string; at: number } | null;
};

/**
 * Paragraphs of an HTML document: block elements part them, `<br>` is a line break inside one, entities are decoded,
 * white space is collapsed as CSS does outside `<pre>`. NBSP is a character of the text and stays. What stands around
 * the main text is marked, so that it can be left out.
 *
 * HTML Living Standard, sections 13.2.5 (tokenization) and 15.3 (what browsers show as blocks).
 */
export function readHtml(
  html: string,
  options: HtmlOptions = {},
  unclosed: readonly string[] = [],
): HtmlDraft {
  const { xml = false, ids } = options;
  const text = new HtmlText();
  const leftOut = new Nesting();
  const around = new Nesting();
  const main = new Nesting();
  const notes = new Nesting();
  const boilerplate = new Set<number>();
  const inMain = new Set<number>();
  const places = new Map<string, number>();
  let heading: HtmlDraft['heading'] = null;
  let title = '';
  let inTitle = false;
  let lang: string | null = null;
  const closeParagraph = (endOf?: string) => {
    const at = text.paragraphs.length;
    if (!text.closeParagraph()) return;
    // The title of a page often stands in its header.
    if (around.inside && !(around.name === 'header' && endOf === 'h1')) boilerplate.add(at);
    if (main.inside) inMain.add(at);
    if (endOf && /^h[1-3]$/u.test(endOf)) heading ??= { text: text.paragraphs[at]!, at };
  };
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag({ tagName, attrs, selfClosing: slash }: Token.TagToken) {
        const selfClosing = slash && (xml || leftOut.inside);
        if (!(xml && slash)) tokenizer.state = TEXT_MODES.get(tagName) ?? tokenizer.state;
        if (tagName === 'html') lang = attrs.find(({ name }) => /^(?:xml:)?lang$/u.test(name))?.value || null;
        if (tagName === 'body') leftOut.reset();
        if (tagName === 'title' && !title && leftOut.name !== 'svg' && !selfClosing) inTitle = true;
        const isOut = isLeftOut(tagName, attrs) && !unclosed.includes(tagName);
        const wasOut = leftOut.inside;
        leftOut.open(tagName, slash && (wasOut || isOut), isOut);
        if (wasOut || isOut) return;
        if (tagName === 'br') text.breakLine();
        else if (BLOCKS.has(tagName)) closeParagraph();
        around.open(
          tagName,
          selfClosing,
          isAround(tagName, attrs) && !unclosed.includes(`around ${tagName}`),
        );
        main.open(tagName, selfClosing, isMain(tagName, attrs));
        notes.open(tagName, selfClosing, isNote(attrs));
        if (tagName === 'a' && !selfClosing && attrs.some(({ name }) => name === 'href')) {
          text.linkDepth = 1;
          if (notes.inside) text.openSign();
        }
        if (tagName === 'pre' && !selfClosing) text.preDepth++;
        for (const { name, value } of ids ? attrs : [])
          if ((name === 'id' || name === 'name') && ids!.has(value) && !places.has(value))
            places.set(value, text.paragraphs.length);
      },
      onEndTag({ tagName }: Token.TagToken) {
        if (tagName === 'title') inTitle = false;
        if (leftOut.inside) {
          leftOut.close(tagName);
          return;
        }
        if (BLOCKS.has(tagName)) closeParagraph(tagName);
        if (tagName === 'pre') text.preDepth = Math.max(0, text.preDepth - 1);
        if (tagName === 'a') {
          text.linkDepth = 0;
          text.closeSign();
        }
        notes.close(tagName);
        around.close(tagName);
        main.close(tagName);
      },
      onCharacter: append,
      onWhitespaceCharacter: append,
      onNullCharacter() {},
      onComment() {},
      onDoctype() {},
      onEof() {},
    },
  );
  // CDATA sections are text in XML, and in no HTML but drawings.
  tokenizer.inForeignNode = xml;
  function append({ chars }: Token.CharacterToken) {
    if (inTitle) title += chars;
    else if (!leftOut.inside) text.append(chars);
  }
  tokenizer.write(withoutSubset(html), true);
  // An element that was never closed would swallow the rest of the text: read again, with that element as text.
  const swallowing = leftOut.name ?? (around.name && `around ${around.name}`);
  if (swallowing && !TEXT_MODES.has(swallowing)) return readHtml(html, options, [...unclosed, swallowing]);
  closeParagraph();
  markMenus(text, boilerplate);
  markOutside(text.paragraphs, inMain, boilerplate);
  return {
    paragraphs: text.paragraphs,
    title: title.replace(/\s+/gu, ' ').trim() || null,
    declaredLang: lang,
    boilerplate,
    places,
    heading,
  };
}

/**
 * XHTML may define entities of its own in brackets, which HTML does not know: to it the first of them ends the
 * declaration, and the rest is text. None of them is ever expanded.
 */
function withoutSubset(html: string): string {
  const head = html.slice(0, HEAD_CHARS);
  const found = /<!doctype[^<>[]*\[/iu.exec(head);
  const end = found ? /\]\s*>/u.exec(head.slice(found.index)) : null;
  return found && end
    ? html.slice(0, found.index) + html.slice(found.index + end.index + end[0].length)
    : html;
}

function markMenus({ paragraphs, linked }: HtmlText, boilerplate: Set<number>): void {
  for (const [at, { length }] of paragraphs.entries())
    if (length < MENU_CHARS && linked[at]! > length * LINKED_SHARE) boilerplate.add(at);
}

/** What is neither in `main` nor in `article`, when there is one that holds the better part of the text. */
function markOutside(
  paragraphs: readonly string[],
  inMain: ReadonlySet<number>,
  boilerplate: Set<number>,
): void {
  const length = (test: (at: number) => boolean) =>
    paragraphs.reduce((sum, paragraph, at) => sum + (test(at) ? paragraph.length : 0), 0);
  if (length((at) => inMain.has(at)) < length(() => true) * MAIN_SHARE) return;
  for (const at of paragraphs.keys()) if (!inMain.has(at)) boilerplate.add(at);
}
