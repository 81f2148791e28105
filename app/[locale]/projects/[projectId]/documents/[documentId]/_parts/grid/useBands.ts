'use client';

import { useMemo, useRef } from 'react';
import { type Band, bandsOf } from '@/lib/bitext/bands';
import type { DocumentState } from '@/lib/bitext/types';
import { reuseBands } from './reuseBands';

/** The rows for these columns; the same objects where nothing has changed. */
export function useBands(
  { texts, bitexts }: DocumentState,
  referenceTextId: string,
  columns: readonly { id: string }[],
): Band[] {
  const earlier = useRef<Band[]>([]);
  return useMemo(() => {
    const bands = bandsOf(
      texts[referenceTextId],
      columns.map(({ id }) => bitexts[id]),
    );
    earlier.current = reuseBands(earlier.current, bands);
    return earlier.current;
  }, [texts, bitexts, referenceTextId, columns]);
}
