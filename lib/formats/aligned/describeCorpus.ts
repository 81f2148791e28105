import type { BeadStatus } from '@/lib/bitext/types';
import type { Failure } from '@/lib/result';
import type { AlignedDocument, AlignedSet, AlignedWarning, Apart } from './AlignedDocument';
import { columnsOf, guessLanguages, type ProjectLangs } from './chooseColumns';
import { type AlignedPreview, describeAligned, sampleOf } from './describeAligned';
import type { Suspicion } from './findSuspicions';

/** What an import of many documents would store: each in a few words, and one of them in full if somebody asks. */
export type CorpusPreview = {
  fileName: string;
  /** The languages of all documents; `lang`: the project's that each would be, null: it would be left out. */
  languages: { label: string; lang: string | null; documents: number }[];
  documents: CorpusEntry[];
  apart: Apart | null;
  skipped: AlignedSet['skipped'];
  shown: { number: number; preview: AlignedPreview } | null;
};

export type CorpusEntry = {
  /** From 1: what it is chosen by. */
  number: number;
  title: string;
  format: string;
  encoding: string;
  units: number;
  /** `at`: which of the languages of all documents. */
  languages: { at: number; segments: number; missing: number }[];
  statuses: Partial<Record<BeadStatus, number>>;
  warnings: AlignedWarning[];
  /** `at` of a suspicion: which of its own languages. */
  suspicions: Suspicion[];
  /** Why it cannot be stored with the languages as they are chosen. */
  problem: Failure | null;
};

export type CorpusLanguage = { label: string; lang: string | null; documents: number; sample: string[] };
export type CorpusWishes = {
  project: ProjectLangs;
  /** For each language of the corpus the project's; guessed when it is not said. */
  langs: readonly (string | null)[] | undefined;
  keepApprovals: boolean;
};

/**
 * The languages of all documents, each once, and which of them each document's are. Languages that files do not name
 * are the same when they are called the same in several documents, else when they stand at the same place.
 */
export function corpusLanguages(documents: readonly AlignedDocument[]): {
  languages: CorpusLanguage[];
  places: number[][];
} {
  const calls = new Map<string, number>();
  for (const { label } of documents.flatMap((one) => one.languages))
    calls.set(label, (calls.get(label) ?? 0) + 1);
  const languages: CorpusLanguage[] = [];
  const known = new Map<string, number>();
  const places = documents.map((document) =>
    document.languages.map(({ label, lang }, at) => {
      const isOwn = lang === null && documents.length > 1 && calls.get(label) === 1;
      const key = isOwn ? `#${at}` : (lang ?? label).toLowerCase();
      let place = known.get(key);
      if (place === undefined) {
        place = languages.push({ label, lang, documents: 0, sample: sampleOf(document, at) }) - 1;
        known.set(key, place);
      }
      languages[place].documents++;
      return place;
    }),
  );
  return { languages, places };
}

/** The project's language of each language of the corpus, null where it has none. */
export const corpusLangs = (
  languages: readonly CorpusLanguage[],
  { langs, project }: CorpusWishes,
): Promise<(string | null)[]> | readonly (string | null)[] =>
  langs ??
  guessLanguages(
    languages.map(({ lang, sample }) => ({ lang, sample: () => sample })),
    project,
  );

/** @param show number of the document that is told of in full, from 1. */
export async function describeCorpus(
  { documents, names, apart, skipped }: AlignedSet,
  wishes: CorpusWishes,
  { fileName, show }: { fileName: string; show: number | null },
): Promise<CorpusPreview> {
  const { languages, places } = corpusLanguages(documents);
  const langs = await corpusLangs(languages, wishes);
  const entries: CorpusEntry[] = [];
  let shown: CorpusPreview['shown'] = null;
  for (const [k, document] of documents.entries()) {
    const own = places[k].map((place) => langs[place] ?? null);
    const columns = columnsOf(document, own, wishes.project);
    const about = { fileName: names[k], keepApprovals: wishes.keepApprovals };
    const preview = await describeAligned(document, own, columns, about);
    if (show === k + 1) shown = { number: show, preview };
    entries.push({
      ...{ number: k + 1, title: names[k], format: document.format, encoding: document.encoding },
      ...{ units: preview.unitCount, statuses: preview.statuses, warnings: preview.warnings },
      suspicions: preview.suspicions,
      languages: preview.languages.map(({ segments, missing }, at) => ({
        ...{ at: places[k][at], segments, missing },
      })),
      problem: columns.ok ? null : columns.error,
    });
  }
  return {
    ...{ fileName, documents: entries, apart, skipped, shown },
    languages: languages.map(({ label, documents: count }, at) => ({
      ...{ label, lang: langs[at] ?? null, documents: count },
    })),
  };
}
