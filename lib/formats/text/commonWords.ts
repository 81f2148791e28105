/**
 * The most frequent words of the three languages, without diacritics, most frequent first. A tenth of these is enough
 * to tell a paragraph; the rest is for single sentences.
 */
const ENGLISH =
  'the of and to a in that he was it his i is with for as had you not be her on at by which have or from this him but ' +
  'all she they were my are me one their so an said them we who would been will no when there if more out up into do ' +
  'any your what has man could other than our some very time upon about may its only now like little then can should ' +
  'made did us such great before must two these see know over much down after first good never before again how come ' +
  'came where here own just too why hello yes good morning thank please those because through am does going';
const ROMANIAN =
  'de si a in la sa cu o nu pe ca din se un care mai este au lui ce va i fost pentru ei sunt le dar era am l al s ' +
  'mi ne te ai cel ii il ea el sau dupa cum daca tot prin asta unde cand fi ma nici acest aceasta lor avea are doar ' +
  'isi fara despre atunci iar foarte intre astfel catre lucru cea cei ale fiind apoi toate toti tu eu noi voi ' +
  'aici acum inca numai decat pana cat fie asa fac face spre unei unui avut ani om viata sotul sotia casa multumesc ' +
  'buna ziua da bine unde esti suntem stiu vreau vrea poate trebuie acolo cineva ceva nimic niciodata mult multe ' +
  'isi intr dintr printr ia v imi iti cine sale sau dintre insa deci vine ceea poti stii faci merge spus zis';
const VIETNAMESE =
  'va cua la co mot khong nguoi cac trong da duoc cho nhung toi den nay voi anh khi em nhu ra ong ba ta minh noi vao lai ' +
  'con thi ma o de di cung se lam tu ve chi roi nhung con phai nguoi biet sau tren theo nhieu hon vi do day cai ay gi ' +
  'no hai ngay nam nha nuoc rat qua neu bang viet dang lon con chua sao yeu chung dau bi nao moi hoc hay ai thay ' +
  'nang chang ho duoi tai rang thoi doi tinh long xin chao cam on viec the gia dinh cuoc song tat ca nhat truoc dong';

export const COMMON_WORDS: Readonly<Record<'en' | 'ro' | 'vi', ReadonlyMap<string, number>>> = {
  en: ranked(ENGLISH),
  ro: ranked(ROMANIAN),
  vi: ranked(VIETNAMESE),
};

/** Logarithm of the share of each word after Zipf (1935): rank r has about 0.06 / r^0.9 of all words. */
function ranked(words: string): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const word of words.split(' ')) {
    if (!shares.has(word)) shares.set(word, Math.log(0.06 / (shares.size + 2) ** 0.9));
  }
  return shares;
}
