import type { UnitPart } from '../ExportUnit';
import type {
  AlignedDocument,
  AlignedUnit,
  AlignedWarning,
  Apart,
  InnerLink,
  SaidOfLink,
} from './AlignedDocument';
import { languageKey } from './concatDocuments';
import type { Covered } from './coverTexts';
import { joinedRows } from './joinedRows';
import { sharedText, wordsKey } from './sharedText';

/** A document with the number of the alignment it is from, and what it is called, by itself or by its file. */
export type Sourced = { document: AlignedDocument; name: string; from: number };
type Cluster = {
  members: Sourced[] /** The language they share, once there are two. */;
  pivot: string | null;
};

/**
 * Documents that are translations of one text into different languages, each joined to one with all of them; the others
 * as they are. A text is the same when its words are, white space aside.
 *
 * @returns the documents in the order in which they are met, and of those that might have been joined where the first
 *   two of them differ.
 */
export function joinDocuments(sourced: readonly Sourced[]): {
  joined: { document: AlignedDocument; name: string; madeOf: number[] }[];
  apart: (Apart & { from: [number, number] }) | null;
} {
  const clusters: Cluster[] = [];
  const byWords = new Map<string, Cluster[]>();
  let apart: (Apart & { from: [number, number] }) | null = null;
  for (const one of sourced) {
    const keys = one.document.languages.map((language, at) => {
      const words = wordsKey(partsIn(one.document, at));
      return words === null
        ? null
        : { language: languageKey(language), key: `${languageKey(language)} ${words}` };
    });
    let home: Cluster | null = null;
    for (const known of keys) {
      if (!known) continue;
      home = byWords.get(known.key)?.find((cluster) => takes(cluster, one, known.language)) ?? null;
      if (!home) continue;
      home.members.push(one);
      home.pivot = known.language;
      break;
    }
    if (!home) {
      apart ??= whyApart(clusters, one);
      home = { members: [one], pivot: null };
      clusters.push(home);
    }
    for (const known of keys) if (known) byWords.set(known.key, [...(byWords.get(known.key) ?? []), home]);
  }
  return {
    joined: clusters.map(({ members, pivot }) => ({
      document: pivot === null ? members[0].document : joinAll(members, pivot),
      name: members[0].name,
      madeOf: [...new Set(members.map(({ from }) => from))],
    })),
    apart,
  };
}

/** Would the document bring other languages than those that are there, beside the one they share? */
function takes({ members, pivot }: Cluster, { document }: Sourced, shared: string): boolean {
  if (pivot !== null && pivot !== shared) return false;
  const known = new Set(members.flatMap((one) => one.document.languages.map(languageKey)));
  return document.languages.every((language) => {
    const key = languageKey(language);
    return key === shared || !known.has(key);
  });
}

/** A document that has everything to be joined with this one but the same words: of the same name, or both alone. */
function whyApart(clusters: readonly Cluster[], one: Sourced): (Apart & { from: [number, number] }) | null {
  for (const { members } of clusters) {
    const [other] = members;
    if (other.from === one.from || other.name !== one.name) continue;
    const shared = other.document.languages.filter((language) =>
      one.document.languages.some((own) => languageKey(own) === languageKey(language)),
    );
    if (shared.length !== 1) continue;
    const key = languageKey(shared[0]);
    const [first, second] = [other, one].map(({ document }) => placeOf(document, key));
    const differing = sharedText([partsIn(other.document, first), partsIn(one.document, second)]);
    if ('shared' in differing) continue;
    return {
      ...{ first: '', second: '', lang: shared[0].lang ?? shared[0].label, from: [other.from, one.from] },
      place: unitOfPart(one.document, second, differing.part) + 1,
    };
  }
  return null;
}

const placeOf = ({ languages }: AlignedDocument, key: string): number =>
  languages.findIndex((language) => languageKey(language) === key);

const partsIn = ({ units }: AlignedDocument, at: number): UnitPart[] =>
  units.flatMap(({ sides }) => sides[at]);

function unitOfPart({ units }: AlignedDocument, at: number, part: number): number {
  let before = 0;
  const found = units.findIndex(({ sides }) => {
    before += sides[at].length;
    return before > part;
  });
  return found < 0 ? units.length - 1 : found;
}

