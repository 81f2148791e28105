'use client';

import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import { type ReactNode, type RefObject, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import type { Band } from '@/lib/bitext/bands';
import { BandRow } from './BandRow';
import { ColumnHeader } from './ColumnHeader';
import { columnsFor, features, REFERENCE_COLUMN } from './gridColumns';

export type GridHandle = { reveal: (rowIndex: number) => void };

type Props = {
  bands: readonly Band[];
  referenceLang: string;
  bitexts: readonly { id: string; lang: string }[];
  /** Whether a band has something to show in this column; null shows everything. */
  filter: ((band: Band, bitextId: string) => boolean) | null;
  hidden: Readonly<Record<string, boolean>>;
  order: readonly string[];
  header: (bitextId: string | null) => ReactNode;
  onRows: (rows: readonly Band[]) => void;
  handle: RefObject<GridHandle | null>;
  empty: ReactNode;
  label: string;
};

/** Characters a line holds in a column, for a first guess of heights; rows are measured once they are seen. */
const CHARS_PER_LINE = 58;

/** The rows that are in sight, out of however many. A row is a band. */
export function BeadGrid(props: Props) {
  const { bands, referenceLang, bitexts, filter, hidden, order, header, onRows, handle, empty, label } =
    props;
  const t = useTranslations('BeadGrid');
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => columnsFor(referenceLang, bitexts), [referenceLang, bitexts]);
  const data = bands as Band[];
  const table = useTable(
    {
      features,
      columns,
      data,
      getRowId: (band) => band.id,
      state: {
        columnVisibility: hidden as Record<string, boolean>,
        columnOrder: order as string[],
        globalFilter: filter,
      },
      globalFilterFn: (row, columnId, test: NonNullable<Props['filter']>) => test(row.original, columnId),
      getColumnCanGlobalFilter: (column) => column.id !== REFERENCE_COLUMN,
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
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimateHeight(rows[index].original),
    getItemKey: (index) => rows[index].id,
    overscan: 4,
    scrollPaddingStart: 56,
    scrollPaddingEnd: 24,
  });
  useEffect(() => onRows(rows.map((row) => row.original)), [rows, onRows]);
  useImperativeHandle(
    handle,
    () => ({ reveal: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }) }),
    [virtualizer],
  );
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
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
              resizeLabel={t('resize')}
              onResize={one.getResizeHandler()}
              resizing={one.column.getIsResizing()}
            >
              {header(one.column.columnDef.meta?.bitextId ?? null)}
            </ColumnHeader>
          )),
        )}
      </div>
      {rows.length === 0 ? (
        <div className="p-6">{empty}</div>
      ) : (
        <div
          role="presentation"
          className="relative"
          style={{ height: virtualizer.getTotalSize(), minWidth }}
        >
          {virtualizer.getVirtualItems().map((item) => (
            <div
              key={item.key}
              role="row"
              tabIndex={-1}
              aria-rowindex={item.index + 2}
              data-index={item.index}
              data-testid="band"
              ref={virtualizer.measureElement}
              className="absolute top-0 left-0 w-full border-line border-b bg-surface"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <BandRow
                band={rows[item.index].original}
                columns={visible.map((column) => column.columnDef.meta!.bitextId)}
                template={template}
              />
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function estimateHeight(band: Band): number {
  const source = (band.reference.end - band.reference.start) / CHARS_PER_LINE + band.slots.length * 0.6;
  let tallest = source;
  for (const cells of Object.values(band.cells)) {
    let lines = 0;
    for (const { bead } of cells) lines += (bead.target.end - bead.target.start) / CHARS_PER_LINE + 1;
    tallest = Math.max(tallest, lines);
  }
  return 24 + Math.ceil(tallest) * 27;
}
