'use client';

import { useCallback, useEffect, useRef } from 'react';
import { findBead } from '@/lib/bitext/find';
import type { DocumentState } from '@/lib/bitext/types';
import { type Filter, readFilter } from '../filter/filters';
import type { Focus } from '../WorkbenchContext';

type Parts = {
  state: DocumentState;
  show: (at: Focus) => boolean;
  setFilter: (filter: Filter) => void;
};

/**
 * The back button inside one document. Steps from bead to bead replace the address, since nobody wants to go
 * back through a day's work bead by bead; a jump to somewhere out of sight (map, dot plot) leaves an entry
 * behind, because that is a place one wants to come back to. Going back restores filter and bead.
 *
 * @returns what to call just before such a jump.
 */
export function useJumpHistory(parts: Parts): () => void {
  const now = useRef(parts);
  now.current = parts;
  useEffect(() => {
    const onBack = () => {
      const { state, setFilter } = now.current;
      const params = new URLSearchParams(window.location.search);
      const found = findBead(state, params.get('bead') ?? '');
      setFilter(readFilter(params));
      // Once the rows that the filter leaves are there.
      if (found)
        requestAnimationFrame(() => now.current.show({ bitextId: found.bitext.id, beadId: found.bead.id }));
    };
    window.addEventListener('popstate', onBack);
    return () => window.removeEventListener('popstate', onBack);
  }, []);
  return useCallback(() => {
    window.history.pushState(window.history.state, '', window.location.href);
  }, []);
}
