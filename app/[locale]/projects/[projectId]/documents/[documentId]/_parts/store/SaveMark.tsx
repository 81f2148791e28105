'use client';

import { useTranslations } from 'next-intl';
import { classes } from '@/app/_ui/classes';
import type { SaveState } from './DocumentStore';

/** Whether everything is with the server; always in sight. */
export function SaveMark({ saving, waiting }: { saving: SaveState; waiting: number }) {
  const t = useTranslations('SaveMark');
  return (
    <span
      role="status"
      data-saving={saving}
      className={classes(
        'px-2 text-sm tabular-nums',
        saving === 'offline' ? 'font-medium text-bad' : 'text-ink-soft',
      )}
    >
      {t(saving, { count: waiting })}
    </span>
  );
}
