/**
 * How often letters outside ASCII (and the typographic marks) stand in a text, per ten thousand of them:
 * Vietnamese and Romanian counted on news and prose, the others even over their alphabets. Used to tell
 * decodings of the same bytes apart, so that only the order of magnitude matters.
 */
const VIETNAMESE =
  'đ851 à740 ư621 á486 ô397 ê344 ờ313 ó311 ế267 ộ251 ạ250 ơ233 ả217 ấ209 ớ207 ì195 ủ188 ứ186 ố185 ã174 ú174 ề158 ' +
  'â151 ậ145 ệ145 ầ144 Đ128 ợ126 ự122 ể120 ọ113 ở111 ữ109 ị107 ằ103 ẽ97 ù92 í90 ă89 ồ78 ắ78 ò72 ặ71 ổ63 ừ62 ẻ56 ' +
  'ụ52 ỏ51 ẳ37 ử37 é36 ũ31 ỉ27 ẫ24 ễ23 è21 ỗ21 ý18 ỡ18 ẩ18 ĩ15 ẹ12 ỹ9 ỳ7 õ7 ỷ5 ẵ2 ỵ1';
/** Comma-below and cedilla alike: which of them a file holds depends on its encoding, not on its language. */
const ROMANIAN = 'ă4000 î1500 â900 ș1700 ş1700 ț1300 ţ1300';
const WESTERN = 'à á â ã ä å æ ç è é ê ë ì í î ï ñ ò ó ô õ ö ø œ ù ú û ü ý ÿ ß ¿ ¡';
const CENTRAL = 'á ä ą ć č ç ď é ě ę ë í ĺ ľ ł ń ň ó ô ő ö ŕ ř ś š ß ť ú ů ű ü ý ź ž ż đ';

export type LetterProfile = {
  lang: 'vi' | 'ro' | 'western' | 'central';
  /** Natural logarithm of the share of each letter. */
  logShare: ReadonlyMap<string, number>;
};

export const LETTER_PROFILES: readonly LetterProfile[] = [
  profile('vi', counted(VIETNAMESE)),
  profile('ro', counted(ROMANIAN)),
  profile('western', even(WESTERN)),
  profile('central', even(CENTRAL)),
];

function counted(table: string): [string, number][] {
  return table.split(' ').map((entry) => [entry[0]!, Number(entry.slice(1)) / 10_000]);
}

function even(alphabet: string): [string, number][] {
  const letters = alphabet.split(' ');
  return letters.map((letter) => [letter, 1 / letters.length]);
}

/** Capitals are a tenth as frequent as their small letters where the table does not count them. */
function profile(lang: LetterProfile['lang'], shares: [string, number][]): LetterProfile {
  const logShare = new Map<string, number>();
  for (const [letter, share] of shares) {
    logShare.set(letter.toUpperCase(), Math.log(share / 10));
  }
  for (const [letter, share] of shares) logShare.set(letter, Math.log(share));
  return { lang, logShare };
}
