import type { AlignedDocument, AlignedLanguage, AlignedUnit, DocumentStart } from './AlignedDocument';

/** What languages are the same by. */
export const languageKey = ({ label, lang }: AlignedLanguage): string => (lang ?? label).toLowerCase();

/** Documents one after the other, as one reading that says where each begins. */
export function concatDocuments(documents: readonly AlignedDocument[]): AlignedDocument {
  const [first] = documents;
  if (documents.length === 1) return first;
  const languages: AlignedLanguage[] = [];
  const places = new Map<string, number>();
  for (const language of documents.flatMap((one) => one.languages)) {
    const key = languageKey(language);
    if (!places.has(key)) places.set(key, languages.push(language) - 1);
  }
  const units: AlignedUnit[] = [];
  const starts: DocumentStart[] = [];
  for (const { title, warnings, languages: own, units: list } of documents) {
    starts.push({ title: title ?? String(starts.length + 1), from: units.length, warnings });
    const at = languages.map((language) =>
      own.findIndex((one) => languageKey(one) === languageKey(language)),
    );
    const isSame = own.length === languages.length && at.every((place, k) => place === k);
    // Links are with the language that stands first.
    const keepsLinks = at[0] === 0;
    for (const unit of list) units.push(isSame ? unit : widened(unit, at, keepsLinks));
  }
  const warnings = new Map<string, AlignedDocument['warnings'][number]>();
  for (const { from, warnings: own } of starts)
    for (const { code, params } of own) {
      const known = warnings.get(code)?.params;
      const place = known?.place ?? (params.place && params.place + from);
      warnings.set(code, { code, params: { count: (known?.count ?? 0) + params.count, place } });
    }
  return { ...first, title: null, languages, units, warnings: [...warnings.values()], documents: starts };
}

function widened(unit: AlignedUnit, at: readonly number[], keepsLinks: boolean): AlignedUnit {
  const { links, ...rest } = unit;
  const wide: AlignedUnit = { ...rest, sides: at.map((own) => (own < 0 ? [] : unit.sides[own])) };
  if (links && keepsLinks) wide.links = at.map((own) => (own < 0 ? [] : links[own]));
  return wide;
}
