/** What is known of a format without loading its code. */
export type Format = {
  id: string;
  /** The format's own name, the same in every language. */
  name: string;
  /** Without the dot; the first is the one that files are written with. */
  extensions: readonly string[];
  mimeType: string;
  specification: string;
  /** Can texts be imported from it? */
  reads: boolean;
  /** Can alignments be exported to it? */
  writes: boolean;
  /** Can aligned texts be imported from it? */
  readsAligned?: boolean;
  /** What does not come back from it, in a few English words; for the table in the README. */
  loses?: string;
  /** Holds two languages, never more. */
  pairOnly?: boolean;
  /** Keeps units of several documents apart in one file. Of the others there is a file a document. */
  holdsDocuments?: boolean;
  /** Has the texts as a whole, which can stand in no other order than their own. */
  holdsTexts?: boolean;
  /** Can it hold a unit that has a text in one language only? Decides what `nulls` is when nobody says. */
  holdsNulls: boolean;
};

/**
 * Every format there is, once. The import and export pages, the routes and the command line all read this list, so
 * that a new format is a folder, a row here, and its code in `registry.ts`. Holds no code: pages may import it.
 */
export const FORMATS = [
  {
    id: 'txt',
    name: 'Plain text',
    extensions: ['txt', 'text'],
    mimeType: 'text/plain',
    specification: 'Unicode Standard Annex 14 (line ends)',
    loses: 'everything but the text',
    reads: true,
    writes: false,
    holdsNulls: false,
  },
  {
    id: 'md',
    name: 'Markdown',
    extensions: ['md', 'markdown'],
    mimeType: 'text/markdown',
    specification: 'CommonMark 0.31.2 (block structure)',
    loses: 'markup',
    reads: true,
    writes: false,
    holdsNulls: false,
  },
  {
    id: 'docx',
    name: 'Word',
    extensions: ['docx', 'docm'],
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    specification: 'ECMA-376 (transitional and strict)',
    loses: 'formatting, headers, comments',
    reads: true,
    writes: false,
    holdsNulls: false,
  },
  {
    id: 'odt',
    name: 'OpenDocument text',
    extensions: ['odt', 'fodt', 'ott'],
    mimeType: 'application/vnd.oasis.opendocument.text',
    specification: 'OASIS OpenDocument 1.0 to 1.3',
    loses: 'formatting, headers, remarks',
    reads: true,
    writes: false,
    holdsNulls: false,
  },
  {
    id: 'html',
    name: 'HTML',
    extensions: ['html', 'htm', 'xhtml'],
    mimeType: 'text/html',
    specification: 'WHATWG HTML Living Standard',
    loses: 'markup, boilerplate',
    reads: true,
    writes: false,
    holdsNulls: false,
  },
  {
    id: 'epub',
    name: 'EPUB',
    extensions: ['epub'],
    mimeType: 'application/epub+zip',
    specification: 'EPUB 2.0.1, EPUB 3.3',
    loses: 'formatting, pictures, notes that are links',
    reads: true,
    writes: false,
    holdsNulls: false,
  },
  {
    id: 'pdf',
    name: 'PDF with text',
    extensions: ['pdf'],
    mimeType: 'application/pdf',
    specification: 'ISO 32000-1 (through PDF.js)',
    loses: 'layout, pictures, running heads, page numbers',
    reads: true,
    writes: false,
    holdsNulls: false,
  },
  {
    id: 'srt',
    name: 'SubRip subtitles',
    extensions: ['srt'],
    mimeType: 'application/x-subrip',
    specification: 'as VLC and FFmpeg read it; there is no specification',
    loses: 'times, markup',
    reads: true,
    writes: false,
    holdsNulls: false,
  },
  {
    id: 'vtt',
    name: 'WebVTT subtitles',
    extensions: ['vtt'],
    mimeType: 'text/vtt',
    specification: 'W3C WebVTT: The Web Video Text Tracks Format',
    loses: 'times, markup, names of voices',
    reads: true,
    writes: false,
    holdsNulls: false,
  },
  {
    id: 'tmx',
    name: 'TMX 1.4b',
    extensions: ['tmx'],
    mimeType: 'application/x-tmx+xml',
    specification: 'TMX 1.4b, LISA OSCAR, 2005-04-26',
    loses: 'characters outside XML 1.0; where segments meet',
    reads: false,
    readsAligned: true,
    writes: true,
    holdsNulls: false,
    holdsDocuments: true,
  },
  {
    id: 'tsv',
    name: 'TSV',
    extensions: ['tsv'],
    mimeType: 'text/tab-separated-values',
    specification: 'IANA text/tab-separated-values',
    loses: 'tabs and line breaks; where segments meet',
    reads: false,
    readsAligned: true,
    writes: true,
    holdsNulls: true,
    holdsDocuments: true,
  },
  {
    id: 'csv',
    name: 'CSV',
    extensions: ['csv'],
    mimeType: 'text/csv',
    specification: 'RFC 4180',
    loses: 'where segments meet',
    reads: false,
    readsAligned: true,
    writes: true,
    holdsNulls: true,
    holdsDocuments: true,
  },
  {
    id: 'sheet-csv',
    name: 'CSV for spreadsheets',
    extensions: ['sheet.csv'],
    mimeType: 'text/csv',
    specification: 'RFC 4180; OWASP CSV Injection',
    loses: 'line breaks; an apostrophe before formulas',
    reads: false,
    writes: true,
    holdsNulls: true,
    holdsDocuments: true,
  },
  {
    id: 'xlsx',
    name: 'Excel',
    extensions: ['xlsx'],
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    specification: 'ECMA-376 (SpreadsheetML)',
    loses: 'beyond 32,767 characters a cell; where segments meet',
    reads: false,
    readsAligned: true,
    writes: true,
    holdsNulls: true,
    holdsDocuments: true,
  },
  {
    id: 'json',
    name: 'JSON',
    extensions: ['json'],
    mimeType: 'application/json',
    specification: 'RFC 8259',
    loses: 'nothing but paragraph borders',
    reads: false,
    readsAligned: true,
    writes: true,
    holdsNulls: true,
    holdsDocuments: true,
  },
  {
    id: 'jsonl',
    name: 'JSON Lines',
    extensions: ['jsonl', 'ndjson'],
    mimeType: 'application/jsonl',
    specification: 'jsonlines.org, RFC 8259',
    loses: 'nothing but paragraph borders',
    reads: false,
    readsAligned: true,
    writes: true,
    holdsNulls: true,
    holdsDocuments: true,
  },
  {
    id: 'hf',
    name: 'JSON Lines (Hugging Face)',
    extensions: ['hf.jsonl'],
    mimeType: 'application/jsonl',
    specification: 'Hugging Face datasets, Translation feature',
    loses: 'where segments meet',
    reads: false,
    readsAligned: true,
    writes: true,
    holdsNulls: false,
    holdsDocuments: true,
  },
  {
    id: 'parquet',
    name: 'Parquet',
    extensions: ['parquet'],
    mimeType: 'application/vnd.apache.parquet',
    specification: 'Apache Parquet 2; Hugging Face datasets, Translation feature',
    loses: 'where segments meet',
    reads: false,
    readsAligned: true,
    writes: true,
    holdsNulls: true,
    holdsDocuments: true,
  },
  {
    id: 'xliff2',
    name: 'XLIFF 2.1',
    extensions: ['xlf'],
    mimeType: 'application/xliff+xml',
    specification: 'XLIFF 2.1, OASIS Standard, 2018-02-13',
    loses: 'lone surrogates; where segments meet',
    reads: false,
    readsAligned: true,
    writes: true,
    holdsNulls: false,
    pairOnly: true,
  },
  {
    id: 'xliff1',
    name: 'XLIFF 1.2',
    extensions: ['xliff'],
    mimeType: 'application/x-xliff+xml',
    specification: 'XLIFF 1.2, OASIS Standard, 2008-02-01',
    loses: 'characters outside XML 1.0; where segments meet',
    reads: false,
    readsAligned: true,
    writes: true,
    holdsNulls: false,
    pairOnly: true,
  },
  {
    id: 'moses',
    name: 'Moses',
    extensions: ['moses.zip'],
    mimeType: 'application/zip',
    specification: 'Moses manual, corpus preparation: one sentence a line, same number of lines',
    loses: 'tabs and line breaks; where segments meet',
    reads: false,
    readsAligned: true,
    writes: true,
    holdsNulls: false,
    holdsDocuments: true,
  },
  {
    id: 'xces',
    name: 'XCES with texts (OPUS)',
    extensions: ['opus.zip'],
    mimeType: 'application/zip',
    specification: 'Corpus Encoding Standard, cesAlign; OPUS raw layout',
    loses: 'status, reason, ids; characters outside XML 1.0',
    reads: false,
    readsAligned: true,
    writes: true,
    holdsNulls: true,
    holdsDocuments: true,
    holdsTexts: true,
  },
  {
    id: 'intertext',
    name: 'InterText',
    extensions: ['intertext.zip'],
    mimeType: 'application/zip',
    specification: 'InterText alignment files',
    loses: 'status but for man and auto, confidence, reason, ids',
    reads: false,
    readsAligned: true,
    writes: true,
    holdsNulls: true,
    holdsTexts: true,
  },
  {
    id: 'tei',
    name: 'TEI',
    extensions: ['tei.xml', 'tei'],
    mimeType: 'application/tei+xml',
    specification: 'TEI P5 guidelines, 16.4 and 16.10',
    loses: 'ids; characters outside XML 1.0',
    reads: false,
    readsAligned: true,
    writes: true,
    holdsNulls: true,
    holdsTexts: true,
  },
  {
    id: 'hunalign',
    name: 'hunalign ladder with texts',
    extensions: ['hunalign.zip', 'ladder'],
    mimeType: 'application/zip',
    specification: 'hunalign manual, ladder format',
    loses: 'status, reason, confidence, ids; line breaks',
    reads: false,
    readsAligned: true,
    writes: true,
    holdsNulls: true,
    holdsTexts: true,
  },
  {
    id: 'vecalign',
    name: 'vecalign, bertalign',
    extensions: ['vecalign', 'bertalign', 'links'],
    mimeType: 'text/plain',
    specification: 'vecalign README, output format: [source lines]:[target lines]:cost',
    loses: 'costs',
    reads: false,
    readsAligned: true,
    writes: false,
    holdsNulls: true,
  },
] as const satisfies readonly Format[];

