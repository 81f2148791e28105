'use client';

import { useCallback, useState, useSyncExternalStore } from 'react';
import type { ReadingLang } from './useReadingBlocks';

const NARROW = '(max-width: 767px)';

const subscribe = (listener: () => void) => {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};
const read = () => window.matchMedia(NARROW).matches;

/** Which languages are shown: `?cols=en,vi` in the address; on a narrow screen the first of them. */
export function useReadingColumns(langs: readonly ReadingLang[]) {
  const narrow = useSyncExternalStore(subscribe, read, () => false);
  const [wanted, setWanted] = useState<readonly number[]>(() => {
    const named = new URLSearchParams(window.location.search).get('cols')?.split(',') ?? [];
    const found = langs.flatMap(({ lang }, k) => (named.includes(lang) ? [k] : []));
    return found.length ? found : langs.map((_, k) => k);
  });
  const setShown = useCallback(
    (shown: number[]) => {
      setWanted(shown);
      const params = new URLSearchParams(window.location.search);
      if (shown.length === langs.length) params.delete('cols');
      else params.set('cols', shown.map((k) => langs[k].lang).join());
      window.history.replaceState(window.history.state, '', params.size ? `?${params}` : '?');
    },
    [langs],
  );
  const shown = narrow ? wanted.slice(0, 1) : wanted;
  return { narrow, shown, setShown };
}
