import { stripDiacritics } from '@/lib/text/fold';

/**
 * The shape of a Vietnamese syllable: onset + rhyme + at most one tone. Some 160 rhymes make the whole
 * language, so that "is it one?" tells Vietnamese from other languages and a right decoding from a wrong one,
 * and, on the rhymes without their marks, Vietnamese typed without diacritics from English and Romanian.
 *
 * Đoàn Thiện Thuật, Ngữ âm tiếng Việt (1977), chapters 2 and 3; spelling as taught today, both tone placements.
 */
const RHYMES =
  'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
  'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu ' +
  'i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu yêm yên yêng yêt yêu y ' +
  'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc ' +
  'oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ' +
  'u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut ' +
  'uy uya uych uyên uyêt uynh uyn uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu';
const ONSETS = [
  ...['', 'ngh', 'ng', 'nh', 'gh', 'gi', 'kh', 'ph', 'qu', 'th', 'tr', 'ch'],
  ...['b', 'c', 'd', 'đ', 'g', 'h', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'x'],
];
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const STOPPED = /(?:[cpt]|ch)$/u;

const rhymes = new Set(RHYMES.split(' '));
const rhymesWithoutMarks = new Set(RHYMES.split(' ').map(stripDiacritics));

/** Is the lower-case word a Vietnamese syllable, marks and all? Syllables that end in a stop take two tones only. */
export function isVietnameseSyllable(word: string): boolean {
  const decomposed = word.normalize('NFD');
  const tones = decomposed.match(TONES) ?? [];
  if (tones.length > 1) return false;
  const toneless = decomposed.replace(TONES, '').normalize('NFC');
  if (STOPPED.test(toneless) && tones[0] !== '\u0301' && tones[0] !== '\u0323') return false;
  return hasRhyme(toneless, rhymes);
}

/** Could the lower-case ASCII word be a Vietnamese syllable typed without diacritics? */
export function isBareVietnameseSyllable(word: string): boolean {
  return word.length <= 7 && hasRhyme(word, rhymesWithoutMarks);
}

function hasRhyme(word: string, known: ReadonlySet<string>): boolean {
  return ONSETS.some((onset) => word.startsWith(onset) && known.has(word.slice(onset.length)));
}
