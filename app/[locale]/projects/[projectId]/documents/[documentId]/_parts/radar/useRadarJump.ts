'use client';

import { useMemo, useRef } from 'react';
import { rowOfBead } from '@/lib/bitext/bandRows';
import { positionOf } from '@/lib/bitext/find';
import { lowerBound } from '@/lib/bitext/segments';
import { beadsOfPlace, type GridRows, placeOfBead } from '../grid/gridRows';
import { nextInOrder } from '../grid/gridSteps';
import type { useGridFocus } from '../grid/useGridFocus';
import type { Focus } from '../WorkbenchContext';
import type { Sight } from './useSight';

/** Between two rows that a drag shows. */
const SCROLL_MS = 60;

/** The place of a row, or where a filter hides it the nearest one after it. */
export function placeNear(grid: GridRows, row: number): number {
  if (!grid.shown) return row;
  const place = lowerBound(grid.shown as unknown as readonly number[], row, (one) => one);
  return Math.min(place, grid.count - 1);
}

export type RadarJump = ReturnType<typeof useRadarJump>;

/** How the map moves the grid. The object never changes. */
export function useRadarJump(
  rows: GridRows,
  focus: ReturnType<typeof useGridFocus>,
  sight: Sight,
  leaveMark: () => void,
) {
  const now = useRef({ rows, focus });
  now.current = { rows, focus };
  return useMemo(() => {
    const toPlace = (place: number) => now.current.focus.handle.current?.reveal(place, 'center');
    let wanted: number | null = null;
    let timer: ReturnType<typeof setTimeout> | null = null;
    // A drag passes over thousands of rows: only some of them are drawn, and the last one always is.
    const follow = () => {
      const { rows } = now.current;
      if (wanted !== null && rows.count > 0) toPlace(placeNear(rows, wanted));
      timer = wanted === null ? null : setTimeout(follow, SCROLL_MS);
      wanted = null;
    };
    return {
      /** Brings a row into sight and leaves the focus where it is. */
      scroll: (row: number) => {
        wanted = row;
        if (timer !== null) return;
        follow();
      },
      /** By so many sights; the smallest step is a row. */
      turn: (sights: number) => {
        const [first, last] = sight.read();
        const by = Math.sign(sights) * Math.max(1, Math.round(Math.abs(sights) * (last - first)));
        const { count } = now.current.rows;
        if (count > 0) toPlace(Math.max(0, Math.min(count - 1, Math.round((first + last) / 2) + by)));
      },
      /** To a bead, with the focus; to the nearest one in view where a filter hides it. */
      go: (bitextId: string, index: number, row: number, isMarked = false) => {
        const { rows, focus } = now.current;
        wanted = null;
        if (rows.count === 0) return;
        const known = index >= 0 ? placeOfBead(rows, bitextId, index) : -1;
        const place = known >= 0 ? known : placeNear(rows, row);
        const b = rows.bitextIds.indexOf(bitextId);
        const bead =
          known >= 0
            ? rows.rows.bitexts[b].beads[index]
            : (beadsOfPlace(rows, place, bitextId)[0] ?? nextInOrder(rows, bitextId, place));
        if (!bead) return;
        const [first, last] = sight.read();
        if (!isMarked && (place < first || place > last)) leaveMark();
        if (focus.goTo(bitextId, bead)) toPlace(place);
      },
      /** To a bead that is known by its name. `isMarked`: the history knows the way back already. */
      to(at: Focus, isMarked = false): void {
        const { rows } = now.current;
        const b = rows.bitextIds.indexOf(at.bitextId);
        const index = b < 0 ? -1 : positionOf(rows.rows.bitexts[b], at.beadId);
        if (index >= 0) this.go(at.bitextId, index, rowOfBead(rows.rows, b, index), isMarked);
      },
    };
  }, [sight, leaveMark]);
}
