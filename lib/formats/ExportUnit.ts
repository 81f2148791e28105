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

/** Who had their hands on a unit, and when it last changed. */
export type UnitChange = {
  /** Names, in the order in which they first did something. */
  by: readonly string[];
  /** ISO 8601, UTC. */
  at: string;
};

/** A bead inside a unit: segments [i0, i1) of the reference's parts with [j0, j1) of the translation's. */
export type UnitLink = {
  i0: number;
  i1: number;
  j0: number;
  j1: number;
  status: BeadStatus;
  confidence: number | null;
  reason: NullReason | null;
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
  /**
   * Where several bitexts are joined that do not agree on borders or on what is known of their beads: for each
   * translation, in the order of `texts`, its own beads, none where it is left out. What stands above is then the
   * weakest of them.
   */
  links?: readonly (readonly UnitLink[])[];
  /** Which of `ExportHeader.documents` it is of. Units of one document stand together. */
  document?: number;
  /** Only when somebody asked for it. */
  change?: UnitChange;
};

export type ExportHeader = {
  referenceLang: string;
  /** All languages of the export, reference first. */
  langs: string[];
  title: string;
  /**
   * Time of the exported revision rather than of the export, so that the same revision gives the same bytes. What was
   * converted from a file has no revision, and so no time.
   */
  createdAt?: Date;
  toolVersion: string;
  /** Titles of the documents that are in it, when there are several. */
  documents?: readonly string[];
  /**
   * The pair was aligned by nobody: both were aligned with texts in this language, and are joined over it. Formats
   * with a place for remarks say so.
   */
  derivedOver?: string;
};

/** Units one by one, or as arrays of them: a promise a unit costs more than to write it. */
export type Units = Iterable<ExportUnit> | AsyncIterable<ExportUnit> | AsyncIterable<readonly ExportUnit[]>;

/** Units of a source that has all of them at once, which are handed on together. */
const PAGE = 1000;

/** Units as arrays, however they come. */
export async function* pagesOf(units: Units): AsyncGenerator<readonly ExportUnit[]> {
  if (Symbol.asyncIterator in units) {
    for await (const one of units) yield isPage(one) ? one : [one];
    return;
  }
  let page: ExportUnit[] = [];
  for (const unit of units) {
    if (page.push(unit) < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length) yield page;
}

const isPage = (one: ExportUnit | readonly ExportUnit[]): one is readonly ExportUnit[] => Array.isArray(one);

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

/** The beads of a translation in a unit, first to last: one, unless several bitexts are joined in it. */
export function beadsOf(
  { texts, links, status, confidence, reason }: ExportUnit,
  lang: string,
): readonly UnitLink[] {
  const at = texts.findIndex((text) => text.lang === lang);
  const own = at > 0 ? links?.[at - 1] : undefined;
  if (own?.length) return own;
  const [i1, j1] = [partsOf(texts[0]).length, at < 0 ? 0 : partsOf(texts[at]).length];
  const whole = { i0: 0, i1, j0: 0, j1 };
  // Of a language that is left out the others say nothing.
  return [
    links
      ? { ...whole, status: 'machine', confidence: null, reason: null }
      : { ...whole, status, confidence, reason },
  ];
}
