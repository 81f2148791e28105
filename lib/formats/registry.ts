import type { Result } from '@/lib/result';
import type { ExportHeader, Units } from './ExportUnit';
import type { ExportFormatId, ImportFormatId } from './formats';
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
  html: readText,
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
  xliff2: async () => (await import('./xliff/writeXliff2')).writeXliff2,
  xliff1: async () => (await import('./xliff/writeXliff1')).writeXliff1,
  moses: async () => (await import('./moses/writeMoses')).writeMoses,
  xces: async () => (await import('./xces/writeXces')).writeXces,
  intertext: async () => (await import('./intertext/writeInterText')).writeInterText,
  tei: async () => (await import('./tei/writeTei')).writeTei,
  hunalign: async () => (await import('./hunalign/writeLadder')).writeLadder,
};
