import { stripDiacritics } from '@/lib/text/fold';
import { COMMON_WORDS } from './commonWords';
import { isBareVietnameseSyllable, isVietnameseSyllable } from './vietnameseSyllable';

export type OwnLang = 'en' | 'ro' | 'vi';
export const OWN_LANGS: readonly OwnLang[] = ['en', 'ro', 'vi'];

/** Shares of a word that is not among the common ones, by what it looks like. */
const LOG_RARE = Math.log(2e-5);
const LOG_TYPICAL = Math.log(2e-4);
const LOG_UNLIKELY = Math.log(2e-7);

const ALPHABETS: Record<OwnLang, RegExp> = {
  en: /^[a-z’]+$/u,
  ro: /^[a-zăâîșțşţ]+$/u,
  vi: /^[a-zđăâêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]+$/u,
};
const ENGLISH_SHAPE =
  /(?:ing|ed|ly|tion|ness|ment|ght|th|ck|ous|ful|ism)$|^(?:wh|th|sh|un)|w[a-z]|oo|ee|ea[a-z]/u;
const ROMANIAN_SHAPE =
  /(?:ul|ului|ilor|elor|eaza|easca|esc|este|ind|and|atia|atii|iei|uri|urile|ile|ele|ata|ate|ut|uta|at|it|ita|esti|eau|ea|sc|ii)$|^(?:in|im)[bcdfglmnprstv]|[sct]i$|oa|ie[a-z]/u;

/**
 * Natural logarithm of the likelihood of the words under each of the three languages. Vietnamese is told by its
 * syllables, with and without marks; Romanian and English by common words, letters and endings.
 */
export function wordEvidence(words: readonly string[]): Record<OwnLang, number> {
  const sum = { en: 0, ro: 0, vi: 0 };
  for (const word of words) {
    for (const lang of OWN_LANGS) sum[lang] += scoreWord(word, lang);
  }
  return sum;
}

function scoreWord(word: string, lang: OwnLang): number {
  const bare = stripDiacritics(word);
  const marked = bare !== word;
  if (marked && !ALPHABETS[lang].test(word)) return LOG_UNLIKELY;
  const common = COMMON_WORDS[lang].get(bare);
  // Marks that fit the language are evidence of their own: no other of the three would have them.
  const marks = marked ? 1 : 0;
  if (lang === 'vi') {
    if (marked ? !isVietnameseSyllable(word) : !isBareVietnameseSyllable(word)) return LOG_UNLIKELY;
    return (common ?? LOG_TYPICAL) + marks;
  }
  if (common !== undefined) return common + marks;
  return ((lang === 'en' ? ENGLISH_SHAPE : ROMANIAN_SHAPE).test(bare) ? LOG_TYPICAL : LOG_RARE) + marks;
}

/** Share of the words that are common in the language, or syllables of it: how sure "one of the three" is. */
export function coverage(words: readonly string[], lang: OwnLang): number {
  if (words.length === 0) return 0;
  const known = words.filter((word) => {
    const bare = stripDiacritics(word);
    if (bare !== word && !ALPHABETS[lang].test(word)) return false;
    if (lang === 'vi') return bare === word ? isBareVietnameseSyllable(word) : isVietnameseSyllable(word);
    return COMMON_WORDS[lang].has(bare);
  });
  return known.length / words.length;
}
