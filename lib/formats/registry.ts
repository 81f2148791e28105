import { err, type Result } from '@/lib/result';
import type { AlignedDocument, AlignedOptions } from './aligned/AlignedDocument';
import type { ReadSource } from './aligned/readSource';
import type { ExportHeader, Units } from './ExportUnit';
import type { AlignedFormatId, ExportFormatId, ImportFormatId } from './formats';
import type { ReadOptions, TextDraft } from './text/TextDraft';
import type { WriteOptions } from './WriteOptions';

export type ReadText = (bytes: Uint8Array, options: ReadOptions) => Promise<Result<TextDraft>>;
/** Text is to be encoded in UTF-8; bytes are as they are. */
export type WriteUnits = (
  header: ExportHeader,
  units: Units,
  options: WriteOptions,
) => AsyncGenerator<string | Uint8Array>;

const readText = async (): Promise<ReadText> => (await import('./text/readText')).readText;

/** The reader of each format that `formats.ts` says can be read; loads when it is first needed. */
export const READERS: Record<ImportFormatId, () => Promise<ReadText>> = {
  txt: readText,
  md: readText,
  docx: readText,
  odt: readText,
  html: readText,
  epub: readText,
  pdf: readText,
  srt: readText,
  vtt: readText,
};

/** Reads aligned texts from one file, or from all files that belong together. */
export type ReadAligned = (
  sources: readonly ReadSource[],
  options: AlignedOptions,
) => Promise<Result<AlignedDocument>>;
type ReadOne = (source: ReadSource) => Promise<Result<AlignedDocument>>;

/** A format of one file. */
const one = (load: () => Promise<ReadOne>) => async (): Promise<ReadAligned> => {
  const read = await load();
  return async ([source, ...others]) =>
    others.length ? err('import.tooManyFiles', { count: others.length + 1 }) : read(source);
};
const readTable = one(async () => (await import('./table/readTable')).readTable);
const readJsonl = one(async () => (await import('./json/readJsonl')).readJsonl);
const readXliff = one(async () => (await import('./xliff/readXliff')).readXliff);
const readXces = async () => (await import('./xces/readXces')).readXces;
const readLadder = async () => (await import('./hunalign/readLadder')).readLadder;

/** The reader of each format that `formats.ts` says aligned texts can be read from; see `readAligned`. */
export const ALIGNED_READERS: Record<AlignedFormatId, () => Promise<ReadAligned>> = {
  tmx: one(async () => (await import('./tmx/readTmx')).readTmx),
  tsv: readTable,
  csv: readTable,
  // Workbooks and Parquet are known by their bytes, before anything is decoded: `readAligned` opens them itself.
  xlsx: readTable,
  parquet: readTable,
  json: readJsonl,
  jsonl: readJsonl,
  hf: readJsonl,
  xliff2: readXliff,
  xliff1: readXliff,
  moses: async () => (await import('./moses/readMoses')).readMoses,
  xces: readXces,
  intertext: readXces,
  tei: async () => (await import('./tei/readTei')).readTei,
  hunalign: readLadder,
  vecalign: readLadder,
};

/** The writer of each format that `formats.ts` says can be written; loads when it is first needed. */
export const WRITERS: Record<ExportFormatId, () => Promise<WriteUnits>> = {
  tmx: async () => (await import('./tmx/writeTmx')).writeTmx,
  tsv: async () => (await import('./tsv/writeTsv')).writeTsv,
  csv: async () => (await import('./csv/writeCsv')).writeCsv,
  'sheet-csv': async () => (await import('./csv/writeCsv')).writeSheetCsv,
  xlsx: async () => (await import('./xlsx/writeXlsx')).writeXlsx,
  json: async () => (await import('./json/writeJson')).writeJson,
  jsonl: async () => (await import('./json/writeJson')).writeJsonl,
  hf: async () => (await import('./hf/writeHf')).writeHf,
  parquet: async () => (await import('./parquet/writeParquet')).writeParquet,
  xliff2: async () => (await import('./xliff/writeXliff2')).writeXliff2,
  xliff1: async () => (await import('./xliff/writeXliff1')).writeXliff1,
  moses: async () => (await import('./moses/writeMoses')).writeMoses,
  xces: async () => (await import('./xces/writeXces')).writeXces,
  intertext: async () => (await import('./intertext/writeInterText')).writeInterText,
  tei: async () => (await import('./tei/writeTei')).writeTei,
  hunalign: async () => (await import('./hunalign/writeLadder')).writeLadder,
};
