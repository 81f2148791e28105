/**
 * Are two words spelt alike enough to be one name or a cognate? Both without diacritics.
 *
 * Longest common subsequence ratio (Melamed 1999, section 3) of at least 0.72 after spelling habits are levelled, or
 * a common beginning of at least 5 letters that makes up 70 % of the shorter word. O(|a||b|).
 */
export function similarNames(a: string, b: string): boolean {
  const x = level(a);
  const y = level(b);
  if (x === y) return true;
  const shorter = Math.min(x.length, y.length);
  const longer = Math.max(x.length, y.length);
  if (shorter < 4 || shorter / longer < 0.5) return false;
  let common = 0;
  while (common < shorter && x[common] === y[common]) common++;
  if (common >= 5 && common >= 0.7 * shorter) return true;
  if (common < 2) return false;
  return subsequence(x, y) / longer >= 0.72;
}

function level(word: string): string {
  return word
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/[ckq]h?/g, 'k')
    .replace(/[yj]/g, 'i')
    .replace(/w/g, 'v')
    .replace(/(.)\1/g, '$1');
}

function subsequence(a: string, b: string): number {
  let row = new Uint8Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    const next = new Uint8Array(b.length + 1);
    for (let j = 0; j < b.length; j++)
      next[j + 1] = a[i] === b[j] ? row[j] + 1 : Math.max(row[j + 1], next[j]);
    row = next;
  }
  return row[b.length];
}
