import { describe, expect, it } from 'vitest';
import { findMatches } from './foldForSearch';
import { heedsDiacritics } from './heedsDiacritics';

const auto = (query: string, mode: 'plain' | 'words' | 'regex' = 'plain') =>
  heedsDiacritics({ query, mode, diacritics: 'auto' });

describe('heedsDiacritics', () => {
  it.each([
    ['đèn', 'exact'],
    ['đèn'.normalize('NFD'), 'exact'],
    ['đi', 'exact'],
    ['știință', 'exact'],
    ['den', 'ignore'],
    ['the “lamp” – soft\u00adly\u00a0lit…', 'ignore'],
    ['', 'ignore'],
  ])('%s: %s', (query, expected) => expect(auto(query)).toBe(expected));

  it('leaves regular expressions alone, and lets an explicit choice win', () => {
    expect(auto('đ.n', 'regex')).toBe('ignore');
    expect(heedsDiacritics({ query: 'đèn', mode: 'plain', diacritics: 'ignore' })).toBe('ignore');
    expect(heedsDiacritics({ query: 'den', mode: 'plain', diacritics: 'exact' })).toBe('exact');
    expect(heedsDiacritics({ query: 'đ.n', mode: 'regex', diacritics: 'exact' })).toBe('exact');
  });

  it('keeps lamps from arriving, in either normal form and either way to write ș and ț', () => {
    const found = (text: string, query: string) =>
      findMatches(text, { query, mode: 'plain', case: 'ignore', diacritics: auto(query) }).length;
    expect(found('Thắp đèn lên khi đến nơi.', 'đèn')).toBe(1);
    expect(found('Thắp đèn lên khi đến nơi.'.normalize('NFD'), 'đèn')).toBe(1);
    expect(found('Thắp đèn lên khi đến nơi.', 'den')).toBe(2);
    expect(found('\u015ftiin\u0163\u0103 şi știință', 'știință')).toBe(2);
  });
});
