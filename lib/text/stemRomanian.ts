// Longest first within a round. Written without diacritics: the stemmer sees folded text only.
const ENDINGS = (
  'urilor urile iilor iului elor ilor ului iile iunea iunii uri ele ile iei lor lui iul eaua elei ' +
  'iii ii ul ua ea ia ie ei iu oi ai le a e i u'
).split(' ');
const VERBAL = (
  'andu-se indu aseram aserati asera isera usera eaza easca este esti asem isem usem ' +
  'andu and ind ata ate ati ita ite iti uta ute uti ase ise use are ere ire ari iri eri ' +
  'ara ira ura eau esc easc ez eze ezi at it ut am em im au ea ar ir er av'
).split(' ');

/**
 * Light Romanian stemmer for text without diacritics: articles, cases, plurals, then verb endings and participles,
 * then vowel and consonant changes inside the stem (seara/seri, poarta/porti, crede/crezut).
 *
 * Snowball's Romanian stemmer (Porter) needs diacritics, which half of typed text has not; folding first also makes
 * the changes t/ț and s/ș vanish. Never leaves fewer than three letters. O(length).
 */
export function stemRomanian(word: string): string {
  if (word.length <= 3) return word;
  let w = strip(word, ENDINGS, 3);
  w = strip(w, VERBAL, 3);
  w = w.replace(/oa/g, 'o').replace(/ea/g, 'e').replace(/ia/g, 'e').replace(/ie/g, 'e');
  if (w.length > 3) w = w.replace(/[aeiou]$/, '');
  return w
    .replace(/(?:z|j)$/, 'd')
    .replace(/([cg])h$/, '$1')
    .replace(/sc$|st$/, 's');
}

function strip(word: string, endings: readonly string[], keep: number): string {
  for (const ending of endings) {
    if (word.length - ending.length >= keep && word.endsWith(ending)) return word.slice(0, -ending.length);
  }
  return word;
}
