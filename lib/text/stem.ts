import { primary, stripDiacritics } from './fold';
import { stemEnglish } from './stemEnglish';
import { stemRomanian } from './stemRomanian';

/**
 * The part of a folded word that its inflected forms share, for comparing words of one language.
 *
 * English and Romanian have their own rules, Vietnamese words do not change. Other languages: diacritics off and the
 * last letters of long words dropped (Church 1993 compares prefixes in the same spirit).
 */
export function stem(word: string, lang: string): string {
  switch (primary(lang)) {
    case 'en':
      return stemEnglish(word);
    case 'ro':
      return stemRomanian(word);
    case 'vi':
      return word;
    default: {
      const plain = stripDiacritics(word);
      return plain.length <= 5 ? plain : plain.slice(0, Math.max(5, plain.length - 3));
    }
  }
}
