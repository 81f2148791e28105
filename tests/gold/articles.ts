import { type AlignInput, align, ladderBeads } from '@/lib/align';
import { splitSentences } from '@/lib/text';
import { articles, type Unit } from '../helpers/udhr';

export { articles, type Unit };

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
