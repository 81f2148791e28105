import { readFileSync } from 'node:fs';
// next-intl's own parser, so that we see messages exactly as it does.
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '@/lib/result';

const LOCALES = ['en', 'vi', 'ro'] as const;
type Ast = ReturnType<IntlMessageFormat['getAst']>;

const messages = Object.fromEntries(
  LOCALES.map((locale) => {
    const file = new URL(`./${locale}.json`, import.meta.url);
    return [locale, flatten(JSON.parse(readFileSync(file, 'utf8')))];
  }),
) as Record<(typeof LOCALES)[number], Map<string, string>>;

function flatten(node: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(node).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value]] : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

/** Each argument with its kind, and what a `select` or a plain number tells apart. */
function argumentsOf(ast: Ast, found = new Map<string, string>()): Map<string, string> {
  for (const element of ast) {
    if (element.type === 0 || element.type === 7) continue; // literal text, and # inside a plural
    const kind = KINDS[element.type] ?? 'unknown';
    // Plural forms differ from language to language, and so does whether a number is one at all.
    const choices = element.type === 5 ? Object.keys(element.options).sort().join(',') : '';
    const known = found.get(element.value);
    if (!known || known === 'value') found.set(element.value, `${kind} ${choices}`.trim());
    if ('options' in element)
      for (const { value } of Object.values(element.options)) argumentsOf(value, found);
    if ('children' in element) argumentsOf(element.children, found);
  }
  return found;
}

// Vietnamese has no plural: there a plain `{count}` is as good as a plural of it.
const KINDS: Record<number, string> = {
  1: 'value',
  2: 'value',
  3: 'date',
  4: 'time',
  5: 'select',
  6: 'value',
  8: 'tag',
};

/** Every plural of a message, as the set of its categories without exact values such as =0. */
function pluralsOf(ast: Ast): string[][] {
  return ast.flatMap((element) => {
    const below =
      'options' in element
        ? Object.values(element.options).flatMap(({ value }) => pluralsOf(value))
        : 'children' in element
          ? pluralsOf(element.children)
          : [];
    const own =
      element.type === 6 ? [Object.keys(element.options).filter((form) => !form.startsWith('='))] : [];
    return [...own, ...below];
  });
}

const astOf = (text: string, locale: string): Ast => new IntlMessageFormat(text, locale).getAst();

describe('messages', () => {
  it.each(LOCALES)('has the same keys in %s as in English', (locale) => {
    expect([...messages[locale].keys()].sort()).toEqual([...messages.en.keys()].sort());
  });
  it.each(LOCALES)('is ICU that can be read, and never empty, in %s', (locale) => {
    const broken = [...messages[locale]].filter(([, text]) => {
      try {
        return text.trim() === '' || astOf(text, locale).length === 0;
      } catch {
        return true;
      }
    });
    expect(broken).toEqual([]);
  });
  it.each(LOCALES)('takes the same arguments in %s as in English', (locale) => {
    for (const [key, text] of messages[locale]) {
      const expected = argumentsOf(astOf(messages.en.get(key) ?? '', 'en'));
      expect([key, [...argumentsOf(astOf(text, locale))].sort()]).toEqual([key, [...expected].sort()]);
    }
  });
  it.each(LOCALES)('has all plural forms that %s needs, and no others', (locale) => {
    const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.sort();
    for (const [key, text] of messages[locale])
      for (const forms of pluralsOf(astOf(text, locale))) expect([key, forms.sort()]).toEqual([key, needed]);
  });
  it('has a sentence for every error code, and no others', () => {
    const keys = [...messages.en.keys()].filter((key) => key.startsWith('Errors.'));
    expect(keys.map((key) => key.slice('Errors.'.length)).sort()).toEqual([...ERROR_CODES].sort());
  });
  it('writes Romanian with commas below, and everything composed', () => {
    // The one about cedillas in imported texts shows them.
    const odd = [...messages.ro].filter(
      ([key, text]) => (/[şţŞŢ]/.test(text) && !key.endsWith('.cedilla')) || text !== text.normalize('NFC'),
    );
    expect(odd).toEqual([]);
    expect([...messages.vi].filter(([, text]) => text !== text.normalize('NFC'))).toEqual([]);
  });
});
