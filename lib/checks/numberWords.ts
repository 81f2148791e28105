import { primary } from '@/lib/text';

const EN = {
  units:
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  tens: 'twenty thirty forty fifty sixty seventy eighty ninety',
  ordinals:
    'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
  more: 'hundred=100 thousand=1000 dozen=12 half=0.5 quarter=4 once=1 twice=2 double=2 both=2 a=1 an=1 pair=2 couple=2 twentieth=20 thirtieth=30 fiftieth=50 hundredth=100 twenties=20 thirties=30 forties=40 fifties=50 sixties=60 seventies=70 eighties=80 nineties=90 january=1 february=2 march=3 april=4 may=5 june=6 july=7 august=8 september=9 october=10 november=11 december=12 jan=1 feb=2 mar=3 apr=4 jun=6 jul=7 aug=8 sept=9 sep=9 oct=10 nov=11 dec=12 monday=2 tuesday=3 wednesday=4 thursday=5 friday=6 saturday=7 noon=12 midnight=12 decade=10 century=100 million=1000000 billion=1000000000 triple=3 single=1 zero=0 nil=0 no=0 fortnight=2 score=20',
};
const RO = {
  units:
    'zero unu doi trei patru cinci sase sapte opt noua zece unsprezece doisprezece treisprezece paisprezece cincisprezece saisprezece saptesprezece optsprezece nouasprezece',
  tens: 'douazeci treizeci patruzeci cincizeci saizeci saptezeci optzeci nouazeci',
  ordinals: '',
  more: 'un=1 o=1 una=1 unei=1 unui=1 doua=2 douasprezece=12 suta=100 sute=100 mie=1000 mii=1000 jumatate=0.5 prim=1 prima=1 primul=1 primele=1 primii=1 intai=1 doilea=2 treilea=3 patrulea=4 cincilea=5 saselea=6 saptelea=7 optulea=8 noualea=9 zecelea=10 unsprezecelea=11 doisprezecelea=12 douazecilea=20 treia=3 patra=4 cincea=5 sasea=6 saptea=7 opta=8 zecea=10 ambii=2 ambele=2 dublu=2 pereche=2 ianuarie=1 februarie=2 martie=3 aprilie=4 mai=5 iunie=6 iulie=7 august=8 septembrie=9 octombrie=10 noiembrie=11 decembrie=12 luni=2 marti=3 miercuri=4 joi=5 vineri=6 sambata=7 duzina=12 duzini=12 sfert=4 deceniu=10 secol=100 paispe=14 patruzecilea=40 milion=1000000 milioane=1000000 miliard=1000000000 miliarde=1000000000 niciun=0 nicio=0 cincisprezecelea=15 saptesprezecelea=17',
};
const VI = {
  units: 'không một hai ba bốn năm sáu bảy tám chín mười',
  tens: '',
  ordinals: '',
  more: 'mốt=1 tư=4 lăm=5 nhăm=5 bảy=7 bẩy=7 mươi=10 trăm=100 nghìn=1000 ngàn=1000 nửa=0.5 nhất=1 nhì=2 chục=10 tá=12 đôi=2 cặp=2 giêng=1 chạp=12 rưỡi=0.5 triệu=1000000 tỷ=1000000000 tỉ=1000000000 vạn=10000 kép=2 gấp=2 nhị=2 tam=3',
};

const TABLES: Record<string, ReadonlyMap<string, number>> = {
  en: table(EN),
  ro: table(RO),
  vi: table(VI),
};

function table({ units, tens, ordinals, more }: typeof EN): ReadonlyMap<string, number> {
  const map = new Map<string, number>();
  for (const [value, word] of units.split(' ').entries()) map.set(word, value);
  for (const [k, word] of tens.split(' ').entries()) if (word) map.set(word, 20 + 10 * k);
  for (const [value, word] of ordinals.split(' ').entries()) if (word) map.set(word, value);
  for (const entry of more.split(' ')) {
    const [word, value] = entry.split('=');
    map.set(word, Number(value));
  }
  return map;
}

const PIECES = /\p{L}[\p{L}\p{M}]*/gu;

/**
 * Every number that the words of a text may stand for: of each number word, and of each run of them
 * (twenty-five gives 20, 5 and 25). Months and days of the week count too, since Vietnamese numbers them.
 * Generous on purpose: it only ever excuses.
 */
export function numbersInWords(text: string, lang: string): Set<number> {
  const words = TABLES[primary(lang)];
  const values = new Set<number>();
  if (!words) return values;
  const folded = primary(lang) === 'ro' ? withoutMarks(text) : text;
  let run = 0;
  let end = -9;
  for (const hit of folded.toLowerCase().matchAll(PIECES)) {
    const value = words.get(hit[0]);
    const joint = hit[0] === 'and' || hit[0] === 'si' || hit[0] === 'linh' || hit[0] === 'lẻ';
    if (value === undefined) {
      if (!joint) run = 0;
      else end = hit.index + hit[0].length;
      continue;
    }
    const near = run > 0 && hit.index - end <= 2;
    if (!near) run = value;
    else if (value >= 100 || (value === 10 && run < 10)) run *= value;
    else if (value < 10 && run % 10 === 0) run += value;
    else run += value;
    values.add(value);
    values.add(run);
    end = hit.index + hit[0].length;
  }
  return values;
}

const withoutMarks = (text: string): string =>
  text.replace(/[ăâîșşțţĂÂÎȘŞȚŢ]/g, (letter) => letter.normalize('NFD')[0]);
