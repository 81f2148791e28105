/** Elements that alignments point at, smallest first: where one has ids that links use, it is the segment. */
export const SEGMENTS = ['s', 'seg', 'ab', 'l', 'head', 'p', 'div'] as const;
export type SegmentTag = (typeof SEGMENTS)[number];
export const isSegment = (tag: string): tag is SegmentTag => (SEGMENTS as readonly string[]).includes(tag);

/** Each begins a paragraph. */
export const PARAGRAPHS: ReadonlySet<string> = new Set(['p', 'head', 'l', 'ab', 'lg', 'div', 'sp']);

/** Elements of TEI and CES that hold text of the document, or that part one piece of it from the next. */
export const TEXTUAL: ReadonlySet<string> = new Set([
  ...SEGMENTS,
  ...['text', 'body', 'front', 'back', 'group', 'lg', 'sp', 'speaker', 'stage', 'u', 'argument', 'epigraph'],
  ...['opener', 'closer', 'byline', 'dateline', 'salute', 'signed', 'trailer', 'titlePage', 'docTitle'],
  ...['list', 'item', 'label', 'table', 'row', 'cell', 'figure', 'figDesc', 'note', 'quote', 'cit', 'poem'],
]);

/** What is said about the text, and no part of it. */
const HEADS: ReadonlySet<string> = new Set([
  'teiHeader',
  'cesHeader',
  'standOff',
  'meta',
  'metadata',
  'header',
]);
export const isHead = (tag: string): boolean => HEADS.has(tag);
