import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMatches, foldForSearch, type Pattern } from './foldForSearch';

const usual: Omit<Pattern, 'query'> = { mode: 'plain', diacritics: 'ignore', case: 'ignore' };
const found = (text: string, query: string, own: Partial<Pattern> = {}) =>
  findMatches(text, { ...usual, ...own, query }).map(({ start, end }) => text.slice(start, end));

describe('findMatches', () => {
  it.each<[string, string, Partial<Pattern>, string[]]>([
    ['Đi đâu đi', 'di', {}, ['Đi', 'đi']],
    ['Đi đâu đi', 'đi', { case: 'exact', diacritics: 'exact' }, ['đi']],
    ['ye\u0302u yêu', 'yêu', { diacritics: 'exact' }, ['ye\u0302u', 'yêu']],
    ['ye\u0302u, yeu', 'yeu', {}, ['ye\u0302u', 'yeu']],
    ['“Vino”, zise', '"vino"', {}, ['“Vino”']],
    ['văzut văzu', 'vazu', { mode: 'words' }, ['văzu']],
    ['a\u200bb', 'ab', {}, ['a\u200bb']],
    ['😀 și 😀', 'si', {}, ['și']],
    ['aaaa', 'aa', {}, ['aa', 'aa']],
    ['abc', '', {}, []],
  ])('in %j finds %j %j', (text, query, own, expected) => {
    expect(found(text, query, own)).toEqual(expected);
  });
  it('points at what folds to what was looked for, in any text', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'aăâĐđșȘ\u0301\u200b“ –😀İß'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
    });
    fc.assert(
      fc.property(text, fc.constantFrom('a', 'd', 's', '"', 'aa', 'đa', 'i'), (where, query) => {
        for (const { start, end } of findMatches(where, { ...usual, query })) {
          expect(start).toBeLessThan(end);
          expect(foldForSearch(where.slice(start, end), usual).folded).toContain(
            foldForSearch(query, usual).folded,
          );
        }
      }),
    );
  });
});

describe('foldForSearch', () => {
  it('leads back from every unit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { folded, starts } = foldForSearch(text, usual);
        expect(starts).toHaveLength(folded.length + 1);
        expect(starts.at(-1)).toBe(text.length);
        expect([...starts].sort((a, b) => a - b)).toEqual(starts);
      }),
    );
  });
});
