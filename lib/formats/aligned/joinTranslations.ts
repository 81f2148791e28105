import type { UnitPart } from '../ExportUnit';
import type { AlignedDocument, AlignedUnit, AlignedWarning, InnerLink, SaidOfLink } from './AlignedDocument';
import { languageKey } from './concatDocuments';
import type { Covered } from './coverTexts';
import { joinedRows } from './joinedRows';
import { sharedText } from './sharedText';

/** Which of a document's languages has this key. */
export const placeOf = ({ languages }: AlignedDocument, key: string): number =>
  languages.findIndex((language) => languageKey(language) === key);

/** All segments of a language. */
export const partsIn = ({ units }: AlignedDocument, at: number): UnitPart[] =>
  units.flatMap(({ sides }) => sides[at]);

/**
 * Documents whose texts in the language `pivot` are the same, as one with all of their other languages. Its units are
 * rows over all of them, which hold each language's own links where these are finer or say different things.
 *
 * @throws Error when the words of the texts differ.
 */
export function joinTranslations(documents: readonly AlignedDocument[], pivot: string): AlignedDocument {
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
    for (const part of sides[at]) parts.push(part);
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
