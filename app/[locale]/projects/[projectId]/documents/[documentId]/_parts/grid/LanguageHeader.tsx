'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { Button } from '@/app/_ui/Button';
import { STATUS_FILL } from '@/app/_ui/StatusMark';
import { progressOf } from '@/lib/bitext/progress';
import { BEAD_STATUSES, type Bead } from '@/lib/bitext/types';

/** A translation's column head: its language, and how far it is. */
export function LanguageHeader({
  name,
  beads,
  disputed,
  move,
  onHide,
}: {
  name: string;
  beads: readonly Bead[];
  disputed: ReadonlySet<string>;
  /** The button that moves the column, if it can move. */
  move: ReactNode;
  onHide: (() => void) | null;
}) {
  const t = useTranslations('LanguageHeader');
  const status = useTranslations('Status');
  const format = useFormatter();
  const progress = useMemo(() => progressOf(beads, disputed), [beads, disputed]);
  const done = progress.confirmed + progress['self-reviewed'] + progress.approved;
  const parts = BEAD_STATUSES.filter((name) => progress[name] > 0);
  const spoken = parts.map((name) => `${status(name)}: ${progress[name]}`).join(', ');
  return (
    // Heads of all columns are as high as the highest: their bars stand in one line at the foot.
    <div className="@container flex flex-1 flex-col justify-between gap-1">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2 @sm:grid-cols-[auto_minmax(0,1fr)_auto]">
        <span className="font-semibold sm:leading-8">{name}</span>
        <span className="order-last col-span-2 text-ink-soft text-sm tabular-nums @sm:order-none @sm:col-span-1">
          {t('done', {
            done,
            all: progress.beads,
            share: format.number(progress.beads ? done / progress.beads : 0, { style: 'percent' }),
          })}
        </span>
        <span className="flex justify-self-end max-sm:hidden">
          {move}
          {onHide && (
            <Button look="quiet" small onClick={onHide} aria-label={t('hide', { lang: name })}>
              {t('hideShort')}
            </Button>
          )}
        </span>
      </div>
      <div
        role="img"
        aria-label={spoken}
        title={spoken}
        className="flex h-1.5 overflow-hidden rounded-full bg-sunken"
      >
        {parts.toReversed().map((name) => (
          <span
            key={name}
            className={STATUS_FILL[name]}
            style={{ width: `${(100 * progress[name]) / progress.beads}%` }}
          />
        ))}
      </div>
    </div>
  );
}
