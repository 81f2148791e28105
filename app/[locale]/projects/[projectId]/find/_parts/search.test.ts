import { describe, expect, it } from 'vitest';
import { addressOf, type FindSearch, searchIn } from './search';

const plain: FindSearch = {
  q: 'gia đình',
  lang: '',
  mode: 'plain',
  exactDiacritics: false,
  exactCase: false,
};

describe('searchIn', () => {
  it.each<Partial<FindSearch>>([
    {},
    { lang: 'ro', mode: 'words' },
    { q: 'a&b=c', mode: 'regex', exactDiacritics: true, exactCase: true },
  ])('reads back the address of %j', (own) => {
    const search = { ...plain, ...own };
    expect(searchIn(Object.fromEntries(new URLSearchParams(addressOf(search))))).toEqual(search);
  });
  it('leaves out what is wrong', () => {
    expect(searchIn({ q: ['a', 'b'], mode: 'x', diacritics: '1' })).toEqual({ ...plain, q: '' });
  });
});
