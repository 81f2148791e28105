import { LETTER_PROFILES, type LetterProfile } from './letterFrequencies';
import { isVietnameseSyllable } from './vietnameseSyllable';

/** Logarithms of how likely a character outside ASCII is, where no language's letters decide. */
const LOG_TYPOGRAPHIC = Math.log(0.02);
const LOG_FOREIGN_LETTER = Math.log(1e-4);
const LOG_ODD_SYMBOL = Math.log(1e-4);
const LOG_CONTROL = Math.log(1e-7);
/** Nothing readable has a capital or a symbol in the middle of a small-letter word. */
const LOG_INSIDE_WORD = Math.log(1e-3);
const LOG_NO_SYLLABLE = Math.log(0.02);
/** Hardly any word begins with a letter outside ASCII and goes on in digits; sums of money do begin with a sign. */
const LOG_BEFORE_DIGIT = Math.log(1e-3);
/** Marks that make a syllable do so by chance in one of three words. */
const LOG_SYLLABLE = 1;

const MONEY = new Set('£¥¢€');
const TYPOGRAPHIC = new Set('“”‘’„‚–—…«»‹›•°§©®™€\u00a0\u00ad');
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that betray a wrong decoding
const CONTROL = /[\u0001-\u0008\u000e-\u001f\u007f-\u009f\ufffd]/u;
const LETTER = /\p{L}/u;
const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;
const MARK = /\p{M}/u;
const DIGIT = /\d/u;

export type DecodingScore = { lang: LetterProfile['lang']; logLikelihood: number };

/**
 * How much a decoded sample looks like Vietnamese, Romanian, or another language in Latin letters: the natural
 * logarithm of the likelihood of its characters outside ASCII under the best profile. Comparable between
 * decodings of the same bytes only; higher is better.
 */
export function scoreDecoding(sample: string): DecodingScore {
  const text = sample.normalize('NFC');
  const scores = LETTER_PROFILES.map((profile) => ({
    lang: profile.lang,
    logLikelihood: scoreLetters(text, profile) + (profile.lang === 'vi' ? scoreSyllables(text) : 0),
  }));
  return scores.reduce((best, score) => (score.logLikelihood > best.logLikelihood ? score : best));
}

function scoreLetters(text: string, profile: LetterProfile): number {
  let sum = 0;
  let before = ' ';
  const characters = [...text];
  for (const [at, character] of characters.entries()) {
    if (CONTROL.test(character)) sum += LOG_CONTROL;
    else if (character > '\u007f')
      sum += scoreCharacter(character, before, characters[at + 1] ?? ' ', profile);
    before = character;
  }
  return sum;
}

function scoreCharacter(character: string, before: string, after: string, profile: LetterProfile): number {
  const share = profile.logShare.get(character);
  if (LETTER.test(character)) {
    let misplaced = UPPER.test(character) && LOWER.test(before) ? LOG_INSIDE_WORD : 0;
    if (DIGIT.test(after)) misplaced += LOG_BEFORE_DIGIT;
    return (share ?? LOG_FOREIGN_LETTER) + misplaced;
  }
  if (share !== undefined) return share;
  const inside = LETTER.test(before) && LETTER.test(after) && character !== '’' ? LOG_INSIDE_WORD : 0;
  // A mark that NFC could not join to its letter is no letter of these languages.
  const known =
    (TYPOGRAPHIC.has(character) && !MARK.test(character)) || (MONEY.has(character) && DIGIT.test(after));
  return (known ? LOG_TYPOGRAPHIC : LOG_ODD_SYMBOL) + inside;
}

function scoreSyllables(text: string): number {
  let sum = 0;
  for (const word of text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []) {
    if (/[^\u0020-\u007f]/u.test(word)) sum += isVietnameseSyllable(word) ? LOG_SYLLABLE : LOG_NO_SYLLABLE;
  }
  return sum;
}
