import type { AlignedDocument, AlignedUnit } from './AlignedDocument';

/** The documents that one reading holds, each for itself and with the languages that it has a text in. */
export function splitDocuments(document: AlignedDocument): AlignedDocument[] {
  const { documents, ...about } = document;
  if (!documents) return [document];
  return documents.map(({ title, from, warnings }, k) =>
    withUsedLanguages({
      ...about,
      ...{ title, warnings },
      units: document.units.slice(k === 0 ? 0 : from, documents[k + 1]?.from),
    }),
  );
}

function withUsedLanguages(document: AlignedDocument): AlignedDocument {
  const { languages, units } = document;
  const used = [...languages.keys()].filter((at) => units.some(({ sides }) => sides[at].length));
  if (used.length === languages.length) return document;
  return { ...document, languages: used.map((at) => languages[at]), units: units.map(narrowTo(used)) };
}

const narrowTo =
  (used: readonly number[]) =>
  (unit: AlignedUnit): AlignedUnit => {
    const narrow: AlignedUnit = { ...unit, sides: used.map((at) => unit.sides[at]) };
    // Links are with the first language: without it there are none.
    if (used[0] === 0 && unit.links) narrow.links = used.map((at) => unit.links![at]);
    else delete narrow.links;
    return narrow;
  };
