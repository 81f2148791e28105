/** What the address of the page asks for. */
export type FindSearch = {
  q: string;
  lang: string;
  mode: 'plain' | 'words' | 'regex';
  exactDiacritics: boolean;
  exactCase: boolean;
};

type Params = Record<string, string | string[] | undefined>;

/** The search in an address; whatever is wrong there is left out. */
export function searchIn(params: Params): FindSearch {
  const one = (name: string) => (typeof params[name] === 'string' ? params[name] : '');
  const mode = one('mode');
  return {
    q: one('q').trim().slice(0, 200),
    lang: one('lang').slice(0, 35),
    mode: mode === 'words' || mode === 'regex' ? mode : 'plain',
    exactDiacritics: one('diacritics') === 'exact',
    exactCase: one('case') === 'exact',
  };
}

/** The address of a search: only what differs from the usual. */
export function addressOf(search: FindSearch): string {
  const params = new URLSearchParams({ q: search.q });
  if (search.lang) params.set('lang', search.lang);
  if (search.mode !== 'plain') params.set('mode', search.mode);
  if (search.exactDiacritics) params.set('diacritics', 'exact');
  if (search.exactCase) params.set('case', 'exact');
  return `?${params}`;
}

/** The same as the use case takes it. */
export const inputOf = (projectId: string, search: FindSearch) => ({
  projectId,
  query: search.q,
  mode: search.mode,
  lang: search.lang || null,
  diacritics: search.exactDiacritics ? ('exact' as const) : ('auto' as const),
  case: search.exactCase ? ('exact' as const) : ('ignore' as const),
});
