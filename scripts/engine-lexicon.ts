/**
 * Writes lib/align/lexicon/core.asset.json from the TSV beside it: `npx tsx scripts/engine-lexicon.ts`.
 *
 * The asset holds keys (folded, stemmed) instead of words, so that loading needs no stemmer. Run it again after any
 * change to the TSV, the stemmers or the folding; a test fails if it is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { keyedRows } from '@/lib/align/lexicon/keyedRows';

const LANGS = ['en', 'vi', 'ro'];
const folder = new URL('../lib/align/lexicon/', import.meta.url);
const rows = keyedRows(readFileSync(new URL('core.en-vi-ro.tsv', folder), 'utf8'), LANGS);
const asset = { format: 'triptych-lexicon', version: 2, source: 'core.en-vi-ro.tsv', langs: LANGS, rows };
writeFileSync(new URL('core.asset.json', folder), `${JSON.stringify(asset)}\n`);
console.log(`${rows.length} rows`);
