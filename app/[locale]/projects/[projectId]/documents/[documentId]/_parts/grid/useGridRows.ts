'use client';

import { useMemo, useRef } from 'react';
import { type BandRows, bandRowsAfter } from '@/lib/bitext/bandRows';
import type { DocumentState } from '@/lib/bitext/types';
import { type BeadTest, type GridRows, gridRows } from './gridRows';

/** The rows for these columns, filtered; counted anew when beads or borders change, not when words arrive. */
export function useGridRows(
  { texts, bitexts }: DocumentState,
  referenceTextId: string,
  columns: readonly { id: string }[],
  test: BeadTest | null,
): GridRows {
  const reference = texts[referenceTextId];
  const earlier = useRef<BandRows | null>(null);
  const rows = useMemo(() => {
    earlier.current = bandRowsAfter(
      earlier.current,
      reference,
      columns.map(({ id }) => bitexts[id]),
    );
    return earlier.current;
  }, [reference, bitexts, columns]);
  return useMemo(() => gridRows(rows, test), [rows, test]);
}
