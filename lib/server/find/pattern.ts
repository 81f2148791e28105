import { z } from 'zod';
import type { Wanted } from '@/db/queries/concordance';
import { err, ok, type Result } from '@/lib/result';
import { foldForSearch } from '@/lib/text/foldForSearch';

/** What people can ask for, wherever they search. */
export const SearchFields = {
  query: z.string().trim().min(1).max(200),
  /** `words`: beginning and ending with a whole word. `regex`: as PostgreSQL has them. */
  mode: z.enum(['plain', 'words', 'regex']).default('plain'),
  /** `auto`: as the query is typed, see `heedsDiacritics`. */
  diacritics: z.enum(['auto', 'ignore', 'exact']).default('auto'),
  /** Regular expressions that ignore diacritics ignore case too. */
  case: z.enum(['ignore', 'exact']).default('ignore'),
};

export type Search = {
  query: string;
  mode: 'plain' | 'words' | 'regex';
  diacritics: 'ignore' | 'exact';
  case: 'ignore' | 'exact';
};

/** What the database is asked for. */
export function wantedBy(search: Search): Result<Wanted> {
  if (search.mode === 'regex') return regexBy(search);
  const { folded } = foldForSearch(search.query.trim(), { diacritics: 'ignore', case: 'ignore' });
  return folded === '' ? err('find.badPattern') : ok({ kind: 'plain', folded });
}

function regexBy({ query, diacritics, case: letters }: Search): Result<Wanted> {
  // A reference back to a group is the one thing that makes matching slow without bounds.
  if (/\\[1-9]/.test(query) || /^\*\*\*|^\(\?[a-z]+\)/.test(query)) return err('find.badPattern');
  const pattern = wordBorders(query);
  if (diacritics === 'exact')
    return ok({ kind: 'regex', pattern, on: 'content', flags: letters === 'ignore' ? 'i' : '' });
  return ok({ kind: 'regex', pattern: foldPattern(pattern), on: 'folded', flags: '' });
}

/** `\b` is a word border to everybody but PostgreSQL, where it is `\y`. */
const wordBorders = (pattern: string): string =>
  pattern.replace(/\\(.)/gsu, (whole, char: string) => (char === 'b' ? '\\y' : char === 'B' ? '\\Y' : whole));

/** Letters without diacritics and case; escapes such as \S stay. */
const foldPattern = (pattern: string): string =>
  pattern.replace(/\\.|[^\\]+/gsu, (part) =>
    part[0] === '\\' ? part : foldForSearch(part, { diacritics: 'ignore', case: 'ignore' }).folded,
  );

/** Whether the trigram index helps: three characters in a row that are looked for as they are. */
export const isIndexed = (wanted: Wanted): boolean =>
  wanted.kind === 'plain' ? /[\p{L}\p{N}]{3}/u.test(wanted.folded) : wanted.on === 'folded';
