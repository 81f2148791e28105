'use client';

import { useMemo } from 'react';
import { useSetting } from '../useSetting';
import { REFERENCE_COLUMN } from './gridColumns';

/** Which columns a person sees in a document, and in which order; kept in this browser. */
export function useColumns(documentId: string, bitexts: readonly { id: string; lang: string }[]) {
  const [hidden, setHidden] = useSetting<Record<string, boolean>>(`triptych.hidden.${documentId}`, {});
  const [stored, setOrder] = useSetting<string[]>(`triptych.order.${documentId}`, []);
  const columnOrder = useMemo(() => {
    const all = [REFERENCE_COLUMN, ...bitexts.map(({ id }) => id)];
    const known = stored.filter((id) => all.includes(id));
    return [...known, ...all.filter((id) => !known.includes(id))];
  }, [bitexts, stored]);
  // The table's own way to say it: only an explicit false hides a column.
  const shown = useMemo(
    () =>
      columnOrder
        .flatMap((id) => bitexts.filter((bitext) => bitext.id === id))
        .filter(({ id }) => hidden[id] !== false),
    [bitexts, columnOrder, hidden],
  );
  const order = useMemo(() => shown.map(({ id }) => id), [shown]);

  /** Moves a column before the visible one on its left; null when there is none. */
  const moveLeft = (id: string): (() => void) | null => {
    const visible = columnOrder.filter((one) => hidden[one] !== false);
    const left = visible[visible.indexOf(id) - 1];
    if (!left) return null;
    const rest = columnOrder.filter((one) => one !== id);
    return () => setOrder(rest.toSpliced(rest.indexOf(left), 0, id));
  };
  return {
    hidden,
    columnOrder,
    shown,
    order,
    moveLeft,
    hide: (id: string) => setHidden({ ...hidden, [id]: false }),
    show: (id: string) => setHidden({ ...hidden, [id]: true }),
  };
}
