import type { BeadStatus, NullReason } from '@/lib/bitext/types';
import type { Result } from '@/lib/result';
import type { UnitPart } from '../ExportUnit';

/** What a reader makes of aligned data, before anybody has accepted it. Nothing here has been stored. */

/** One file, as it was chosen. The name may hold folders when it comes from an archive. */
export type AlignedFile = { name: string; bytes: Uint8Array };

export const MAX_ALIGNED_BYTES = 200 * 1024 * 1024;
export const MAX_UNITS = 500_000;
/** Languages of one document. A table with more text columns is something else. */
export const MAX_LANGUAGES = 40;

export const ALIGNED_WARNINGS = [
  'alternatives',
  'emptyUnits',
  'inlineCodes',
  'crossing',
  'unlinked',
  'replacedCharacters',
  'uneven',
  'unknownStatus',
  'confirmedNulls',
  'approvals',
  'missingTexts',
  'notTranslated',
] as const;
export type AlignedWarningCode = (typeof ALIGNED_WARNINGS)[number];
/** `count` times; `place` is the first unit or line, from 1; 0 when there is no one place. */
export type AlignedWarning = { code: AlignedWarningCode; params: { count: number; place: number } };

/** `label` as the file has it: a tag, a column, a file name. `lang` is BCP 47, null when the file does not say. */
export type AlignedLanguage = { label: string; lang: string | null };

export type AlignedUnit = {
  id: string | null;
  /** The segments in each language of the document, in its order; none where there is no counterpart. */
  sides: (readonly UnitPart[])[];
  /** null: the file does not say. */
  status: BeadStatus | null;
  confidence: number | null;
  reason: NullReason | null;
};

/** What each column of a table is. */
export const COLUMN_ROLES = ['text', 'id', 'status', 'confidence', 'reason', 'skip'] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];
/** How a table is read; what is not said is detected. */
export type TableChoices = {
  header?: boolean;
  /** A single character. */
  delimiter?: string;
  /** `"`, `'`, or nothing when quotation marks are text. */
  quote?: string;
  columns?: readonly ColumnRole[];
};
/** How a table was read, with what each column holds. */
export type TableReading = {
  header: boolean;
  /** null: cells of a workbook, which have neither delimiter nor quotes. */
  delimiter: string | null;
  quote: string;
  columns: { name: string; sample: string; role: ColumnRole }[];
};

export type AlignedDocument = {
  format: string;
  encoding: string;
  title: string | null;
  languages: AlignedLanguage[];
  /** In text order. */
  units: AlignedUnit[];
  warnings: AlignedWarning[];
  /** For tables. */
  table?: TableReading;
  /** The parts that could be read instead, by their names: sheets of a workbook, alignments of an archive. */
  alternatives?: { names: string[]; chosen: number };
};

export type AlignedOptions = {
  /** Overrules what the files look like. */
  format?: string;
  encoding?: string;
  table?: TableChoices;
  /** Which of several sheets or alignments, counted from 0. */
  alignment?: number;
  /** Told now and then which share of the files has been read, 0..1. */
  onProgress?: (share: number) => void;
};

/** Thrown by a reader from inside a parser; `readAligned` turns it into its error. */
export class AlignedRefusal extends Error {
  override name = 'AlignedRefusal';
  constructor(readonly result: Result<never>) {
    super('refused');
  }
}
