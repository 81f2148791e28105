'use client';

import { memo } from 'react';
import type { Band } from '@/lib/bitext/bands';
import { BeadCell } from './BeadCell';
import { ReferenceCell } from './ReferenceCell';

type Props = { band: Band; columns: readonly (string | null)[]; template: string };

/**
 * One row: the sentences of the band, one a line, and beside them each language's beads, spanning
 * exactly the lines of their sentences.
 */
export const BandRow = memo(function BandRow({ band, columns, template }: Props) {
  return (
    <div
      role="presentation"
      className="grid"
      style={{ gridTemplateColumns: template, gridTemplateRows: `repeat(${band.slots.length}, auto)` }}
    >
      {columns.map((bitextId, index) =>
        bitextId === null ? (
          <ReferenceCell key="reference" band={band} column={index + 1} />
        ) : (
          <div
            key={bitextId}
            role="presentation"
            className="grid min-w-0 grid-rows-subgrid border-line border-r last:border-r-0"
            style={{ gridColumn: index + 1, gridRow: `1 / span ${band.slots.length}` }}
          >
            {band.cells[bitextId]?.map((cell) => (
              <BeadCell key={cell.bead.id} cell={cell} bitextId={bitextId} column={index + 1} />
            ))}
          </div>
        ),
      )}
    </div>
  );
});
