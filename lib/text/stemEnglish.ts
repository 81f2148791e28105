/**
 * Light English stemmer: regular plural, -ed, -ing, -er, -est, -ly, possessive; a final e and a doubled consonant go.
 *
 * In the manner of Porter (1980), steps 1 and 5, but without derivation: the lexicon lists irregular forms itself, and
 * over-stemming joins words that translate differently. Expects a folded word. O(length).
 */
export function stemEnglish(word: string): string {
  let w = word.replace(/['’](?:s|d|ll|re|ve|m|t)?$/, '');
  if (w.length <= 3) return w;
  if (/ies$/.test(w) && w.length > 4) w = `${w.slice(0, -3)}y`;
  else if (/(?:s|x|z|ch|sh)es$/.test(w)) w = w.slice(0, -2);
  else if (/[^su]s$/.test(w)) w = w.slice(0, -1);
  const cut = /^(.*[aeiouy].*?)(?:ingly|edly|ing|ied|ed|iest|ier|est|er|ily|ly)$/.exec(w);
  if (cut && cut[1].length >= 3) {
    const tail = w.slice(cut[1].length);
    w = /^(?:ied|ier|iest|ily)$/.test(tail) ? `${cut[1]}y` : cut[1];
  }
  w = w.replace(/([bdfglmnprt])\1$/, '$1');
  if (w.length > 3) w = w.replace(/e$/, '').replace(/y$/, 'i');
  return w;
}
