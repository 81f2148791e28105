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
        <p role="status" className="text-sm">
          {step}
        </p>
        <ProgressBar label={step} value={progress.share} />
      </div>
      <Button small look="quiet" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </div>
  );
}
