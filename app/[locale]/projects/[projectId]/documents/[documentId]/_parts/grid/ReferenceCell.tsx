'use client';

import { useTranslations } from 'next-intl';
import type { MouseEvent } from 'react';
import { classes } from '@/app/_ui/classes';
import type { Band } from '@/lib/bitext/bands';
import { useActions, useDocumentView, useView } from '../WorkbenchContext';
import { SegmentText } from './SegmentText';
import { SentenceNumber } from './SentenceNumber';

/** The band's sentences, numbered, one a line; those of the focused bead stand out. */
export function ReferenceCell({ band, column }: { band: Band; column: number }) {
  const t = useTranslations('BeadGrid');
  const { referenceTextId } = useDocumentView();
  const { focus, focusedBead, cutting, pin } = useView();
  const actions = useActions();
  /** A sentence stands for its bead, in the language that one is at or else the first. */
  const choose = (event: MouseEvent<HTMLElement>) => {
    const target = event.target as Element;
    const at = target.closest<HTMLElement>('[data-source-at]')?.dataset.sourceAt;
    // What is inside and has clicks of its own keeps them; words that somebody selects stay selected.
    if (at === undefined || target.closest('button, textarea') || !window.getSelection()?.isCollapsed) return;
    const inLanguage = focus ? band.cells[focus.bitextId] : undefined;
    const bead = (inLanguage ? [inLanguage] : Object.values(band.cells))
      .flatMap((cells) => cells.map((cell) => cell.bead))
      .find(({ source }) => source.start <= Number(at) && Number(at) < source.end);
    if (bead)
      event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-bead="${bead.id}"]`)?.focus();
  };
  let number = band.firstSegment;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: by key, the arrows lead to the bead.
    <div
      role="gridcell"
      tabIndex={-1}
      aria-colindex={column}
      onClick={choose}
      className="grid min-w-0 grid-rows-subgrid border-line border-r bg-paper last:border-r-0"
      style={{ gridColumn: column, gridRow: `1 / span ${band.slots.length}` }}
    >
      {band.slots.map(({ segment }, index) => {
        if (!segment)
          return (
            <p // biome-ignore lint/suspicious/noArrayIndexKey: an empty line has nothing but its place.
              key={`added-${index}`}
              className="px-4 py-2 text-ink-faint text-sm italic"
            >
              {t('noReference')}
            </p>
          );
        number++;
        const inFocus =
          focusedBead && segment.start >= focusedBead.source.start && segment.end <= focusedBead.source.end;
        const cutHere = cutting?.side === 'source' && cutting.places[cutting.chosen] === segment.start;
        const inner = inFocus && segment.start > focusedBead.source.start;
        return (
          <div
            key={segment.start}
            data-source-at={segment.start}
            data-source-end={segment.end}
            className={classes(
              'group relative flex gap-3 px-4 py-1.5',
              inFocus && 'bg-accent-soft/60',
              cutHere && 'border-bad border-t-2 border-dashed',
              pin?.at === segment.start && 'bg-warn-soft ring-2 ring-warn ring-inset',
            )}
          >
            <SentenceNumber number={number} at={segment.start} />
            <SegmentText textId={referenceTextId} span={segment} beadId={focusedBead?.id ?? null} />
            {inner && !cutHere && (
              <button
                type="button"
                tabIndex={-1}
                onClick={() => actions.cutBefore(focusedBead.id, 'source', segment.start)}
                className="absolute -top-3 left-2 z-10 hidden rounded border border-line-strong bg-surface px-1.5 text-xs shadow-raised group-hover:block"
                title={t('cutHere')}
              >
                ✂
              </button>
            )}
          </div>
        );
      })}
    </div>
  );
}
