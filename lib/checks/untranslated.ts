import type { Token } from '@/lib/text';
import { primary, tokens } from '@/lib/text';
import type { Check } from './types';

const RUN_WORDS = 4;

/** Four or more words of the source in a row stand in the translation as they are, and are not just names. */
export const untranslated: Check = {
  id: 'untranslated',
  find({ source, target }) {
    if (primary(source.lang) === primary(target.lang)) return [];
    const sourceText = source.reading.toLowerCase();
    const targetText = target.reading.toLowerCase();
    // Lengths stay the same but for very few letters; where they don't, this check has nothing to say.
    if (targetText.length !== target.reading.length) return [];
    const words = tokens(targetText);
    const isThere = (from: number, to: number) =>
      sourceText.includes(targetText.slice(words[from].start, words[to].end));
    // Any four words in a row hold two that begin at an even place: only those are looked for.
    for (let at = 0; at + 1 < words.length; at += 2) {
      if (!isThere(at, at + 1)) continue;
      let from = at;
      let to = at + 1;
      while (to + 1 < words.length && isThere(from, to + 1)) to++;
      while (from > 0 && isThere(from - 1, to)) from--;
      const run = words.slice(from, to + 1);
      if (
        run.length >= RUN_WORDS &&
        run.filter((word) => isPlain(target.reading, word)).length >= RUN_WORDS - 1
      ) {
        const span = { start: words[from].start, end: words[to].end };
        const shown = target.reading.slice(span.start, span.end);
        const text = shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
        return [{ severity: 'warning', side: 'target', spans: [span], params: { text } }];
      }
      at = Math.max(at, to - (to % 2));
    }
    return [];
  },
};

/** Neither a name nor a number: names stay as they are. */
const isPlain = (text: string, word: Token): boolean => /^\p{Ll}/u.test(text.slice(word.start, word.end));
