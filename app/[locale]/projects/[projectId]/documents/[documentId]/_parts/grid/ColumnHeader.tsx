import type { MouseEvent, ReactNode, TouchEvent } from 'react';
import { classes } from '@/app/_ui/classes';

type Props = {
  /** Of the column. */
  id: string;
  children: ReactNode;
  resizeLabel: string;
  onResize: (event: unknown) => void;
  resizing: boolean;
};

/** A column's head, with the handle that makes it wider. */
export function ColumnHeader({ id, children, resizeLabel, onResize, resizing }: Props) {
  return (
    <div
      role="columnheader"
      tabIndex={-1}
      data-column-head={id}
      className="relative flex min-w-0 flex-col border-line border-r px-4 py-2 last:border-r-0"
    >
      {children}
      <div
        aria-hidden="true"
        title={resizeLabel}
        onMouseDown={(event: MouseEvent) => onResize(event)}
        onTouchStart={(event: TouchEvent) => onResize(event)}
        className={classes(
          'absolute inset-y-0 -right-1 z-10 w-2 cursor-col-resize touch-none hover:bg-accent/40',
          resizing && 'bg-accent/60',
        )}
      />
    </div>
  );
}
