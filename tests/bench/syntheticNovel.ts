import { readFileSync } from 'node:fs';

/** Sentences of a novel with their renderings, one to one; how they stand beside each other is the caller's affair. */
export type SyntheticNovel = { en: string[]; vi: string[]; ro: string[] };

/** Deterministic numbers in [0, 1): mulberry32. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const NAMES = ['Anna', 'Levin', 'Kitty', 'Vronsky', 'Dolly', 'Stiva', 'Moscow', 'Karenin'];

/**
 * `n` sentences of words from our own lexicon in three languages, 4 to 26 words long, with names, numbers, commas and
 * speech as novels have them: searches, checks and heights of rows meet what they meet in a real text.
 */
export function syntheticNovel(n: number, seed = 1): SyntheticNovel {
  const rows = readFileSync('lib/align/lexicon/core.en-vi-ro.tsv', 'utf8')
    .split('\n')
    .map((line) => line.split('\t').map((forms) => forms.split('|')[0]!))
    .filter(([en, vi, ro]) => en && vi && ro && /^[a-z]/.test(en));
  const next = random(seed);
  const novel: SyntheticNovel = { en: [], vi: [], ro: [] };
  for (let k = 0; k < n; k++) {
    const count = 4 + Math.floor(next() ** 1.6 * 22);
    const words = Array.from({ length: count }, () => rows[Math.floor(next() ** 1.4 * rows.length)]!);
    if (next() < 0.35) {
      const name = NAMES[Math.floor(next() * NAMES.length)]!;
      words.splice(Math.floor(next() * count), 0, [name, name, name]);
    }
    if (next() < 0.06) {
      const number = String(2 + Math.floor(next() * 1900));
      words.splice(Math.floor(next() * count), 0, [number, number, number]);
    }
    const comma = next() < 0.6 ? Math.floor(count / 2) : -1;
    const isSpeech = next() < 0.15;
    const end = next() < 0.1 ? '?' : '.';
    for (const [column, lang] of (['en', 'vi', 'ro'] as const).entries()) {
      const line = words.map((row, at) => row[column]! + (at === comma ? ',' : '')).join(' ');
      const sentence = line.replace(/^./u, (c) => c.toUpperCase()) + end;
      novel[lang].push(isSpeech ? `“${sentence}” ` : `${sentence} `);
    }
  }
  return novel;
}
