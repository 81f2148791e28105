/** A word, number or hyphenated name: UTF-16 span [start, end) of the text it was found in. */
export type Token = { readonly start: number; readonly end: number };

// Letters with their marks, digits with inner separators, inner apostrophes. A hyphen ends a token: it is a joiner.
const TOKEN =
  /\p{N}+(?:[.,\u00a0\u202f]\p{N}+)*|\p{L}[\p{L}\p{M}\u00ad\u200b-\u200d]*(?:['’]\p{L}[\p{L}\p{M}]*)*/gu;

/** The words and numbers of a text in order. `well-known` gives two tokens, `3.500,20` and `don't` one each. */
export function tokens(text: string): Token[] {
  const out: Token[] = [];
  for (const hit of text.matchAll(TOKEN)) out.push({ start: hit.index, end: hit.index + hit[0].length });
  return out;
}
