#!/usr/bin/env node
// Adds or replaces messages in all three languages at once, so that no key is ever missing in one:
//   node scripts/messages-set.mjs < keys.json     where keys.json is {"Namespace.key": ["en", "vi", "ro"], …}
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

const LOCALES = ['en', 'vi', 'ro'];
const entries = JSON.parse(readFileSync(0, 'utf8'));

for (const [column, locale] of LOCALES.entries()) {
  const file = new URL(`../messages/${locale}.json`, import.meta.url);
  const messages = JSON.parse(readFileSync(file, 'utf8'));
  for (const [path, texts] of Object.entries(entries)) {
    if (!Array.isArray(texts) || texts.length !== LOCALES.length)
      throw new Error(`${path}: needs ${LOCALES.length} texts`);
    const keys = path.split('.');
    const last = keys.pop();
    let node = messages;
    for (const key of keys) node = node[key] ??= {};
    node[last] = texts[column];
  }
  const sorted = Object.fromEntries(Object.entries(messages).sort(([a], [b]) => (a < b ? -1 : 1)));
  const temporary = new URL(`../messages/.${locale}.json.tmp`, import.meta.url);
  writeFileSync(temporary, `${JSON.stringify(sorted, null, 2)}\n`);
  renameSync(temporary, file);
}
