/** What a reader makes of a file, before anybody has accepted it. Nothing here has been stored. */

export const TEXT_FORMATS = ['txt', 'md', 'docx', 'odt', 'html', 'epub', 'pdf', 'srt', 'vtt'] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

/** No reader takes a bigger file. */
export const MAX_FILE_BYTES = 200 * 1024 * 1024;
/** What has to be in memory as one string: an HTML file, a chapter of an EPUB. */
export const MAX_WHOLE_BYTES = 32 * 1024 * 1024;
/** UTF-16 units. A longer paragraph is a file whose borders were not understood. */
export const MAX_PARAGRAPH_CHARS = 100_000;
export const MAX_PARAGRAPHS = 1_000_000;

export const WARNING_CODES = [
  'nfd',
  'zeroWidth',
  'softHyphen',
  'bidi',
  'nbsp',
  'cedilla',
  'doubleSpace',
  'loneCr',
  'mixedLineEnds',
  'lineSeparator',
  'formFeed',
  'nextLine',
  'nul',
  'controlCharacter',
  'replacementCharacter',
  'longParagraph',
  'table',
  'uncertainEncoding',
  'uncertainLanguage',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

/** `count` occurrences, the first of them in paragraph `paragraph` (from 1; 0 when it has no one place). */
export type Warning = { code: WarningCode; params: { count: number; paragraph: number } };

/** One way of reading the bytes, with a stretch of text in which it differs from the others. */
export type EncodingCandidate = { encoding: string; sample: string };

export const PARAGRAPH_STYLES = ['blankLine', 'wrapped', 'indented', 'line'] as const;
/**
 * What ends a paragraph of a plain text: a blank line, or every line. `wrapped` is `blankLine` for a text whose lines an
 * editor broke at some column: those line ends become spaces. `indented`: also an indented line begins a paragraph, as in
 * books; line ends become spaces likewise.
 */
export type ParagraphStyle = (typeof PARAGRAPH_STYLES)[number];

/** Fonts of the time before Unicode, whose text is Vietnamese only while they show it. */
export const LEGACY_FONTS = ['tcvn3', 'vni'] as const;
export type LegacyFont = (typeof LEGACY_FONTS)[number];

/** Text typed in such a font: what it says now, and what its readers saw. `count` paragraphs are like that. */
export type FontText = { font: LegacyFont; count: number; before: string; after: string };

/** A chapter of a book. `ordinal` counts from 1 over all chapters, chosen or not. */
export type Chapter = {
  ordinal: number;
  title: string | null;
  /** The first words below the title. */
  opening: string;
  paragraphCount: number;
  characterCount: number;
  /** Part of the reading order; those that are not wait to be asked for. */
  linear: boolean;
  chosen: boolean;
};

/** What to do with letters that are written in pieces (NFD): as in the file, or one character each (NFC). */
export const LETTERS = ['keep', 'compose'] as const;
export type Letters = (typeof LETTERS)[number];

export const BOILERPLATE = ['keep', 'leaveOut'] as const;
/** What to do with menus, headers, footers and licences around the text. */
export type Boilerplate = (typeof BOILERPLATE)[number];

export type TextDraft = {
  format: TextFormat;
  /** Lower case, as the Encoding Standard names it where it knows it. `utf-8` for docx. */
  encoding: string;
  /** Best first; one alone when the bytes leave no doubt. */
  encodingCandidates: EncodingCandidate[];
  /** BCP 47, primary subtag only; null when nothing could be said. */
  lang: string | null;
  /** 0..1; 1 when the caller named the language. */
  langConfidence: number;
  /** Content as in the file but for what `ReadOptions` asked for, one string a paragraph, none of them blank. */
  paragraphs: string[];
  /** Plain text and Markdown only, else null. */
  paragraphStyle: ParagraphStyle | null;
  warnings: Warning[];
  title: string | null;
  /** Of books; those chosen make up `paragraphs`, one after the other. */
  chapters: Chapter[] | null;
  /** How many paragraphs stand around the text, and whether they were left out; null when there are none. */
  boilerplate: { count: number; leftOut: boolean } | null;
  /** How many letters the file has in pieces, and whether they were composed; null when there are none. */
  pieces: { count: number; composed: boolean } | null;
  /** Text that could be converted; after it was, the same with `converted`. */
  fontText: (FontText & { converted: boolean }) | null;
};

export type ReadOptions = {
  fileName?: string;
  /** Overrules what the bytes and the name say. */
  format?: TextFormat;
  /** Overrules the detection; bytes that do not fit are an error then. */
  encoding?: string;
  /** Overrules the detection. */
  lang?: string;
  /** Overrules the guess for plain text. */
  paragraphStyle?: ParagraphStyle;
  /** Ordinals of the chapters to take; else all of the reading order. */
  chapters?: readonly number[];
  /** `keep` when nobody says. */
  boilerplate?: Boilerplate;
  /** `keep` when nobody says: matching and searching compose letters anyway. */
  letters?: Letters;
  /** Converts paragraphs typed in this font to Unicode. Never done unasked. */
  convertFont?: LegacyFont;
};

/** What each format's reader hands to `readText`: paragraphs, and what it met on the way. */
export type ReadParagraphs = {
  paragraphs: string[];
  title: string | null;
  /** Language that the file itself declares. */
  declaredLang?: string | null;
  paragraphStyle?: ParagraphStyle;
  warnings?: Warning[];
  /** Indexes of paragraphs that stand around the text: menus, licences, running heads. */
  boilerplate?: ReadonlySet<number>;
  /** Where chapters begin, first to last. */
  chapters?: readonly { title: string | null; start: number; linear: boolean }[];
};
