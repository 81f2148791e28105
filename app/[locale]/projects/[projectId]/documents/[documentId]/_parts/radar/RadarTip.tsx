'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { StatusMark } from '@/app/_ui/StatusMark';
import type { BandRows } from '@/lib/bitext/bandRows';
import { segmentCount } from '@/lib/bitext/segments';
import type { Bead } from '@/lib/bitext/types';
import { shownConfidence } from '../inspector/shownConfidence';
import { useDocumentView } from '../WorkbenchContext';
import { isUnsaid } from './radarPixels';

type Props = {
  rows: BandRows;
  row: number;
  /** Height of what it speaks of, as a share of the map. */
  top: number;
  /** What a click leads to in each translation; the one under the pointer is set in bold. */
  beads: readonly { name: string; bead: Bead | undefined; strong: boolean }[];
};

/** What is at a place of the map: row, and for each translation how the bead is drawn and how it stands. */
export function RadarTip({ rows, row, top, beads }: Props) {
  const t = useTranslations('Radar');
  const status = useTranslations('Status');
  const format = useFormatter();
  const { state, disputed, findings } = useDocumentView();
  const shapeOf = (bead: Bead, b: number) => {
    const { sourceTextId, targetTextId } = rows.bitexts[b];
    return `${segmentCount(state.texts[sourceTextId], bead.source)}–${segmentCount(state.texts[targetTextId], bead.target)}`;
  };
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute right-full z-30 mr-2 grid w-max max-w-72 gap-0.5 rounded-md border border-line bg-surface px-3 py-2 text-sm shadow-raised"
      style={{ top: `clamp(0px, ${top * 100}% - 2.5rem, 100% - 6.5rem)` }}
    >
      <p className="text-ink-soft tabular-nums">
        {t('at', { row: format.number(row + 1), count: format.number(rows.count) })}
      </p>
      {beads.map(({ name, bead, strong }, b) => (
        <p key={rows.bitexts[b].id} className={strong ? 'font-medium' : undefined}>
          {name}:{' '}
          {bead ? (
            <>
              <span className="tabular-nums">{shapeOf(bead, b)}</span>{' '}
              <StatusMark status={bead.status} className="size-3.5" /> {status(bead.status)}
              {bead.status === 'machine' && bead.confidence !== null && (
                <span className="tabular-nums">
                  {' '}
                  {format.number(shownConfidence(bead.confidence), { style: 'percent' })}
                </span>
              )}
              {isUnsaid(bead) && <span className="text-ink-soft"> · {t('unsure')}</span>}
              {disputed.has(bead.id) && <span className="text-bad"> · {t('disputed')}</span>}
              {findings.has(bead.id) && (
                <span className="text-warn">
                  {' '}
                  · {t('findings', { count: findings.get(bead.id)!.length })}
                </span>
              )}
            </>
          ) : (
            t('nothing')
          )}
        </p>
      ))}
    </div>
  );
}
