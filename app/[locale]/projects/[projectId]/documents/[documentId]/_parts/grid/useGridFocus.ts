'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Band } from '@/lib/bitext/bands';
import { findBead } from '@/lib/bitext/find';
import { needsAttention } from '@/lib/bitext/progress';
import type { Bead, BitextId, DocumentState } from '@/lib/bitext/types';
import type { GridHandle } from './BeadGrid';
import type { Focus } from '../WorkbenchContext';

type Place = { bead: Bead; row: number };

/** The bead that the page's address names, if it is there. */
function beadOfAddress(opened: DocumentState): Focus | null {
  const found = findBead(opened, new URLSearchParams(window.location.search).get('bead') ?? '');
  return found ? { bitextId: found.bitext.id, beadId: found.bead.id } : null;
}

/** Which bead has the focus, and how to get to the others among the rows in view. */
export function useGridFocus(
  order: readonly BitextId[],
  disputed: ReadonlySet<string>,
  opened: DocumentState,
) {
  const linked = useMemo(() => beadOfAddress(opened), [opened]);
  const [rows, setRows] = useState<readonly Band[]>([]);
  const [focus, setFocus] = useState<Focus | null>(linked);
  // Counts up whenever the keyboard's focus should follow; 0 leaves it where it is.
  const [grab, setGrab] = useState(0);
  const handle = useRef<GridHandle | null>(null);

  const columns = useMemo(() => {
    const places = new Map<BitextId, Place[]>();
    for (const [row, band] of rows.entries())
      for (const [bitextId, cells] of Object.entries(band.cells))
        for (const { bead } of cells) {
          const column = places.get(bitextId);
          if (column) column.push({ bead, row });
          else places.set(bitextId, [{ bead, row }]);
        }
    return places;
  }, [rows]);

  const goTo = useCallback((bitextId: BitextId, place: Place | undefined) => {
    if (!place) return;
    setFocus({ bitextId, beadId: place.bead.id });
    handle.current?.reveal(place.row);
    setGrab((count) => count + 1);
  }, []);

  const indexIn = useCallback(
    (at: Focus | null) =>
      at ? (columns.get(at.bitextId)?.findIndex(({ bead }) => bead.id === at.beadId) ?? -1) : -1,
    [columns],
  );

  /** By `delta` beads within the column; from nowhere, to the first one. */
  const step = useCallback(
    (delta: number) => {
      const bitextId = focus?.bitextId ?? order[0];
      const column = columns.get(bitextId) ?? [];
      const index = indexIn(focus);
      goTo(
        bitextId,
        index < 0
          ? delta === Number.POSITIVE_INFINITY
            ? column.at(-1)
            : column[0]
          : column[Math.min(column.length - 1, Math.max(0, index + delta))],
      );
    },
    [columns, focus, goTo, indexIn, order],
  );

  /** To the bead of the next language that stands beside this one. False at the last column: Tab then leaves the grid. */
  const sideways = useCallback(
    (delta: 1 | -1): boolean => {
      if (!focus) return false;
      const bitextId = order[order.indexOf(focus.bitextId) + delta];
      const here = columns.get(focus.bitextId)?.[indexIn(focus)];
      const column = bitextId ? columns.get(bitextId) : undefined;
      if (!here || !bitextId || !column?.length) return false;
      const inBand = column.filter(({ row }) => row === here.row);
      const beside = inBand.find(({ bead }) => bead.source.end > here.bead.source.start) ?? inBand.at(-1);
      const nearest = column.findLast(({ row }) => row <= here.row) ?? column[0];
      goTo(bitextId, beside ?? nearest);
      return true;
    },
    [columns, focus, goTo, indexIn, order],
  );

  /** To the next bead after `from` that waits for a decision, in this column and then from its start again. */
  const nextAttention = useCallback(
    (from: Focus, done: ReadonlySet<string> = new Set()) => {
      const column = columns.get(from.bitextId) ?? [];
      const index = indexIn(from);
      const waits = ({ bead }: Place) => !done.has(bead.id) && needsAttention(bead, disputed.has(bead.id));
      const place = column.slice(index + 1).find(waits) ?? column.slice(0, Math.max(0, index)).find(waits);
      goTo(from.bitextId, place ?? column[Math.min(index + 1, column.length - 1)]);
    },
    [columns, disputed, goTo, indexIn],
  );

  /** Keeps the focus where the decision was, whatever became of the bead. */
  const settle = useCallback((at: Focus) => {
    setFocus(at);
    setGrab((count) => count + 1);
  }, []);

  /** To the focused bead if it is in view, else to the first one there is. */
  const first = useCallback(() => {
    if (focus && indexIn(focus) >= 0) return settle(focus);
    const bitextId = order.find((id) => columns.get(id)?.length);
    if (bitextId) goTo(bitextId, columns.get(bitextId)?.[0]);
  }, [focus, indexIn, settle, order, columns, goTo]);

  /** To a bead wherever it is; where it is not in view (a filter), the focus stays. */
  const show = useCallback(
    (at: Focus) => goTo(at.bitextId, columns.get(at.bitextId)?.[indexIn(at)]),
    [columns, goTo, indexIn],
  );

  const look = useCallback((at: Focus) => {
    setFocus((now) => (now?.beadId === at.beadId && now.bitextId === at.bitextId ? now : at));
  }, []);

  useEffect(() => {
    if (!focus) return;
    const params = new URLSearchParams(window.location.search);
    params.set('bead', focus.beadId);
    window.history.replaceState(null, '', `?${params}`);
  }, [focus]);
  const reached = useRef(false);
  useEffect(() => {
    // A deep link: bring its bead into view once, when the rows are known.
    if (reached.current || !rows.length) return;
    reached.current = true;
    if (linked) goTo(linked.bitextId, columns.get(linked.bitextId)?.[indexIn(linked)]);
  }, [rows, linked, columns, goTo, indexIn]);

  const entry = useMemo((): Focus | null => {
    if (focus && indexIn(focus) >= 0) return null;
    const place = order[0] ? columns.get(order[0])?.[0] : undefined;
    return place ? { bitextId: order[0], beadId: place.bead.id } : null;
  }, [focus, indexIn, columns, order]);

  return {
    entry,
    rows,
    setRows,
    focus,
    grab,
    handle,
    columns,
    goTo,
    step,
    sideways,
    nextAttention,
    settle,
    first,
    show,
    look,
  };
}
