'use client';

import { useTranslations } from 'next-intl';
import { classes } from '@/app/_ui/classes';
import { Link, usePathname } from '@/lib/i18n/navigation';
import type { SaveState } from './DocumentStore';

/** Whether everything is with the server; always in sight. */
export function SaveMark({ saving, waiting }: { saving: SaveState; waiting: number }) {
  const t = useTranslations('SaveMark');
  const pathname = usePathname();
  return (
    <span
      role="status"
      data-saving={saving}
      className={classes(
        'px-2 text-sm tabular-nums',
        saving === 'offline' || saving === 'signedOut' ? 'font-medium text-bad' : 'text-ink-soft',
      )}
    >
      {t(saving, { count: waiting })}
      {saving === 'signedOut' && (
        // What waits is kept in this browser, and goes on its way once one is back.
        <>
          {' '}
          <Link
            href={{
              pathname: '/sign-in',
              // Without the locale, which the way there and the way back put before it.
              query: { next: `${pathname}${window.location.search}` },
            }}
            className="underline"
          >
            {t('signIn')}
          </Link>
        </>
      )}
    </span>
  );
}
