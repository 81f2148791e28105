'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/_ui/Button';
import { ProgressBar } from '@/app/_ui/ProgressBar';
import type { SendProgress } from './sendForm';

/** How far a form is on its way, and the way to stop it. */
export function SendingBar({ progress, onCancel }: { progress: SendProgress; onCancel: () => void }) {
  const t = useTranslations('Sending');
  const step = t('step', { step: progress.step });
  return (
    <div className="flex items-center gap-4 rounded-lg border border-line bg-surface px-4 py-3">
      <div className="grid flex-1 gap-1.5">
        <p className="flex justify-between gap-4 text-sm">
          {/* The number changes too often to be read out. */}
          <span role="status">{step}</span>
          <span className="text-ink-soft tabular-nums">{t('share', { share: progress.share })}</span>
        </p>
        <ProgressBar label={step} value={progress.share} />
      </div>
      <Button small look="quiet" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </div>
  );
}
