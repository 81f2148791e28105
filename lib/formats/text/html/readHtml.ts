// parse5 marks its tokenizer as internal; the version is pinned. We need no tree: blocks and text in order are all
// that a paragraph is made of, and a tokenizer takes hostile nesting in linear time and constant memory.
import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import { isBlank } from '../lines';
import type { ReadParagraphs } from '../TextDraft';
import { HtmlText } from './HtmlText';

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol option p pre search section summary ' +
    'table tbody td tfoot th thead tr ul'
  ).split(' '),
);
/** No text of the work: machinery, navigation, controls, drawings. */
const LEFT_OUT = new Set(
  (
    'script style template nav head noscript noembed noframes iframe object select button textarea svg math audio ' +
    'video canvas rp rt'
  ).split(' '),
);
/** May be left out one by one. */
const INLINE_OR_BOX = new Set(['a', 'sup', 'span', 'div', 'section', 'aside']);
const TEXT_MODES = new Map<string, Tokenizer['state']>([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['title', TokenizerMode.RCDATA],
  ['textarea', TokenizerMode.RCDATA],
  ...['style', 'xmp', 'iframe', 'noembed', 'noframes'].map((name): [string, Tokenizer['state']] => [
    name,
    TokenizerMode.RAWTEXT,
  ]),
]);

type LeftOut = { name: string; depth: number };

/**
 * Paragraphs of an HTML document: block elements part them, `<br>` is a line break inside one, entities are decoded,
 * white space is collapsed as CSS does outside `<pre>`. NBSP is a character of the text and stays.
 *
 * HTML Living Standard, sections 13.2.5 (tokenization) and 15.3 (what browsers show as blocks).
 */
export function readHtml(html: string, unclosed: readonly string[] = []): ReadParagraphs {
  const text = new HtmlText();
  let leftOut: LeftOut | null = null;
  let title = '';
  let inTitle = false;
  let lang: string | null = null;
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag({ tagName, attrs, selfClosing }: Token.TagToken) {
        tokenizer.state = TEXT_MODES.get(tagName) ?? tokenizer.state;
        if (tagName === 'html') lang = attrs.find(({ name }) => name === 'lang')?.value || null;
        if (tagName === 'body') leftOut = null;
        if (tagName === 'title' && !title && leftOut?.name !== 'svg') inTitle = true;
        if (leftOut) {
          if (leftOut.name === tagName && !selfClosing) leftOut.depth++;
        } else if (isLeftOut(tagName, attrs) && !unclosed.includes(tagName)) {
          if (!selfClosing) leftOut = { name: tagName, depth: 1 };
        } else if (tagName === 'br') text.breakLine();
        else if (BLOCKS.has(tagName)) text.closeParagraph();
        if (tagName === 'pre' && !leftOut) text.preDepth++;
      },
      onEndTag({ tagName }: Token.TagToken) {
        if (tagName === 'title') inTitle = false;
        if (leftOut) {
          if (leftOut.name === tagName && --leftOut.depth === 0) leftOut = null;
          return;
        }
        if (BLOCKS.has(tagName)) text.closeParagraph();
        if (tagName === 'pre') text.preDepth = Math.max(0, text.preDepth - 1);
      },
      onCharacter: append,
      onWhitespaceCharacter: append,
      onNullCharacter() {},
      onComment() {},
      onDoctype() {},
      onEof() {},
    },
  );
  function append({ chars }: Token.CharacterToken) {
    if (inTitle) title += chars;
    else if (!leftOut) text.append(chars);
  }
  tokenizer.write(html, true);
  // An element that was never closed would swallow the rest of the text: read again, with that element as text.
  const swallowing = (leftOut as LeftOut | null)?.name;
  if (swallowing && !TEXT_MODES.has(swallowing)) return readHtml(html, [...unclosed, swallowing]);
  text.closeParagraph();
  return {
    paragraphs: text.paragraphs.filter((paragraph) => !isBlank(paragraph)),
    title: title.replace(/\s+/gu, ' ').trim() || null,
    declaredLang: lang,
  };
}

/** Also the marks of footnotes, the arrows back from them, and what the page itself hides. */
function isLeftOut(tagName: string, attrs: Token.Attribute[]): boolean {
  if (LEFT_OUT.has(tagName)) return true;
  if (!INLINE_OR_BOX.has(tagName)) return false;
  return attrs.some(
    ({ name, value }) =>
      name === 'hidden' ||
      (name === 'role' && /^doc-(?:noteref|backlink)$/u.test(value)) ||
      (name === 'class' && tagName === 'sup' && /(?:^|\s)(?:reference|noteref)(?:\s|$)/u.test(value)),
  );
}
