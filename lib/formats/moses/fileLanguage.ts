import { isKnownLanguage, languageLike } from '../aligned/AlignedDraft';

/** Endings that say what became of a text, and are no languages though they look like some. */
const ENDINGS =
  /\.(?:gz|txt|xml|html?|tok|clean|sents?|sen|snt|raw|pre|stem|plain|norm|bpe|lc|tc|tei|ces|xces)(?=\.|$)/giu;
const TAG = /^[a-z]{2,3}(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?$/iu;
/** Before or after other words two letters are a language only when they are hardly ever a word. */
const AFTER = /[_-](en|vi|ro|fr|de|es|pl|cs|sk|hu|bg|ru|uk|sr|hr|tr|sv|fi|ja|ko|zh|th)$/u;
const BEFORE = /^(en|vi|ro|fr|pl|cs|hu|bg|ru|uk|ja|ko|zh|th)[_-]/u;

/** The language that a file is named after: `corpus.vi`, `vi.txt`, `text.en-vi.vi`, `book_vi.txt`, `en_1984.xml`. */
export function fileLanguage(name: string): string | null {
  const words = (name.split(/[/\\]/u).at(-1) ?? '').replace(ENDINGS, '').split('.');
  for (const word of [words.at(-1) ?? '', words.at(-2) ?? ''])
    if (TAG.test(word) && isKnownLanguage(word)) return languageLike(word);
  const bare = words.filter(Boolean).at(-1) ?? '';
  return AFTER.exec(bare)?.[1] ?? BEFORE.exec(bare)?.[1] ?? null;
}
