import { describe, expect, it } from 'vitest';
import { makeText } from '../makeText';
import { differences } from './differences';
import { comparePieces } from './pieces';

const of = (older: string[], newer: string[], limit = 10) => {
  const [a, b] = [older, newer].map((contents) => makeText(contents, 'en', 'paragraph').paragraphs);
  return differences(a, b, comparePieces(older, newer), limit);
};
const told = (older: string[], newer: string[]) =>
  of(older, newer).shown.map(({ ordinal, parts }) => [
    ordinal,
    parts
      .map(({ kind, text }) => (kind === 'same' ? text : kind === 'in' ? `+${text}+` : `-${text}-`))
      .join(''),
  ]);

describe('differences', () => {
  it('shows what went out and what came in where it happened', () => {
    expect(told(['One two three.', 'Four.'], ['One zwei three.', 'Four.'])).toEqual([
      [1, 'One -two-+zwei+ three.'],
    ]);
  });

  it('shows paragraphs that came in, and those that went out', () => {
    expect(told(['A a.', 'C c.'], ['A a.', 'B b.', 'C c.'])).toEqual([[2, '+B b.+']]);
    expect(told(['A a.', 'B b.', 'C c.'], ['A a.', 'C c.'])).toEqual([[2, '-B b.\n-C c.']]);
    expect(told(['A a.', 'B b.'], ['A a.'])).toEqual([[1, 'A a.-\nB b.-']]);
  });

  it('shows where paragraphs ended that went out', () => {
    expect(told(['A a.', 'B b.', 'C c.', 'D d.'], ['A a.', 'D d.'])).toEqual([[2, '-B b.\nC c.\n-D d.']]);
    expect(told(['A a.', 'B b.', 'C c.'], ['A a.'])).toEqual([[1, 'A a.-\nB b.\nC c.-']]);
  });

  it('puts no line end beside what something else stands for', () => {
    expect(told(['A a.', 'Một', 'C c.'], ['A a.', 'Hai', 'C c.'])).toEqual([[2, '-Một-+Hai+']]);
    expect(told(['A a.', 'Một'], ['A a.', 'Hai'])).toEqual([[2, '-Một-+Hai+']]);
    expect(told(['Một', 'Hai', 'C c.'], ['Ba', 'C c.'])).toEqual([[1, '-Một\nHai-+Ba+']]);
  });

  it('counts them all and shows as many as are wanted', () => {
    const many = (word: string) => Array.from({ length: 9 }, (_, k) => `${word} number ${k} stays.`);
    const { shown, count } = of(many('old'), many('new'), 4);
    expect([shown.length, count]).toEqual([4, 9]);
  });

  it('finds nothing where nothing differs', () => {
    expect(of(['A a.'], ['A a.'])).toEqual({ shown: [], count: 0 });
  });
});
