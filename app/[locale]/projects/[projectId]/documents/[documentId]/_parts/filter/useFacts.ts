'use client';

import { useEffect, useMemo, useState } from 'react';
import type { DocumentState } from '@/lib/bitext/types';
import type { Failure } from '@/lib/result';
import type { FoundInDocument } from '@/lib/server/find/findInDocument';
import type { BeadTest } from '../grid/gridRows';
import { get } from '../store/door';
import { type Filter, type FilterFacts, isFiltering, matches } from './filters';

/** What the database finds. */
type Hits = { beads: ReadonlySet<string>; places: FoundInDocument['places'] };

/** Beads whose words hold what is searched for, as the database finds them; null while nothing is searched. */
function useHits(documentId: string, filter: Filter, onFailure: (failure: Failure) => void) {
  const [hits, setHits] = useState<Hits | null>(null);
  const [searching, setSearching] = useState(false);
  const { text, regex, exact } = filter;
  useEffect(() => {
    if (!text.trim()) {
      setHits(null);
      setSearching(false);
      return;
    }
    let current = true;
    setSearching(true);
    const query = new URLSearchParams({
      query: text.trim(),
      mode: regex ? 'regex' : 'plain',
      diacritics: exact ? 'exact' : 'auto',
    });
    get<FoundInDocument>(`/api/documents/${documentId}/find?${query}`).then(
      (answer) => {
        if (!current) return;
        setSearching(false);
        if (answer.ok) {
          const { bitexts, places } = answer.value;
          setHits({ beads: new Set(bitexts.flatMap(({ beads }) => beads)), places });
        } else onFailure(answer.error);
      },
      () => {
        if (!current) return;
        setSearching(false);
        onFailure({ code: 'request.offline' });
      },
    );
    return () => {
      current = false;
    };
  }, [documentId, text, regex, exact, onFailure]);
  return { hits, searching };
}

const NO_PLACES: FoundInDocument['places'] = {};

/** What filters ask about, and the test that the grid shows by. */
export function useFacts(
  documentId: string,
  state: DocumentState,
  filter: Filter,
  findings: FilterFacts['findings'],
  onFailure: (failure: Failure) => void,
) {
  const { hits, searching } = useHits(documentId, filter, onFailure);
  const { comments } = state;
  const disputed = useMemo(
    () => new Set(comments.filter((c) => c.kind === 'dispute' && !c.resolvedBy).map((c) => c.beadId)),
    [comments],
  );
  const commented = useMemo(() => new Set(comments.map((c) => c.beadId)), [comments]);
  const facts = useMemo(
    () => ({ state, disputed, hits: hits?.beads ?? null, findings }),
    [state, disputed, hits, findings],
  );
  const test = useMemo(
    (): BeadTest | null =>
      isFiltering(filter) ? (bead, bitextId) => matches(filter, bead, bitextId, facts) : null,
    [filter, facts],
  );
  return { disputed, commented, test, searching, places: hits?.places ?? NO_PLACES };
}