function joinAll(members: readonly Sourced[], pivot: string): AlignedDocument {
  const documents = members.map(({ document }) => document);
  const places = documents.map((one) => placeOf(one, pivot));
  const answer = sharedText(documents.map((one, k) => partsIn(one, places[k])));
  if (!('shared' in answer)) throw new Error('texts of the same words are not the same');
  const { parts, starts, recut } = answer.shared;
  const others = documents.flatMap((document, k) =>
    document.languages.flatMap((language, at) =>
      at === places[k] ? [] : [{ language, ...alignmentOf(document, places[k], at, starts[k]) }],
    ),
  );
  const units: AlignedUnit[] = [];
  let place = 0;
  const rows = joinedRows(
    others.map(({ runs }) => runs),
    parts.length,
    saysSame,
  );
  for (const { i0, i1, others: runs, said, links } of rows) {
    const about = said[0] ?? leastSaid(links ?? []);
    const unit: AlignedUnit = {
      ...about,
      sides: [parts.slice(i0, i1), ...runs.map(({ j0, j1 }, k) => others[k].parts.slice(j0, j1))],
    };
    if (links) unit.links = [[], ...links.map((own) => own.map(({ data, ...at }) => inner(at, data)))];
    if (recut.count && place === 0 && i0 <= recut.first && recut.first < i1) place = units.length + 1;
    units.push(unit);
  }
  const [first] = documents;
  const warnings = sumOf(documents);
  if (recut.count) warnings.push({ code: 'recut', params: { count: recut.count, place } });
  return {
    ...{ format: first.format, encoding: first.encoding, units, warnings },
    title: documents.find(({ title }) => title !== null)?.title ?? null,
    languages: [first.languages[places[0]], ...others.map(({ language }) => language)],
  };
}

type About = SaidOfLink & { id: string | null };

/** A language of a document with its links to the pivot, whose segments are counted as all readings have cut them. */
function alignmentOf(
  { units }: AlignedDocument,
  pivot: number,
  at: number,
  starts: readonly number[],
): { parts: UnitPart[]; runs: Covered<About>[] } {
  const parts: UnitPart[] = [];
  const runs: Covered<About>[] = [];
  let own = 0;
  for (const { id, sides, links, ...said } of units) {
    const inner = pivot === 0 ? links?.[at] : undefined;
    const whole = { i0: 0, i1: sides[pivot].length, j0: 0, j1: sides[at].length };
    for (const { i0, i1, j0, j1, ...about } of inner ?? [{ ...whole, ...said }]) {
      if (i0 === i1 && j0 === j1) continue;
      runs.push({
        ...{ i0: starts[own + i0], i1: starts[own + i1] },
        ...{ j0: parts.length + j0, j1: parts.length + j1 },
        data: [{ id, ...about }],
      });
    }
    own += sides[pivot].length;
    parts.push(...sides[at]);
  }
  return { parts, runs };
}

const SILENT: About = { id: null, status: null, confidence: null, reason: null };

const inner = (
  at: Pick<InnerLink, 'i0' | 'i1' | 'j0' | 'j1'>,
  [said = SILENT]: readonly About[],
): InnerLink => ({
  ...at,
  ...{ status: said.status, confidence: said.confidence, reason: said.reason },
});

/** What is said of a row whose links say different things: an id, and nothing else. */
const leastSaid = (links: readonly (readonly { data: About[] }[])[]): About => ({
  ...SILENT,
  id: links.flat()[0]?.data[0]?.id ?? null,
});

const saysSame = (a: About, b: About): boolean =>
  a.status === b.status && a.confidence === b.confidence && a.reason === b.reason;

/** Units are other ones once they are joined: places are not told. */
function sumOf(documents: readonly AlignedDocument[]): AlignedWarning[] {
  const sum = new Map<string, AlignedWarning>();
  for (const { code, params } of documents.flatMap(({ warnings }) => warnings)) {
    const count = (sum.get(code)?.params.count ?? 0) + params.count;
    sum.set(code, { code, params: { count, place: 0 } });
  }
  return [...sum.values()];
}
