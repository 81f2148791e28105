// Puts the table of formats into the README, from the registry: node_modules/.bin/tsx scripts/formats-table.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { formatsTable } from '../lib/formats/formatsTable';

const readme = readFileSync('README.md', 'utf8');
const table = readme.replace(
  /(<!-- formats: .*? -->\n)[\s\S]*?(<!-- \/formats -->)/,
  (_, open, close) => `${open}\n${formatsTable()}\n${close}`,
);
writeFileSync('README.md', table);
