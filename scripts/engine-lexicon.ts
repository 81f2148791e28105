/** Writes lib/align/lexicon/core.asset.json from the TSV beside it: `npx tsx scripts/engine-lexicon.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('../lib/align/lexicon/', import.meta.url);
const rows = readFileSync(new URL('core.en-vi-ro.tsv', folder), 'utf8').split('\n').filter(Boolean);
const asset = { format: 'triptych-lexicon', version: 1, langs: ['en', 'vi', 'ro'], rows };
writeFileSync(new URL('core.asset.json', folder), `${JSON.stringify(asset)}\n`);
console.log(`${rows.length} rows`);
