import { readFileSync } from 'node:fs';

/** A pair of texts whose alignment is known: one sentence a paragraph on both sides. */
export type SyntheticPair = { source: string[]; target: string[] };

/** Deterministic numbers in [0, 1): mulberry32. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * `n` sentences of words from our own lexicon with their Vietnamese renderings, some of them replaced,
 * so that the engine finds evidence as in a real text, and noise.
 */
export function syntheticPair(n: number, seed = 1): SyntheticPair {
  const rows = readFileSync('lib/align/lexicon/core.en-vi-ro.tsv', 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([en, vi]) => en && vi && /^[a-z]/.test(en));
  const next = random(seed);
  const pick = () => rows[Math.floor(next() * rows.length)];
  const sentence = (words: string[]) => `${words.join(' ').replace(/^./u, (c) => c.toUpperCase())}.`;
  const source: string[] = [];
  const target: string[] = [];
  for (let k = 0; k < n; k++) {
    const words = Array.from({ length: 6 + Math.floor(next() * 12) }, pick);
    source.push(sentence(words.map(([en]) => en.split('|')[0])));
    target.push(sentence(words.map((row) => (next() < 0.85 ? row : pick())[1].split('|')[0])));
  }
  return { source, target };
}
