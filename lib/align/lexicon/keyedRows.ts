import { termKey } from './termTable';

/** Rows of a tab-separated lexicon with every form replaced by its keys, each key once a cell. */
export function keyedRows(tsv: string, langs: readonly string[]): string[] {
  return tsv
    .split('\n')
    .filter(Boolean)
    .map((line) =>
      line
        .split('\t')
        .map((cell, column) => {
          const spellings = cell.split('|').flatMap((form) => [form, ...oldSpelling(form, langs[column])]);
          return [...new Set(spellings.map((form) => termKey(form, langs[column])))]
            .filter(Boolean)
            .join('|');
        })
        .join('\t'),
    );
}

/**
 * Romanian before 1993 wrote î inside words (pămînt, sînt) where â and u stand now. A key of its own, rather than folding
 * one to the other in texts: typed without diacritics the old spelling is pamint, which no rule tells from a true i.
 */
function oldSpelling(form: string, lang: string): string[] {
  if (lang !== 'ro') return [];
  const old = form.replace(/(?<=\p{L})â(?=\p{L})/gu, 'î').replace(/^sunt(?!\p{L})/u, 'sînt');
  return old === form ? [] : [old];
}
