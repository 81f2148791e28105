'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { findBead, positionOf } from '@/lib/bitext/find';
import type { Bead, BitextId, DocumentState } from '@/lib/bitext/types';
import type { Focus } from '../WorkbenchContext';
import type { GridHandle } from './BeadGrid';
import { beadsOfPlace, type GridRows, placeOfBead } from './gridRows';
import { nextBead, nextInOrder } from './gridSteps';

/** The bead that the page's address names, if it is there. */
function beadOfAddress(opened: DocumentState): Focus | null {
  const found = findBead(opened, new URLSearchParams(window.location.search).get('bead') ?? '');
  return found ? { bitextId: found.bitext.id, beadId: found.bead.id } : null;
}

/** Which bead has the focus, and how to get to the others among the rows in view. */
export function useGridFocus(state: DocumentState, grid: GridRows, order: readonly BitextId[]) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the address named when the page opened.
  const linked = useMemo(() => beadOfAddress(state), []);
  const [focus, setFocus] = useState<Focus | null>(linked);
  // Counts up whenever the keyboard's focus should follow; 0 leaves it where it is.
  const [grab, setGrab] = useState(0);
  const handle = useRef<GridHandle | null>(null);
  const now = useRef({ state, grid, order, focus });
  now.current = { state, grid, order, focus };

  const indexOf = useCallback((at: Focus | null): number => {
    const bitext = at && now.current.state.bitexts[at.bitextId];
    return bitext ? positionOf(bitext, at.beadId) : -1;
  }, []);
  const placeOf = useCallback(
    (at: Focus | null): number => (at ? placeOfBead(now.current.grid, at.bitextId, indexOf(at)) : -1),
    [indexOf],
  );

  /** To a bead, wherever it is; where it is not in view (a filter), the focus stays. */
  const show = useCallback(
    (at: Focus): boolean => {
      const place = placeOf(at);
      if (place < 0) return false;
      setFocus(at);
      handle.current?.reveal(place);
      setGrab((count) => count + 1);
      return true;
    },
    [placeOf],
  );
  const goTo = useCallback(
    (bitextId: BitextId, bead: Bead | undefined): boolean =>
      bead !== undefined && show({ bitextId, beadId: bead.id }),
    [show],
  );

  /** By one bead within the column, or to its first or last one (infinite). From nowhere, to the first. */
  const step = useCallback(
    (delta: number) => {
      const { state, grid, order, focus } = now.current;
      const bitextId = focus && grid.bitextIds.includes(focus.bitextId) ? focus.bitextId : order[0];
      if (bitextId) goTo(bitextId, nextBead(grid, state.bitexts[bitextId], indexOf(focus), delta));
    },
    [goTo, indexOf],
  );

  /** To the bead of the next language that stands beside this one. False at the last column: Tab then leaves the grid. */
  const sideways = useCallback(
    (delta: 1 | -1): boolean => {
      const { grid, order, focus, state } = now.current;
      const bitextId = focus ? order[order.indexOf(focus.bitextId) + delta] : undefined;
      const place = placeOf(focus);
      if (!focus || !bitextId || place < 0) return false;
      const here = state.bitexts[focus.bitextId].beads[indexOf(focus)];
      const inBand = beadsOfPlace(grid, place, bitextId);
      const beside = inBand.find((bead) => bead.source.end > here.source.start) ?? inBand.at(-1);
      return goTo(bitextId, beside ?? nextInOrder(grid, bitextId, place));
    },
    [goTo, indexOf, placeOf],
  );

  /** Keeps the focus where the decision was, whatever became of the bead. */
  const settle = useCallback((at: Focus) => {
    setFocus(at);
    setGrab((count) => count + 1);
  }, []);

  /** To the focused bead if it is in view, else to the first one there is. */
  const first = useCallback(() => {
    const { focus, grid, order } = now.current;
    if (focus && placeOf(focus) >= 0) return settle(focus);
    for (const id of order) if (goTo(id, nextInOrder(grid, id, 0))) return;
  }, [goTo, placeOf, settle]);

  const look = useCallback((at: Focus) => {
    setFocus((now) => (now?.beadId === at.beadId && now.bitextId === at.bitextId ? now : at));
  }, []);

  useEffect(() => {
    if (!focus) return;
    const params = new URLSearchParams(window.location.search);
    params.set('bead', focus.beadId);
    window.history.replaceState(window.history.state, '', `?${params}`);
  }, [focus]);
  useEffect(() => {
    // A deep link: bring its bead into view once the rows are there.
    if (linked) show(linked);
  }, [linked, show]);

  const entry = useMemo((): Focus | null => {
    if (
      focus &&
      placeOfBead(grid, focus.bitextId, positionOf(state.bitexts[focus.bitextId], focus.beadId)) >= 0
    )
      return null;
    for (const id of order) {
      const bead = nextInOrder(grid, id, 0);
      if (bead) return { bitextId: id, beadId: bead.id };
    }
    return null;
  }, [focus, grid, order, state]);

  return { entry, focus, grab, handle, step, sideways, settle, first, show, goTo, look, indexOf, placeOf };
}
