import { describe, expect, it } from 'vitest';
import { align } from './align';
import { ladderBeads } from './ladderBeads';
import { learn } from './learn';
import { coreLexicon } from './lexicon';
import { termKey } from './lexicon/termTable';

/** Deterministic numbers in [0, 1). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** Invented words of one language, and others that translate them: nothing is alike but the places where they stand. */
const SYLLABLES = ['ba', 'do', 'ki', 'lu', 'me', 'ra', 'so', 'ti', 'vu', 'ze'];
const word = (n: number, turn: number) =>
  [n % 10, Math.floor(n / 10) % 10, (n * 7 + turn) % 10].map((k) => SYLLABLES[(k + turn) % 10]).join('');
const WORDS = 60;
const key = (n: number, turn: number) => termKey(word(n, turn), 'xa');

/** Sentences of six invented words each, all of one length, with their renderings; words in another order. */
function chapter(sentences: number, seed: number) {
  const next = random(seed);
  const source: string[] = [];
  const target: string[] = [];
  for (let k = 0; k < sentences; k++) {
    const words = Array.from({ length: 6 }, () => Math.floor(next() * WORDS));
    source.push(`${words.map((n) => word(n, 0)).join(' ')}.`);
    target.push(
      `${[...words]
        .reverse()
        .map((n) => word(n, 3))
        .join(' ')}.`,
    );
  }
  return { source, target };
}

const first = chapter(80, 11);
const beads = first.source.map((source, k) => ({ source, target: first.target[k] }));

/** Chapter two, in whose translation every fourth sentence is missing: share of sentences that go where they belong. */
function secondChapter(learnt?: ReturnType<typeof learn>): number {
  const { source, target } = chapter(60, 5);
  const kept = target.map((_, k) => k).filter((k) => k % 4 !== 1);
  const { ladder } = align({
    source: { lang: 'xa', segments: source },
    target: { lang: 'xb', segments: kept.map((k) => target[k]) },
    learnt,
  });
  const right = ladderBeads(ladder).filter(
    ([s, t]) => s.length === 1 && t.length === 1 && s[0] === kept[t[0]],
  );
  return right.length / kept.length;
}

describe('learn', () => {
  it('makes the second chapter align where nothing else could', () => {
    const without = secondChapter();
    const taught = secondChapter(learn(beads, 'xa', 'xb', null));
    expect(taught).toBeGreaterThan(0.95);
    expect(taught).toBeGreaterThan(without + 0.2);
  });
  it('finds the words that translate each other, and hardly any others', () => {
    const { pairs } = learn(beads, 'xa', 'xb', null);
    const right = new Map(Array.from({ length: WORDS }, (_, n) => [key(n, 0), key(n, 3)]));
    const wrong = pairs.filter(({ source, target }) => right.get(source) !== target);
    expect(pairs.length).toBeGreaterThan(40);
    expect(wrong.length / pairs.length).toBeLessThan(0.1);
  });
  it('keeps silent after a handful of beads, and about other languages', () => {
    expect(learn(beads.slice(0, 8), 'xa', 'xb', null).pairs).toEqual([]);
    const { pairs } = learn(beads, 'xa', 'xc', null);
    expect(secondChapter({ sourceLang: 'xa', targetLang: 'xc', pairs })).toBe(secondChapter());
  });
  it('serves the other direction, and gives the same for the same', () => {
    const learnt = learn(beads, 'xa', 'xb', null);
    expect(learn(beads, 'xa', 'xb', coreLexicon())).toEqual(learnt);
    const turned = {
      sourceLang: 'xb',
      targetLang: 'xa',
      pairs: learnt.pairs.map((p) => ({
        ...p,
        source: p.target,
        target: p.source,
        sourceCount: p.targetCount,
        targetCount: p.sourceCount,
      })),
    };
    expect(secondChapter(turned)).toBe(secondChapter(learnt));
  });
});
