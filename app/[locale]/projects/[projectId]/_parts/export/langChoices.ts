import type { LangChoice } from './exportChoices';

type Names = {
  /** At the beginning of a line, and within a sentence. */
  name: (lang: string) => string;
  inSentence: (lang: string) => string;
  all: (reference: string) => string;
  derived: (names: { from: string; to: string; reference: string }) => string;
};

/** All languages, each with the reference, and each two translations that can be joined over it. */
export function langChoices(reference: string, targets: readonly string[], names: Names): LangChoice[] {
  const pairs = targets.map((lang) => ({
    ...{ value: lang, lang },
    label: `${names.name(reference)} – ${names.inSentence(lang)}`,
  }));
  const derived = targets.flatMap((from, at) =>
    targets.slice(at + 1).flatMap((to) =>
      [
        [from, to],
        [to, from],
      ].map(([a, b]) => ({
        ...{ value: `${a}:${b}`, lang: b, from: a },
        label: names.derived({
          ...{ from: names.name(a), to: names.inSentence(b) },
          reference: names.inSentence(reference),
        }),
      })),
    ),
  );
  const all = { value: 'all', lang: 'all', label: names.all(names.inSentence(reference)) };
  return targets.length > 1 ? [all, ...pairs, ...derived] : pairs;
}
