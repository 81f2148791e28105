import type { BeadStatus, NullReason } from '@/lib/bitext/types';
import type { Failure, Result } from '@/lib/result';
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
  'guards',
  'unknownStatus',
  'confirmedNulls',
  'approvals',
  'missingTexts',
  'notTranslated',
  'recut',
  'otherPairs',
  'unnamedElements',
  'asideFiles',
] as const;
export type AlignedWarningCode = (typeof ALIGNED_WARNINGS)[number];
/** `count` times; `place` is the first unit or line, from 1; 0 when there is no one place. */
export type AlignedWarning = { code: AlignedWarningCode; params: { count: number; place: number } };

/** `label` as the file has it: a tag, a column, a file name. `lang` is BCP 47, null when the file does not say. */
export type AlignedLanguage = { label: string; lang: string | null };

/** What a file says of a link; null: it does not say. */
export type SaidOfLink = {
  status: BeadStatus | null;
  confidence: number | null;
  reason: NullReason | null;
};

/** A link inside a unit: segments [i0, i1) of the pivot's side with [j0, j1) of the other language's. */
export type InnerLink = SaidOfLink & { i0: number; i1: number; j0: number; j1: number };

export type AlignedUnit = SaidOfLink & {
  id: string | null;
  /** The segments in each language of the document, in its order; none where there is no counterpart. */
  sides: (readonly UnitPart[])[];
  /**
   * Where alignments of several languages were joined and do not agree on borders or on what they say: for each
   * language its own links with the first one, the pivot, which together cover the unit. Else the unit is one link.
   */
  links?: (readonly InnerLink[])[];
};

/** Where one of several documents begins: the number of its first unit, from 0. */
export type DocumentStart = { title: string; from: number; warnings: AlignedWarning[] };

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
  /** When the files hold several documents, one after the other: where each begins. */
  documents?: DocumentStart[];
  /**
   * The parts that could be read instead, by their names: sheets of a workbook, alignments of an archive. From `joined`
   * on a name stands for several of those before it, which share a text and are read together.
   */
  alternatives?: { names: string[]; chosen: number; joined?: number };
  /** Why alignments that might share a text were not joined. */
  apart?: Apart;
};

/** Two alignments whose texts in `lang` are not the same; the first difference is in unit `place` of the second, from 1. */
export type Apart = { first: string; second: string; lang: string; place: number };

/** All that files hold, each document for itself. */
export type AlignedSet = {
  documents: AlignedDocument[];
  /** What each is called: its title, else by the names of its files. */
  names: string[];
  /** For each document the numbers of the alignments that it was made of, in `alignments`. */
  madeOf: number[][];
  /** The alignments of the files, by their names. */
  alignments: string[];
  apart: Apart | null;
  /** Alignments and documents that nothing could be made of, and why. */
  skipped: { name: string; error: Failure }[];
};

export type AlignedOptions = {
  /** Overrules what the files look like. */
  format?: string;
  encoding?: string;
  table?: TableChoices;
  /** Which of several sheets or alignments, counted from 0; numbers after those of all stand for joined ones. */
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
