import type { FoundParagraph, Wanted } from '@/db/queries/concordance';
import { endOf, findMatches, foldForSearch, type Match } from '@/lib/text/foldForSearch';
import type { Search } from './pattern';

/** Where a paragraph that the database found matches, as offsets into its content. Linear in its length. */
export function matchesIn({ content, matches }: FoundParagraph, search: Search, wanted: Wanted): Match[] {
  if (wanted.kind === 'plain')
    return findMatches(content, { ...search, mode: search.mode === 'words' ? 'words' : 'plain' });
  if (wanted.on === 'content') {
    const units = unitsOf(content);
    return matches.map(([start, end]) => ({ start: units(start), end: units(end) }));
  }
  const { folded, starts } = foldForSearch(content, { diacritics: 'ignore', case: 'ignore' });
  const units = unitsOf(folded);
  return matches.map(([start, end]) => ({ start: starts[units(start)], end: endOf(starts, units(end)) }));
}

/** From code points, which the database counts, to UTF-16 units. */
function unitsOf(text: string): (codePoint: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (at) => Math.min(at, text.length);
  const units: number[] = [];
  for (let at = 0; at < text.length; at += text.codePointAt(at)! > 0xffff ? 2 : 1) units.push(at);
  return (at) => units[at] ?? text.length;
}
