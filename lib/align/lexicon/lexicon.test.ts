import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import asset from './core.asset.json';
import { coreLexicon, parseLexicon } from './index';
import { keyedRows } from './keyedRows';
import { termTable } from './termTable';

describe('coreLexicon', () => {
  it('is what the TSV says today: run scripts/engine-lexicon.ts if this fails', () => {
    const tsv = readFileSync(new URL('core.en-vi-ro.tsv', import.meta.url), 'utf8');
    expect(asset.rows).toEqual(keyedRows(tsv, asset.langs));
  });
  it('joins an inflected word and its renderings by a common row', () => {
    const [en, vi, ro] = ['en', 'vi', 'ro'].map((lang) => termTable(coreLexicon(), lang));
    const rows = en.rowsOf.get('king') ?? [];
    expect(rows.some((row) => vi.rowsOf.get('vua')?.includes(row))).toBe(true);
    expect(rows.some((row) => ro.rowsOf.get('reg')?.includes(row))).toBe(true);
  });
});

describe('parseLexicon', () => {
  it('refuses a line of another width and names it', () => {
    expect(() => parseLexicon(['a\tb', 'c'], ['en', 'vi'])).toThrow(/line 2/);
  });
  it('keys plain forms when the table is built', () => {
    const lexicon = parseLexicon(['houses\tcasele'], ['en', 'ro']);
    expect(termTable(lexicon, 'en').rowsOf.get('hous')).toEqual([0]);
    expect(termTable(lexicon, 'fr').rowsOf.size).toBe(0);
  });
});
