'use client';

import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import {
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
} from 'react';
import type { Band } from '@/lib/bitext/bands';
import { BandRow } from './BandRow';
import { ColumnHeader } from './ColumnHeader';
import { columnsFor, features } from './gridColumns';
import { bandOfPlace, estimateHeight, type GridRows, keyOfPlace, sameLayout } from './gridRows';
import { reuseBands } from './reuseBands';

export type GridHandle = {
  /** Scrolls as little as shows the row, or so that it stands in the middle. */
  reveal: (place: number, align?: 'auto' | 'center') => void;
  /** The places in sight, first and last. */
  sight: () => [number, number];
};

const FOOT = {
  none: { paddingPx: 24, height: '' },
  line: { paddingPx: 72, height: 'h-18' },
  list: { paddingPx: 240, height: 'h-[35dvh]' },
} as const;

type Props = {
  grid: GridRows;
  referenceLang: string;
  bitexts: readonly { id: string; lang: string }[];
  hidden: Readonly<Record<string, boolean>>;
  order: readonly string[];
  header: (bitextId: string | null) => ReactNode;
  /** Told of the rows that are drawn, so that their words can be fetched. */
  onSight: (bands: readonly Band[], places: readonly [number, number]) => void;
  handle: RefObject<GridHandle | null>;
  empty: ReactNode;
  /** How tall what lies over the foot of the grid is: the last rows can be scrolled out from under it. */
  foot: 'none' | 'line' | 'list';
  label: string;
};

/** Rows drawn above and below those in sight. */
const OVERSCAN = 4;

/** The rows that are in sight, out of however many. A row is a band. */
export function BeadGrid(props: Props) {
  const { grid, referenceLang, bitexts, hidden, order, header, onSight, handle, empty, foot, label } = props;
  const t = useTranslations('BeadGrid');
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => columnsFor(referenceLang, bitexts), [referenceLang, bitexts]);
  // The virtualizer counts all rows anew when it is given another function; most edits leave them as they are.
  const laidOut = useRef(grid);
  if (!sameLayout(laidOut.current, grid)) laidOut.current = grid;
  const layout = laidOut.current;
  const getItemKey = useCallback((place: number) => keyOfPlace(layout, place), [layout]);
  const virtualizer = useVirtualizer({
    count: layout.count,
    getScrollElement: () => scroller.current,
    estimateSize: (place) => estimateHeight(layout, place),
    getItemKey,
    overscan: OVERSCAN,
    scrollPaddingStart: 56,
    // The row that has the focus comes out from under what lies over the foot.
    scrollPaddingEnd: FOOT[foot].paddingPx,
  });
  const items = virtualizer.getVirtualItems().filter((item) => item.index < grid.count);
  const earlier = useRef<Band[]>([]);
  const places = items.map((item) => item.index).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `places` says which items there are.
  const data = useMemo(() => {
    earlier.current = reuseBands(
      earlier.current,
      items.map((item) => bandOfPlace(grid, item.index)),
    );
    return earlier.current;
  }, [grid, places]);
  const table = useTable(
    {
      features,
      columns,
      data,
      getRowId: (band) => band.id,
      state: { columnVisibility: hidden as Record<string, boolean>, columnOrder: order as string[] },
      columnResizeMode: 'onChange',
    },
    (state) => ({ sizing: state.columnSizing, resizing: state.columnResizing }),
  );
  const { rows } = table.getRowModel();
  const visible = table.getVisibleLeafColumns();
  const template = visible
    .map((column) => `minmax(${column.columnDef.minSize}px, ${column.getSize()}fr)`)
    .join(' ');
  // On a narrow screen the columns keep a readable width, and the grid scrolls sideways.
  const minWidth = visible.reduce((sum, column) => sum + (column.columnDef.minSize ?? 0), 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `data` is what `items` show.
  useEffect(() => {
    if (items.length) onSight(data, [items[0].index, items.at(-1)!.index]);
  }, [data, onSight]);
  useImperativeHandle(
    handle,
    () => ({
      reveal: (place, align = 'auto') => virtualizer.scrollToIndex(place, { align }),
      sight: () => {
        const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: 0 };
        return [startIndex, endIndex];
      },
    }),
    [virtualizer],
  );
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={grid.count + 1}
      aria-colcount={visible.length}
      className="relative h-full overflow-auto bg-sunken"
      data-testid="grid"
    >
      <div
        role="row"
        aria-rowindex={1}
        tabIndex={-1}
        className="sticky top-0 z-20 grid border-line border-b bg-paper"
        style={{ gridTemplateColumns: template, minWidth }}
      >
        {table.getHeaderGroups().flatMap((group) =>
          group.headers.map((one) => (
            <ColumnHeader
              key={one.id}
              id={one.column.id}
              resizeLabel={t('resize')}
              onResize={one.getResizeHandler()}
              resizing={one.column.getIsResizing()}
            >
              {header(one.column.columnDef.meta?.bitextId ?? null)}
            </ColumnHeader>
          )),
        )}
      </div>
      {grid.count === 0 ? (
        <div className="p-6">{empty}</div>
      ) : (
        <div
          role="presentation"
          className="relative"
          style={{ height: virtualizer.getTotalSize(), minWidth }}
        >
          {items.map((item, k) => (
            <div
              key={item.key}
              role="row"
              tabIndex={-1}
              aria-rowindex={item.index + 2}
              aria-label={rowLabel(t, rows[k].original, item.index)}
              data-index={item.index}
              data-testid="band"
              ref={virtualizer.measureElement}
              className="absolute top-0 left-0 w-full border-line border-b bg-surface"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <BandRow
                band={rows[k].original}
                columns={visible.map((column) => column.columnDef.meta!.bitextId)}
                template={template}
              />
            </div>
          ))}
        </div>
      )}
      {foot !== 'none' && <div className={FOOT[foot].height} />}
    </div>
  );
}

/** What the row holds, for those who hear it: its number and the numbers of its sentences. */
function rowLabel(t: ReturnType<typeof useTranslations<'BeadGrid'>>, band: Band, place: number): string {
  const count = band.slots.filter((slot) => slot.segment).length;
  const first = band.firstSegment + 1;
  return t('row', { row: place + 1, count, first, last: band.firstSegment + count });
}
