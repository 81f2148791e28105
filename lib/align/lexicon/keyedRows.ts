import { termKey } from './termTable';

/** Rows of a tab-separated lexicon with every form replaced by its key, each key once a cell. */
export function keyedRows(tsv: string, langs: readonly string[]): string[] {
  return tsv
    .split('\n')
    .filter(Boolean)
    .map((line) =>
      line
        .split('\t')
        .map((cell, column) =>
          [...new Set(cell.split('|').map((form) => termKey(form, langs[column])))].filter(Boolean).join('|'),
        )
        .join('\t'),
    );
}
