'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { classes } from '@/app/_ui/classes';
import { STATUS_BRACKET, StatusMark } from '@/app/_ui/StatusMark';
import type { Cell } from '@/lib/bitext/bands';
import { segmentCount, segmentsIn } from '@/lib/bitext/segments';
import { isEmpty, isNull } from '@/lib/bitext/types';
import { shownConfidence } from '../inspector/shownConfidence';
import { hueOf } from '../live/People';
import { useActions, useDocumentView, useView } from '../WorkbenchContext';
import { BorderHandle } from './BorderHandle';
import { SegmentText } from './SegmentText';

/** A bead in its column: a bracket over the sentences it belongs to, its text, its status. */
export function BeadCell({ cell, bitextId, column }: { cell: Cell; bitextId: string; column: number }) {
  const t = useTranslations('BeadGrid');
  const status = useTranslations('Status');
  const reasons = useTranslations('Reasons');
  const { state, disputed, commented, findings } = useDocumentView();
  const { focus, entry, grab, editing, cutting, ghosts, others, mayEdit } = useView();
  const actions = useActions();
  const { bead, from, to } = cell;
  const bitext = state.bitexts[bitextId];
  const element = useRef<HTMLDivElement>(null);
  const focused = focus?.beadId === bead.id;
  const ghost = ghosts.has(bead.id);
  useEffect(() => {
    if (!focused || !grab || editing) return;
    element.current?.focus({ preventScroll: true });
    intoColumnSight(element.current);
  }, [focused, grab, editing]);
  const target = state.texts[bitext.targetTextId];
  const segments = segmentsIn(target, bead.target);
  const sources = segmentCount(state.texts[bitext.sourceTextId], bead.source);
  const shape = `${sources}–${segments.length}`;
  const confidence = bead.confidence === null ? null : Math.round(100 * shownConfidence(bead.confidence));
  const summary = t('summary', {
    status: status(bead.status),
    source: sources,
    target: segments.length,
    disputed: disputed.has(bead.id) ? 'yes' : 'no',
  });
  return (
    <div
      ref={element}
      role="gridcell"
      aria-colindex={column}
      aria-selected={focused}
      aria-label={summary}
      aria-describedby={`bead-${bead.id}`}
      tabIndex={(entry ?? focus)?.beadId === bead.id ? 0 : -1}
      data-bead={bead.id}
      data-bitext={bitextId}
      data-status={bead.status}
      data-ghost={ghost || undefined}
      data-own-focus
      onFocus={() => actions.focus({ bitextId, beadId: bead.id })}
      onMouseDown={(event) => {
        // The text field inside keeps its own clicks.
        if (!(event.target instanceof HTMLTextAreaElement)) actions.focus({ bitextId, beadId: bead.id });
      }}
      className={classes(
        'group relative flex min-w-0 flex-col border-l-4 py-1.5 pr-4 pl-4 outline-none',
        from > 0 && 'border-t border-t-line',
        ghost ? 'border-accent border-dashed bg-accent-soft/40' : STATUS_BRACKET[bead.status],
        isNull(bead) && 'bg-[repeating-linear-gradient(-45deg,transparent_0_7px,var(--sunken)_7px_9px)]',
        focused && 'bg-accent-soft/60 ring-2 ring-focus ring-inset',
      )}
      style={{ gridRow: `${from + 1} / ${to + 1}` }}
    >
      <div id={`bead-${bead.id}`} className="grid gap-1.5">
        {segments.map((segment) => (
          <div
            key={segment.start}
            data-target-at={segment.start}
            data-target-end={segment.end}
            className={classes(
              'relative flex gap-2',
              cutting?.beadId === bead.id &&
                cutting.side === 'target' &&
                cutting.places[cutting.chosen] === segment.start &&
                'border-bad border-t-2 border-dashed',
            )}
          >
            <SegmentText textId={bitext.targetTextId} span={segment} beadId={bead.id} />
          </div>
        ))}
        {isEmpty(bead.target) && (
          <p className="py-1 text-ink-soft text-sm italic">
            {bead.reason ? reasons(`${bead.reason}.long`) : t('noTranslation')}
          </p>
        )}
        {isEmpty(bead.source) && bead.reason && (
          <p className="text-ink-soft text-sm italic">{reasons(`${bead.reason}.long`)}</p>
        )}
      </div>
      <div className="mt-auto flex items-center gap-2 pt-1 text-ink-faint text-xs tabular-nums">
        {ghost ? (
          <span className="font-medium text-accent">{t('ghost')}</span>
        ) : (
          <>
            <StatusMark status={bead.status} className="size-3.5" />
            <span>{status(bead.status)}</span>
          </>
        )}
        <span aria-hidden="true">{shape}</span>
        {confidence !== null && (ghost || bead.status === 'machine') && (
          <span className={classes(confidence < 70 && 'font-medium text-warn')}>
            {t('confidence', { percent: confidence })}
          </span>
        )}
        {disputed.has(bead.id) && (
          <span className="rounded bg-bad-soft px-1 font-medium text-bad">{t('disputed')}</span>
        )}
        {commented.has(bead.id) && (
          <span className="rounded bg-info-soft px-1 text-info">{t('commented')}</span>
        )}
        {findings.has(bead.id) && (
          <span className="rounded bg-warn-soft px-1 text-warn">
            {t('findings', { count: findings.get(bead.id)!.length })}
          </span>
        )}
        {others.get(bead.id)?.map((one) => (
          <span key={one.clientId} className={classes('rounded px-1 font-medium', hueOf(one.userId))}>
            {one.name}
          </span>
        ))}
      </div>
      {focused && !ghost && mayEdit(bitextId) && <BorderHandle bead={bead} />}
    </div>
  );
}

/** Where the columns don't fit beside each other, the grid goes sideways to the one with the focus; the page never does. */
function intoColumnSight(cell: HTMLElement | null): void {
  const grid = cell?.closest('[role="grid"]');
  if (!cell || !grid) return;
  const [own, sight] = [cell.getBoundingClientRect(), grid.getBoundingClientRect()];
  if (own.left < sight.left || own.width > sight.width) grid.scrollLeft += own.left - sight.left;
  else if (own.right > sight.right) grid.scrollLeft += own.right - sight.right;
}
