'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Dialog, DialogActions } from '@/app/_ui/Dialog';

/** Confirms all machine beads in view that the engine is sure of; says how many before it does. */
export function ConfirmManyDialog({
  open,
  countAt,
  onClose,
  onConfirm,
}: {
  open: boolean;
  countAt: (threshold: number) => number;
  onClose: () => void;
  onConfirm: (threshold: number) => void;
}) {
  const t = useTranslations('ConfirmManyDialog');
  const [threshold, setThreshold] = useState(0.99);
  const count = open ? countAt(threshold) : 0;
  return (
    <Dialog open={open} onClose={onClose} title={t('title')}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm(threshold);
        }}
      >
        <label className="grid gap-1.5">
          <span className="font-medium text-sm">{t('threshold', { share: threshold })}</span>
          <input
            type="range"
            min={0.5}
            max={0.999}
            step={0.001}
            value={threshold}
            onChange={(event) => setThreshold(Number(event.target.value))}
            className="accent-accent"
          />
        </label>
        <p role="status">{t('count', { count })}</p>
        <DialogActions
          safe={
            <Button look="quiet" onClick={onClose}>
              {t('cancel')}
            </Button>
          }
        >
          <Button look="primary" type="submit" disabled={count === 0} data-autofocus>
            {t('confirm', { count })}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
