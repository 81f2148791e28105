import type { AlignedDocument, Apart } from './AlignedDocument';
import { languageKey } from './concatDocuments';
import { joinTranslations, partsIn, placeOf } from './joinTranslations';
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
      document:
        pivot === null
          ? members[0].document
          : joinTranslations(
              members.map((one) => one.document),
              pivot,
            ),
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

function unitOfPart({ units }: AlignedDocument, at: number, part: number): number {
  let before = 0;
  const found = units.findIndex(({ sides }) => {
    before += sides[at].length;
    return before > part;
  });
  return found < 0 ? units.length - 1 : found;
}
