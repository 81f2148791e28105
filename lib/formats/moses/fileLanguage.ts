import { languageLike } from '../aligned/AlignedDraft';

/** The language that a file is named after: `corpus.vi`, `vi.txt`, `text.en-vi.vi`. */
export function fileLanguage(name: string): string | null {
  const words = (name.split(/[/\\]/u).at(-1) ?? '')
    .replace(/\.(?:gz|txt|xml|tok|clean|sent|snt)(?=\.|$)/gu, '')
    .split('.');
  return languageLike(words.at(-1) ?? '') ?? languageLike(words.at(-2) ?? '');
}
