import type { Result } from '@/lib/result';
import type { ExportHeader, Units } from './ExportUnit';
import type { ExportFormatId, ImportFormatId } from './formats';
import type { ReadOptions, TextDraft } from './text/TextDraft';
import type { WriteOptions } from './WriteOptions';

export type ReadText = (bytes: Uint8Array, options: ReadOptions) => Promise<Result<TextDraft>>;
export type WriteUnits = (
  header: ExportHeader,
  units: Units,
  options: WriteOptions,
) => AsyncGenerator<string>;

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
  json: async () => (await import('./json/writeJson')).writeJson,
  jsonl: async () => (await import('./json/writeJson')).writeJsonl,
};
