import { readFileSync } from 'node:fs';
import { align } from '@/lib/align';
import { coreLexicon } from '@/lib/align/lexicon';
import { makeText, type Unit } from '@/lib/bitext/makeText';
import { segmentsIn } from '@/lib/bitext/segments';
import { spread, table, timed } from '../measure';
import { syntheticPair } from '../syntheticText';

/** Alignment alone, in this process: the sample, and a text of 10,000 sentences. */
export async function benchSamples(): Promise<void> {
  const lexicon = coreLexicon();
  const sample = (lang: string, unit: Unit) => {
    const paragraphs = readFileSync(`db/samples/anna-karenina/${lang}.txt`, 'utf8')
      .split(/\n\s*\n/)
      .filter((paragraph) => paragraph.trim());
    const made = makeText(paragraphs, lang, unit);
    const text = { ...made, id: '', lang, corrections: [] };
    return {
      lang,
      segments: segmentsIn(text, { start: 0, end: made.lengthUtf16 }).map(({ start, end }) =>
        paragraphs.join('').slice(start, end).trim(),
      ),
    };
  };
  const source = sample('en', 'sentence');
  const rows: [string, string][] = [];
  for (const lang of ['vi', 'ro']) {
    const target = sample(lang, 'paragraph');
    rows.push([`sample en-${lang}, warm`, spread(await timed(10, () => align({ source, target, lexicon })))]);
  }
  for (const n of [1000, 10_000]) {
    const pair = syntheticPair(n);
    const input = {
      source: { lang: 'en', segments: pair.source },
      target: { lang: 'vi', segments: pair.target },
      lexicon,
    };
    const times = await timed(n > 1000 ? 2 : 4, () => align(input));
    rows.push([`synthetic, ${n.toLocaleString('en')} sentences a side`, spread(times)]);
  }
  table('Engine (median, min–max)', rows);
}
