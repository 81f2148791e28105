import type { BeadStatus, NullReason } from '@/lib/bitext/types';

/** A segment as it goes into formats that hold texts and alignment apart. */
export type UnitPart = {
  text: string;
  /** Does it begin a paragraph of its text? */
  opens: boolean;
};

/** The text of one language in a unit; `text` is null when the language has no counterpart. */
export type UnitText = {
  /** BCP 47, as the project names it. */
  lang: string;
  text: string | null;
  /** How many segments of the text are joined in it. */
  segments: number;
  /** The segments themselves, none of them blank; without them the text is one. */
  parts?: readonly UnitPart[];
};

/** One unit of an export: a bead, or a row joined over several bitexts. */
export type ExportUnit = {
  /** Stable from export to export. */
  id: string;
  /** Reference first, then the translations in the order of `ExportHeader.langs`. */
  texts: UnitText[];
  status: BeadStatus;
  /** 0..1; null once a person has drawn it. */
  confidence: number | null;
  /** Set on null units only. */
  reason: NullReason | null;
};

export type ExportHeader = {
  referenceLang: string;
  /** All languages of the export, reference first. */
  langs: string[];
  title: string;
  /** Time of the exported revision rather than of the export, so that the same revision gives the same bytes. */
  createdAt: Date;
  toolVersion: string;
};

export type Units = Iterable<ExportUnit> | AsyncIterable<ExportUnit>;

/** Some language of the unit has no text. */
export function isNullUnit(unit: ExportUnit): boolean {
  return unit.texts.some(({ text }) => text === null);
}

/** Languages of the unit that have a text. A unit with fewer than two pairs nothing. */
export function presentTexts(unit: ExportUnit): (UnitText & { text: string })[] {
  return unit.texts.filter((text): text is UnitText & { text: string } => text.text !== null);
}

/** The segments of a text, none for one that is missing. */
export function partsOf({ text, parts }: UnitText): readonly UnitPart[] {
  if (parts?.length) return parts;
  return text === null ? [] : [{ text, opens: true }];
}

/** The unit's text in a language, if it has one. */
export const textOf = (unit: ExportUnit, lang: string): UnitText | undefined =>
  unit.texts.find((text) => text.lang === lang);
