'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Button } from '@/app/_ui/Button';
import { Page } from '@/app/_ui/Page';

/** A page that failed. The digest is what the server's log has beside the cause. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations('ErrorPage');
  useEffect(() => console.error(error), [error]);
  return (
    <Page title={t('title')} lead={t('lead')} narrow>
      {error.digest && <p className="mb-4 text-ink-soft">{t('reference', { reference: error.digest })}</p>}
      <Button look="primary" onClick={reset}>
        {t('retry')}
      </Button>
    </Page>
  );
}
