import { primary } from './fold';

/** A number word: what it counts, or by how much it multiplies what stands before it. */
type Part = { readonly value: number; readonly times?: true };

const UNITS: Record<string, string> = {
  en: 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ro: 'unu doi trei patru cinci sase sapte opt noua zece unsprezece doisprezece treisprezece paisprezece cincisprezece saisprezece saptesprezece optsprezece nouasprezece',
  vi: 'một hai ba bốn năm sáu bảy tám chín mười',
};
const TENS: Record<string, string> = {
  en: 'twenty thirty forty fifty sixty seventy eighty ninety',
  ro: 'douazeci treizeci patruzeci cincizeci saizeci saptezeci optzeci nouazeci',
  vi: '',
};
const MORE: Record<string, string> = {
  en: 'a=1 an=1 first=1 second=2 third=3 fifth=5 eighth=8 ninth=9 twelfth=12 twentieth=20 thirtieth=30 fortieth=40 fiftieth=50 sixtieth=60 seventieth=70 eightieth=80 ninetieth=90',
  ro: 'un=1 o=1 una=1 unul=1 doua=2 douasprezece=12 saispe=16 paispe=14',
  vi: 'mốt=1 hăm=20 tư=4 lăm=5 nhăm=5 bẩy=7 nhất=1 nhì=2',
};
const TIMES: Record<string, string> = {
  en: 'hundred=100 thousand=1000 million=1000000 billion=1000000000',
  ro: 'suta=100 sute=100 mie=1000 mii=1000 milion=1000000 milioane=1000000 miliard=1000000000 miliarde=1000000000',
  vi: 'mươi=10 chục=10 trăm=100 nghìn=1000 ngàn=1000 triệu=1000000 tỷ=1000000000 tỉ=1000000000',
};
/** Words that join the parts of a number and count nothing. */
const JOINTS: Record<string, string> = { en: 'and', ro: 'si de', vi: 'linh lẻ' };
/** What an ordinal begins with. */
const BEFORE: Record<string, string> = { en: 'the', ro: 'al a', vi: 'thứ' };

type Table = { parts: Map<string, Part>; joints: Set<string>; before: Set<string> };
const TABLES = new Map(Object.keys(UNITS).map((lang) => [lang, table(lang)]));

function table(lang: string): Table {
  const parts = new Map<string, Part>();
  const words = (list: string) => list.split(' ').filter(Boolean);
  words(UNITS[lang]).forEach((word, k) => {
    parts.set(word, { value: k + 1 });
  });
  words(TENS[lang]).forEach((word, k) => {
    parts.set(word, { value: 20 + 10 * k });
  });
  const pairs = (list: string) => words(list).map((entry) => entry.split('='));
  for (const [word, value] of pairs(MORE[lang])) parts.set(word, { value: Number(value) });
  for (const [word, value] of pairs(TIMES[lang])) parts.set(word, { value: Number(value), times: true });
  return { parts, joints: new Set(words(JOINTS[lang])), before: new Set(words(BEFORE[lang])) };
}

/** `fourteenth` -> `fourteen`, `cincisprezecelea` -> `cincisprezece`; cardinals stay. */
function cardinal(word: string, lang: string, parts: Table['parts']): string {
  if (parts.has(word)) return word;
  const stripped =
    lang === 'en' ? word.replace(/(?<=.)th$/, '') : lang === 'ro' ? word.replace(/(?:u?lea|a)$/, '') : word;
  if (parts.has(stripped)) return stripped;
  return lang === 'ro' && parts.has(`${stripped}i`) ? `${stripped}i` : word;
}

/** Does this folded word count something (or, as `hundred`, multiply)? Articles that open a number do too: a hundred. */
export function isNumberWord(word: string, lang: string): boolean {
  const base = primary(lang);
  const known = TABLES.get(base);
  return known?.parts.has(cardinal(word, base, known.parts)) ?? false;
}

/** Words that by themselves are mostly something else: articles, `second` of time, `năm` the year, `noua` the new. */
const MOSTLY_ELSE = new Set(
  'a an one first second un o una unu unul noua mai một năm tư nhất nhì'.split(' '),
);

/** Does this folded word by itself say a number? */
export function saysNumber(word: string, lang: string): boolean {
  return isNumberWord(word, lang) && !MOSTLY_ELSE.has(word);
}

/**
 * The number that folded words (`foldForMatching`) spell in English, Romanian or Vietnamese, cardinal or ordinal, all of
 * them and nothing else; null if they spell none: `two hundred and six` -> 206, `al cincisprezecelea` -> 15,
 * `hai mươi lăm` -> 25. Two numbers in a row are no number (`two three`). O(words).
 */
export function numberOfWords(words: readonly string[], lang: string): number | null {
  const base = primary(lang);
  const known = TABLES.get(base);
  if (!known) return null;
  const { parts, joints, before } = known;
  const from = words.length > 1 && before.has(words[0]) ? 1 : 0;
  let total = 0; // whole thousands, millions
  let here = 0; // below the next of those
  let room = Number.POSITIVE_INFINITY; // what comes next must be smaller
  let scale = Number.POSITIVE_INFINITY;
  for (let k = from; k < words.length; k++) {
    if (joints.has(words[k])) {
      if (k === from || k === words.length - 1) return null;
      continue;
    }
    const part = parts.get(cardinal(words[k], base, parts));
    if (!part) return null;
    if (!part.times) {
      if (part.value >= room) return null;
      here += part.value;
      room = part.value >= 10 && part.value % 10 === 0 ? 10 : 0;
      if (room === 10 && part.value === 10 && base !== 'vi') room = 0;
    } else if (part.value < 1000) {
      // Tens and hundreds multiply the last part only: three thousand two hundred, một trăm hai mươi.
      const last = here % part.value;
      if (last === 0 && (here > 0 || base === 'vi')) return null;
      if (part.value === 10 && last > 9) return null;
      here += Math.max(1, last) * part.value - last;
      room = part.value;
    } else {
      if (part.value >= scale || (here === 0 && (total > 0 || base === 'vi'))) return null;
      total += Math.max(1, here) * part.value;
      here = 0;
      room = part.value;
      scale = part.value;
    }
  }
  return total + here > 0 ? total + here : null;
}
