import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { align, ladderBeads } from '@/lib/align';
import { splitSentences } from '@/lib/text';

/**
 * The sample project: an English reference, a Vietnamese essay and a Romanian summary, each translating a part of it.
 * Gold written by reading the texts: for each paragraph the numbers (from 0) of its English sentences.
 */
const folder = new URL('../../db/samples/anna-karenina/', import.meta.url);
const paragraphs = (lang: string) =>
  readFileSync(new URL(`${lang}.txt`, folder), 'utf8')
    .split(/\n\s*\n/)
    .map((p) => p.trim())
    .filter(Boolean);

const english = paragraphs('en').flatMap((p) => {
  const cuts = splitSentences(p, 'en');
  return cuts.map((cut, k) => p.slice(cut, cuts[k + 1]).trim());
});

/** First and last words of each paragraph's English sentences. */
const run = (first: string, last: string): number[] => {
  const from = english.findIndex((s) => s.startsWith(first));
  const to = english.findIndex((s) => s.startsWith(last));
  expect(from).toBeGreaterThanOrEqual(0);
  expect(to).toBeGreaterThanOrEqual(from);
  return Array.from({ length: to - from + 1 }, (_, k) => from + k);
};

const gold = {
  vi: () => [
    run("Lev Tolstoy's wife", 'He said that his task'),
    run('Throughout the work', 'From there we witness'),
    run('Anna tormented herself', 'And Alexei Vronsky was'),
    run('That first meeting', 'That first meeting'),
    run('But for Anna', 'Although that happiness'),
    run('Their love had seemed', 'Anna suddenly realised'),
    run('Although she still loved', 'And she came to a last'),
    run('Was it the cruelty', 'Was it the cruelty'),
    run("Anna's death made", "Anna's death made"),
    run('The pain seeps', "Until her death, Anna's image"),
    run('Lev Tolstoy understood', 'So he used death'),
  ],
  ro: () => [
    run('The novel Anna Karenina', 'Stiva then turns'),
    run('On the journey', 'The railway station of Saint'),
    run('Later, Anna accompanies', 'Things become even more'),
    run('The situation degenerates', 'Her problems end'),
    run('In the background', 'She goes abroad'),
  ],
};

describe('align on the Anna Karenina sample', () => {
  for (const lang of ['vi', 'ro'] as const) {
    it(`gives every ${lang} paragraph exactly its sentences, and nulls for the rest`, () => {
      const target = paragraphs(lang);
      const { ladder, confidence } = align({
        source: { lang: 'en', segments: english },
        target: { lang, segments: target },
      });
      const beads = ladderBeads(ladder);
      const linked = beads.filter(([, t]) => t.length > 0);
      expect(linked).toEqual(gold[lang]().map((s, j) => [s, [j]]));
      const used = new Set(linked.flatMap(([s]) => s));
      const nulls = beads.filter(([, t]) => t.length === 0).flatMap(([s]) => s);
      expect(nulls).toEqual(english.map((_, i) => i).filter((i) => !used.has(i)));
      expect(confidence).toHaveLength(beads.length);
    });
  }
});
