import { describe, expect, it } from 'vitest';
import { stripDiacritics } from '@/lib/text';
import { accuracy, articles, english, sentences } from './articles';

/**
 * English sentences against the paragraphs of the Declaration, and against its sentences: no bead may join or shift
 * articles. The floors are recorded values. Covers languages with a lexicon, Romanian without diacritics, and languages
 * without one.
 */
const EDITIONS: [file: string, lang: string, paragraphs: number, sentences: number][] = [
  ['vie', 'vi', 1, 1],
  ['ron_2006', 'ro', 1, 1],
  ['fra', 'fr', 0.98, 0.98],
  ['deu_1996', 'de', 0.98, 0.98],
  ['spa', 'es', 0.98, 0.98],
  ['hun', 'hu', 0.98, 0.98],
  ['pol', 'pl', 0.98, 0.98],
  ['tur', 'tr', 0.98, 0.98],
  ['fin', 'fi', 0.98, 0.98],
];

describe('align on the Universal Declaration of Human Rights', () => {
  it.each(EDITIONS)('keeps the sentences of %s in their articles', (file, lang, whole, cut) => {
    const target = articles(file);
    expect(english.length).toBeGreaterThan(55);
    expect(accuracy(english, target, lang)).toBeGreaterThanOrEqual(whole);
    expect(accuracy(english, sentences(target, lang), lang)).toBeGreaterThanOrEqual(cut);
  });

  it('aligns Romanian typed without diacritics as well as with', () => {
    const plain = articles('ron_2006').map((unit) => ({ ...unit, text: stripDiacritics(unit.text) }));
    expect(accuracy(english, plain, 'ro')).toBe(1);
  });
});
