import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '@/lib/text';

/** One case a line, ¦ before each sentence but the first. Our own sentences. */
const cases = (lang: string) =>
  readFileSync(new URL(`sentences/${lang}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean);

describe('splitSentences on hard cases', () => {
  for (const lang of ['en', 'ro', 'vi']) {
    it(`gets at least 98 % of the ${lang} borders right`, () => {
      let [right, all] = [0, 0];
      const wrong: string[] = [];
      for (const line of cases(lang)) {
        const text = line.replaceAll('¦', '');
        const gold = new Set<number>();
        let at = 0;
        for (const part of line.split('¦').slice(0, -1)) {
          at += part.length;
          // White space belongs to the sentence before it.
          gold.add(at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0));
        }
        const found = splitSentences(text, lang).slice(1);
        const hits = found.filter((cut) => gold.has(cut)).length;
        const decisions = new Set([...gold, ...found]).size;
        right += hits;
        all += decisions;
        // A text that must stay whole is one decision, too.
        if (decisions === 0) [right, all] = [right + 1, all + 1];
        if (hits !== decisions) wrong.push(`${line}   <- ${found.map((cut) => text.slice(cut, cut + 12))}`);
      }
      expect(cases(lang).length).toBeGreaterThanOrEqual(150);
      expect(right / all, `${right} of ${all}\n${wrong.join('\n')}`).toBeGreaterThanOrEqual(0.98);
    });
  }
});
