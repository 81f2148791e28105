'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/_ui/Button';
import type { AttachSides } from './AttachForm';

type Props = {
  files: readonly File[];
  sides: AttachSides;
  busy: boolean;
  onAnswer: (order: 'sourceFirst' | 'targetFirst') => void;
  onAgain: () => void;
};

/** Which text stands first in the links, of files that do not say and fit both ways round. */
export function OrderQuestion({ files, sides, busy, onAnswer, onAgain }: Props) {
  const t = useTranslations('AttachForm');
  return (
    <div className="grid gap-4 rounded-xl border border-line bg-surface p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h2 className="break-all font-semibold text-lg">{files.map(({ name }) => name).join(', ')}</h2>
        <Button look="quiet" onClick={onAgain} disabled={busy}>
          {t('another')}
        </Button>
      </div>
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-medium text-sm">{t('order')}</legend>
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => onAnswer('sourceFirst')} disabled={busy}>
            {sides.referenceName}
          </Button>
          <Button onClick={() => onAnswer('targetFirst')} disabled={busy}>
            {sides.translationName}
          </Button>
        </div>
      </fieldset>
    </div>
  );
}
