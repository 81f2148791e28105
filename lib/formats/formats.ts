import { csv, sheetCsv } from './csv/format';
import type { Format } from './Format';
import { hf } from './hf/format';
import { hunalign } from './hunalign/format';
import { intertext } from './intertext/format';
import { json, jsonl } from './json/format';
import { moses } from './moses/format';
import { parquet } from './parquet/format';
import { tei } from './tei/format';
import { docx } from './text/docx/format';
import { epub } from './text/epub/format';
import { html } from './text/html/format';
import { md } from './text/md/format';
import { odt } from './text/odt/format';
import { pdf } from './text/pdf/format';
import { srt, vtt } from './text/subtitles/format';
import { txt } from './text/txt/format';
import { tmx } from './tmx/format';
import { tsv } from './tsv/format';
import { vecalign } from './vecalign/format';
import { xces } from './xces/format';
import { xliff1, xliff2 } from './xliff/format';
import { xlsx } from './xlsx/format';

/**
 * Every format there is, once, in the order that lists show them. The import and export pages, the routes and the
 * command line all read this list, so that a new format is a folder with its row in `format.ts`, a name here, and its
 * code in `registry.ts`. Holds no code: pages may import it.
 */
export const FORMATS = [
  txt,
  md,
  docx,
  odt,
  html,
  epub,
  pdf,
  srt,
  vtt,
  tmx,
  tsv,
  csv,
  sheetCsv,
  xlsx,
  json,
  jsonl,
  hf,
  parquet,
  xliff2,
  xliff1,
  moses,
  xces,
  intertext,
  tei,
  hunalign,
  vecalign,
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

/** Whether a file, by its name, holds several texts with their alignment, and is no text by itself. */
export function isAlignedFile(fileName: string): boolean {
  const format = formatOfFile(fileName);
  return format?.readsAligned === true && !format.reads;
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
