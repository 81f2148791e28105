import type { Abbreviations } from './abbreviations';

/** Words that open a sentence far more often than they continue one after an abbreviation. */
const STARTERS: Record<string, ReadonlySet<string>> = {
  en: new Set(
    "The A An He She It They We You I But And In On At As If This That These Those There Then When While What Who Why How His Her Its Their Our My Your For From After Before By With Not No Yes So Or Nor Yet Now Here Once Each Every All Some Many Most Few Both One It's He's She's They're I'm I'd I've We're That's There's Let Did Do Does Is Are Was Were Has Have Had Can Could Will Would Should May Might Perhaps Maybe Because Although Though Since Until However Later Meanwhile Still Also Another Such Even Only Just Nobody Nothing Everyone Everything Someone Please Despite During".split(
      ' ',
    ),
  ),
  ro: new Set(
    'El Ea Ei Ele Eu Noi Voi Tu Acest Această Aceasta Acesta Acești Aceste Aceștia Aceea Acela În In La De Pe Cu Din După Dupa Dar Și Si Iar Însă Insa Când Cand Dacă Daca Unde Cum Ce Cine Nu Da Un O Au A Am Ai Este E Era Sunt Apoi Atunci Astfel Așa Asa Aici Acolo Totuși Totusi Deci Pentru Prin Sub Mai Au Va Vor Fiecare Toți Toate Orice Niciun Nici Ca Că Deși Desi'.split(
      ' ',
    ),
  ),
  vi: new Set(
    'Anh Chị Ông Bà Cô Chú Em Tôi Nó Họ Chúng Ta Hắn Nàng Chàng Đây Đó Đấy Này Khi Nếu Nhưng Và Rồi Sau Trước Trong Ngoài Trên Dưới Tại Ở Với Vì Do Bởi Để Có Không Chưa Đã Đang Sẽ Cả Mọi Những Các Một Hai Từ Theo Tuy Dù Mặc Thế Vậy Hôm Ngày Năm Người Ai Gì Sao Bây Lúc Mỗi Cũng Chỉ Còn Hết'.split(
      ' ',
    ),
  ),
};

const SPEECH =
  /^(?:\p{Lu}[\p{L}\p{M}.'’-]*\s+){1,3}(?:said|asked|cried|replied|answered|shouted|whispered|murmured|exclaimed|demanded|added|repeated|thought|inquired|wondered|muttered|called|screamed|yelled|began|continued|spuse|zise|întrebă|intreba|răspunse|raspunse|strigă|striga|șopti|sopti|adăugă|adauga|exclamă|exclama|murmură|hỏi|nói|đáp|kêu|hét|la|thưa|quát|thì thầm|reo|gọi|bảo)(?![\p{L}])/u;

/** Does `rest` (what follows a closing quote) name who spoke: `"Are you coming?" John asked.`? */
export function namesSpeaker(rest: string): boolean {
  return SPEECH.test(rest);
}

/** Does a sentence plausibly start at `rest`? Judged by its first word. */
export function looksLikeStart(rest: string, base: string): boolean {
  const word = /^[\p{L}\p{M}'’]+/u.exec(rest)?.[0];
  if (!word) return /^["“„«‘'([–—-]/.test(rest);
  return STARTERS[base]?.has(word.replace('’', "'")) ?? /^\p{Lu}/u.test(word);
}

/**
 * Does the single full stop after `before` end a sentence that goes on with `rest`?
 *
 * `before` is the text up to the stop (at most a few words are looked at), `rest` what follows the white space;
 * it is known not to start in lower case. Both in NFC.
 */
export function stopEnds(before: string, rest: string, base: string, list: Abbreviations): boolean {
  const word = /[\p{L}\p{M}\p{N}./-]+$/u.exec(before)?.[0] ?? '';
  if (word === '') return true;
  const bare = word.replace(/^[-./]+/, '');
  const lower = bare.toLowerCase();
  const number = /^[\d(§#]|^[IVXLC]+\b(?!\s+\p{Ll})/u.test(rest);
  if (list.inner.has(lower)) return false;
  // "1. First item": the number of a list
  if (/^\d{1,3}$/.test(bare) && opensItem(before.slice(0, before.length - word.length), list)) return false;
  if (list.beforeNumber.has(lower) && number) return false;
  if (list.maybe.has(lower)) return looksLikeStart(rest, base);
  if (list.title.has(lower)) return false;
  if (/^\p{Lu}$/u.test(bare))
    return initialEnds(bare, before.slice(0, before.length - word.length), rest, base);
  if (/^(?:\p{L}\.)+\p{L}$/u.test(bare)) return looksLikeStart(rest, base);
  return true;
}

/** One capital before the stop: an initial (J. Smith), unless it is a word or label and a sentence follows (plan B. The). */
function initialEnds(letter: string, before: string, rest: string, base: string): boolean {
  if (base === 'en' && letter === 'I' && /\p{Ll}\s+$/u.test(before)) return true;
  return /[\p{Ll}\d]["'’”]?\s+$/u.test(before) && looksLikeStart(rest, base);
}

/** Does a number after `before` count the items of a list ("1. Open the door. 2. Close it.")? */
function opensItem(before: string, list: Abbreviations): boolean {
  if (/(?:^|\n)\s*\(?$/.test(before)) return true;
  const end = /([\p{L}\p{M}]+)[.!?…:]\s+\(?$/u.exec(before);
  if (!end) return /[.!?…:]["'”’»)]\s+\(?$/.test(before);
  const word = end[1].toLowerCase();
  return !list.beforeNumber.has(word) && !list.title.has(word) && !list.inner.has(word);
}
