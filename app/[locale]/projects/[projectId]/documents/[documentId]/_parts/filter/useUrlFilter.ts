'use client';

import { useCallback, useState } from 'react';
import { type Filter, readFilter, writeFilter } from './filters';

/** The filter of the page's address, and how to change it without leaving the page. */
export function useUrlFilter(): [Filter, (filter: Filter) => void] {
  const [filter, setFilter] = useState<Filter>(() => readFilter(new URLSearchParams(window.location.search)));
  const change = useCallback((next: Filter) => {
    setFilter(next);
    const params = writeFilter(new URLSearchParams(window.location.search), next);
    window.history.replaceState(null, '', params.size ? `?${params}` : window.location.pathname);
  }, []);
  return [filter, change];
}