type Row = (typeof FORMATS)[number];
export type FormatId = Row['id'];
export type ImportFormatId = Extract<Row, { reads: true }>['id'];
export type AlignedFormatId = Extract<Row, { readsAligned: true }>['id'];
export type ExportFormatId = Extract<Row, { writes: true }>['id'];

const rows: readonly Format[] = FORMATS;

export const IMPORT_FORMATS: readonly Format[] = rows.filter(({ reads }) => reads);
export const ALIGNED_FORMATS: readonly Format[] = rows.filter(({ readsAligned }) => readsAligned);
export const EXPORT_FORMATS: readonly Format[] = rows.filter(({ writes }) => writes);

/** For schemas. */
export const EXPORT_FORMAT_IDS = EXPORT_FORMATS.map(({ id }) => id) as [ExportFormatId, ...ExportFormatId[]];

export const formatOf = (id: FormatId): Format => rows.find((format) => format.id === id)!;

export function findFormat(id: string): Format | undefined {
  return rows.find((format) => format.id === id);
}

/** For schemas. */
export const ALIGNED_FORMAT_IDS = ALIGNED_FORMATS.map(({ id }) => id) as [
  AlignedFormatId,
  ...AlignedFormatId[],
];

/** The format that a file name's extension belongs to, the longest one that fits: `x.moses.zip`, `x.tmx`. */
export function formatOfFile(fileName: string): Format | undefined {
  const name = fileName.replace(/^.*[/\\]/u, '').toLowerCase();
  const fits = rows.flatMap((format) =>
    format.extensions.filter((one) => name.endsWith(`.${one}`)).map((extension) => ({ format, extension })),
  );
  return fits.sort((a, b) => b.extension.length - a.extension.length)[0]?.format;
}

/** For `<input type="file" accept>`. */
export const IMPORT_ACCEPT = IMPORT_FORMATS.flatMap(({ extensions }) =>
  extensions.map((one) => `.${one}`),
).join(',');

/** The same for aligned texts, whose files come packed, in pairs, or beside their links. */
export const ALIGNED_ACCEPT = [
  ...new Set([
    ...ALIGNED_FORMATS.flatMap(({ extensions }) => extensions.map((one) => `.${one.split('.').at(-1)}`)),
    ...['.txt', '.xml', '.zip', '.gz'],
  ]),
].join(',');
