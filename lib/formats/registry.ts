import type { Result } from '@/lib/result';
import type { ExportHeader, Units } from './ExportUnit';
import type { ReadOptions, TextDraft } from './text/TextDraft';
import type { WriteOptions } from './WriteOptions';

export type ReadText = (bytes: Uint8Array, options: ReadOptions) => Promise<Result<TextDraft>>;
export type WriteUnits = (
  header: ExportHeader,
  units: Units,
  options: WriteOptions,
) => AsyncGenerator<string>;

export type Format = {
  id: string;
  /** The format's own name, the same in every language. */
  name: string;
  /** Without the dot; the first is the one that files are written with. */
  extensions: readonly string[];
  mimeType: string;
  specification: string;
  /** Loads the reader; absent when texts of the format cannot be imported. */
  reader?: () => Promise<ReadText>;
  /** Loads the writer; absent when nothing is exported to the format. */
  writer?: () => Promise<WriteUnits>;
  /** Can the format hold a unit that has a text in one language only? Decides what `nulls` is when nobody says. */
  holdsNulls?: boolean;
};

const readText = async (): Promise<ReadText> => (await import('./text/readText')).readText;

/**
 * Every format there is, once. The import and export pages, the routes and the command line all read this list, so
 * that a new format is a folder and a row here. Readers and writers load when they are first needed.
 */
export const FORMATS = [
  {
    id: 'txt',
    name: 'Plain text',
    extensions: ['txt', 'text'],
    mimeType: 'text/plain',
    specification: 'Unicode Standard Annex 14 (line ends)',
    reader: readText,
  },
  {
    id: 'md',
    name: 'Markdown',
    extensions: ['md', 'markdown'],
    mimeType: 'text/markdown',
    specification: 'CommonMark 0.31.2 (block structure)',
    reader: readText,
  },
  {
    id: 'docx',
    name: 'Word',
    extensions: ['docx', 'docm'],
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    specification: 'ECMA-376 (transitional and strict)',
    reader: readText,
  },
  {
    id: 'html',
    name: 'HTML',
    extensions: ['html', 'htm', 'xhtml'],
    mimeType: 'text/html',
    specification: 'WHATWG HTML Living Standard',
    reader: readText,
  },
  {
    id: 'tmx',
    name: 'TMX 1.4b',
    extensions: ['tmx'],
    mimeType: 'application/x-tmx+xml',
    specification: 'TMX 1.4b, LISA OSCAR, 2005-04-26',
    writer: async () => (await import('./tmx/writeTmx')).writeTmx,
    holdsNulls: false,
  },
  {
    id: 'tsv',
    name: 'TSV',
    extensions: ['tsv'],
    mimeType: 'text/tab-separated-values',
    specification: 'IANA text/tab-separated-values',
    writer: async () => (await import('./tsv/writeTsv')).writeTsv,
    holdsNulls: true,
  },
  {
    id: 'json',
    name: 'JSON',
    extensions: ['json'],
    mimeType: 'application/json',
    specification: 'RFC 8259',
    writer: async () => (await import('./json/writeJson')).writeJson,
    holdsNulls: true,
  },
  {
    id: 'jsonl',
    name: 'JSON Lines',
    extensions: ['jsonl', 'ndjson'],
    mimeType: 'application/jsonl',
    specification: 'jsonlines.org, RFC 8259',
    writer: async () => (await import('./json/writeJson')).writeJsonl,
    holdsNulls: true,
  },
] as const satisfies readonly Format[];

export type FormatId = (typeof FORMATS)[number]['id'];
export type ExportFormatId = Extract<(typeof FORMATS)[number], { writer: unknown }>['id'];
export type ImportFormatId = Extract<(typeof FORMATS)[number], { reader: unknown }>['id'];

const byId = new Map<string, Format>(FORMATS.map((format) => [format.id, format]));

export const IMPORT_FORMATS: readonly Format[] = [...byId.values()].filter((format) => format.reader);
export const EXPORT_FORMATS: readonly Format[] = [...byId.values()].filter((format) => format.writer);

export function findFormat(id: string): Format | undefined {
  return byId.get(id);
}

/** The format that a file name's extension belongs to, e.g. for `--out x.tmx`. */
export function formatOfFile(fileName: string): Format | undefined {
  const extension = /\.([^./\\]+)$/u.exec(fileName)?.[1]?.toLowerCase();
  return [...byId.values()].find(
    ({ extensions }) => extension !== undefined && extensions.includes(extension),
  );
}

/** For `<input type="file" accept>`. */
export const IMPORT_ACCEPT = IMPORT_FORMATS.flatMap(({ extensions }) =>
  extensions.map((one) => `.${one}`),
).join(',');
