import type { BeadStatus, NullReason } from '@/lib/bitext/types';
import type { UnitPart } from '../ExportUnit';

/** What a reader makes of aligned data, before anybody has accepted it. Nothing here has been stored. */

/** One file, as it was chosen. The name may hold folders when it comes from an archive. */
export type AlignedFile = { name: string; bytes: Uint8Array };

export const MAX_ALIGNED_BYTES = 50 * 1024 * 1024;
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

export type AlignedDocument = {
  format: string;
  encoding: string;
  title: string | null;
  languages: AlignedLanguage[];
  /** In text order. */
  units: AlignedUnit[];
  warnings: AlignedWarning[];
};

export type AlignedOptions = {
  /** Overrules what the files look like. */
  format?: string;
  encoding?: string;
  /** Tables: is the first row a header? Detected when not said. */
  header?: boolean;
  /** Called now and then, so that long work lets others have their turn. */
  breathe?: () => Promise<void>;
};
