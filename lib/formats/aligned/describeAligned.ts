import { type LengthCurve, lengthCurve } from '@/lib/bitext/lengthCurve';
import type { BeadStatus } from '@/lib/bitext/types';
import type { Result } from '@/lib/result';
import { joinSegments } from '../joinSegments';
import { detectLang } from '../text/detectLang';
import type { AlignedDocument, AlignedWarning } from './AlignedDocument';
import { findSuspicions, lengthsOf, type Suspicion } from './findSuspicions';
import { type Column, planLayout } from './layOut';

/** What an import would store, and what of it somebody should look at. */
export type AlignedPreview = Pick<
  AlignedDocument,
  'format' | 'encoding' | 'title' | 'table' | 'alternatives' | 'apart'
> & {
  fileName: string;
  languages: {
    label: string;
    /** The project's language that it would be; null: it would be left out. */
    lang: string | null;
    segments: number;
    characters: number;
    /** Units without a text in it. */
    missing: number;
    /** Its lengths beside those of the reference; null for the reference itself. */
    curve: LengthCurve | null;
  }[];
  /** How many documents stand one after the other in the files; they would be one. */
  documents: number;
  /** Number of the language that the others are compared with. */
  reference: number;
  unitCount: number;
  /** How many units would be what, see `Layout`; empty as long as the languages do not fit. */
  statuses: Partial<Record<BeadStatus, number>>;
  warnings: AlignedWarning[];
  suspicions: Suspicion[];
  /** For each suspicion the units about the place where it begins; none where all of the text is meant. */
  places: AlignedRow[][];
  first: AlignedRow[];
  last: AlignedRow[];
};
export type AlignedRow = { ordinal: number; texts: string[] };

const SHOWN = 30;
const SHOWN_LAST = 5;
/** Units shown before a suspicious place, and from there on. */
const [BEFORE, AFTER] = [3, 6];
const SHOWN_CHARS = 600;
/** Texts by which a language is told. */
const SAMPLE = 200;
/** Below this share of certainty a text is not said to be in another language. */
const SURE = 0.8;

/** @param langs for each language of the file the project's, null when it has none. */
export async function describeAligned(
  document: AlignedDocument,
  langs: readonly (string | null)[],
  columns: Result<Column[]>,
  { fileName, keepApprovals }: { fileName: string; keepApprovals: boolean },
): Promise<AlignedPreview> {
  const { units, languages } = document;
  const laid = columns.ok
    ? planLayout(document, columns.value, { newId: () => '', actorId: '', keepApprovals })
    : null;
  const reference = columns.ok ? columns.value[0].at : 0;
  const lengths = languages.map((_, at) => lengthsOf(units, at));
  const count = units.length;
  const rows = (from: number, to: number): AlignedRow[] =>
    units.slice(from, to).map(({ sides }, k) => ({
      ordinal: from + k + 1,
      texts: sides.map((side) => joinSegments(side.map(({ text }) => text)).slice(0, SHOWN_CHARS)),
    }));
  const suspicions = [
    ...(await otherLanguages(document, langs)),
    ...findSuspicions(units, languages.length, reference),
  ];
  return {
    format: document.format,
    encoding: document.encoding,
    title: document.title,
    table: document.table,
    alternatives: document.alternatives,
    apart: document.apart,
    documents: document.documents?.length ?? 1,
    fileName,
    languages: languages.map(({ label }, at) => ({
      label,
      lang: langs[at] ?? null,
      segments: units.reduce((sum, { sides }) => sum + sides[at].length, 0),
      characters: lengths[at].reduce((sum, one) => sum + one, 0),
      missing: lengths[at].reduce((sum, one) => sum + (one ? 0 : 1), 0),
      curve: at === reference ? null : lengthCurve(lengths[reference], lengths[at]),
    })),
    reference,
    unitCount: count,
    statuses: laid?.statuses ?? {},
    warnings: [...document.warnings, ...(laid?.warnings ?? [])],
    suspicions,
    places: suspicions.map(({ code, from }) =>
      code === 'language' ? [] : rows(Math.max(0, from - 1 - BEFORE), Math.min(count, from - 1 + AFTER)),
    ),
    first: rows(0, Math.min(SHOWN, count)),
    last: rows(Math.max(SHOWN, count - SHOWN_LAST), count),
  };
}

/** Texts that are surely in another language than they would be stored as: swapped columns, above all. */
async function otherLanguages(
  document: AlignedDocument,
  langs: readonly (string | null)[],
): Promise<Suspicion[]> {
  const found: Suspicion[] = [];
  const base = (lang: string) => lang.split('-')[0];
  for (const [at, wanted] of langs.entries()) {
    if (!wanted) continue;
    const { lang, confidence } = await detectLang(sampleOf(document, at), null);
    if (lang && confidence >= SURE && base(lang) !== base(wanted))
      found.push({
        code: 'language',
        at,
        from: 1,
        to: document.units.length,
        count: document.units.length,
        lang,
      });
  }
  return found;
}

/** Texts of one language, from the beginning. */
export function sampleOf({ units }: AlignedDocument, at: number): string[] {
  const sample: string[] = [];
  for (const { sides } of units) {
    for (const { text } of sides[at]) sample.push(text);
    if (sample.length >= SAMPLE) break;
  }
  return sample;
}
