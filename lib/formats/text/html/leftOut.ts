import type { Token } from 'parse5';

/** No text of the work: machinery, navigation, controls, drawings. */
const LEFT_OUT = new Set(
  (
    'script style template nav head noscript noembed noframes iframe object select button textarea svg math audio ' +
    'video canvas rp rt'
  ).split(' '),
);
/** May be left out one by one. */
const INLINE_OR_BOX = new Set(['a', 'sup', 'span', 'div', 'section', 'aside', 'hr', 'p']);
/** How pandoc, LibreOffice, Project Gutenberg, Wikipedia and Word call the marks of notes, and the way back from them. */
const NOTE_MARKS =
  /(?:^|\s)(?:footnote-?ref|footnote-?back(?:ref|link)?|footnote-anchor|fnanchor|fnref|noteref|noteanchor|reference|sd(?:foot|end)note(?:anc|sym)|mso(?:foot|end)notereference)(?:\s|$)/iu;
/** What Wikipedia's software and calibre put among the words: links to edit and back, bullets. */
const NO_TEXT_CLASSES = /(?:^|\s)(?:mw-editsection|mw-cite-backlink|bullet_)(?:\s|$)/u;
const NO_TEXT_TYPES = /(?:^|\s)(?:noteref|backlink|pagebreak)(?:\s|$)/u;

/** Also the marks of footnotes, the arrows back from them, numbers of printed pages, and what the page itself hides. */
export function isLeftOut(tagName: string, attrs: readonly Token.Attribute[]): boolean {
  if (LEFT_OUT.has(tagName)) return true;
  if (!INLINE_OR_BOX.has(tagName)) return false;
  return attrs.some(
    ({ name, value }) =>
      name === 'hidden' ||
      (name === 'role' && /^doc-(?:noteref|backlink|pagebreak)$/u.test(value)) ||
      (name === 'epub:type' && NO_TEXT_TYPES.test(value)) ||
      // Project Gutenberg's and Distributed Proofreaders' way to number printed pages.
      (name === 'class' &&
        tagName === 'span' &&
        /(?:^|\s)(?:pagenum|pageno|pgepubid-page)(?:\s|$)/iu.test(value)) ||
      (name === 'class' &&
        (tagName === 'sup' || tagName === 'a' || tagName === 'span') &&
        (NOTE_MARKS.test(value) || NO_TEXT_CLASSES.test(value))) ||
      // The bullet or number of a list item, as Word writes it.
      (name === 'style' && tagName === 'span' && /mso-list\s*:\s*ignore/iu.test(value)),
  );
}

const AROUND = new Set(['header', 'footer', 'aside', 'form', 'menu', 'dialog']);
const AROUND_ROLES = /^(?:banner|navigation|contentinfo|complementary|search|menu|menubar|dialog|alert)$/u;
const AROUND_NAMES =
  /(?:^|[\s_-])(?:nav|navbar|menu|sidebar|breadcrumbs?|cookies?|consent|footer|masthead|share|sharing|social|comments?|related|recommended|newsletter|subscribe|advert(?:isement)?|ads?|promo|pagination|skip-link|toc|navbox|catlinks|printfooter|toolbar|login|pg-boilerplate|pgheader|pgfooter)(?:$|[\s_-])/iu;
const BOX = new Set(['div', 'section', 'ul', 'ol', 'table', 'p', 'td']);

/** What stands around the text on a page of the web: headers and footers, menus, boxes at the side, remarks. */
export function isAround(tagName: string, attrs: readonly Token.Attribute[]): boolean {
  if (AROUND.has(tagName)) return true;
  return attrs.some(
    ({ name, value }) =>
      (name === 'role' && AROUND_ROLES.test(value)) ||
      ((name === 'class' || name === 'id') && BOX.has(tagName) && AROUND_NAMES.test(value)) ||
      // LibreOffice's way to keep the head and foot of the pages.
      (name === 'title' && tagName === 'div' && /^(?:header|footer)$/u.test(value)),
  );
}

/** Elements that hold a note, or several. */
export function isNote(attrs: readonly Token.Attribute[]): boolean {
  return attrs.some(
    ({ name, value }) =>
      (name === 'role' && /^doc-(?:foot|end)notes?$/u.test(value)) ||
      ((name === 'epub:type' || name === 'class') && /(?:^|\s)(?:foot|end|rear)notes?(?:\s|$)/u.test(value)),
  );
}

/** Elements that hold the main text by their meaning. */
export function isMain(tagName: string, attrs: readonly Token.Attribute[]): boolean {
  return (
    tagName === 'main' ||
    tagName === 'article' ||
    attrs.some(({ name, value }) => name === 'role' && value === 'main')
  );
}
