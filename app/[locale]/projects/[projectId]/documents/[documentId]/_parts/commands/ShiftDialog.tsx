'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/_ui/Button';
import { Dialog, DialogActions } from '@/app/_ui/Dialog';
import type { Bead } from '@/lib/bitext/types';

/** A shift along a run says what it would change before it changes it. */
export function ShiftDialog({
  open,
  planned,
  onClose,
  onConfirm,
}: {
  open: boolean;
  /** Null when the run is too short to shift. */
  planned: { run: readonly Bead[]; approved: number } | null;
  onClose: () => void;
  onConfirm: () => void;
}) {
  const t = useTranslations('ShiftDialog');
  const drawn = planned?.run.filter((bead) => bead.status === 'proposed').length ?? 0;
  return (
    <Dialog open={open} onClose={onClose} title={t('title')}>
      <p role="status">
        {planned
          ? t('count', { count: planned.run.length, drawn, approved: planned.approved })
          : t('tooShort')}
      </p>
      <DialogActions
        safe={
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        }
      >
        <Button look="primary" onClick={onConfirm} disabled={!planned} data-autofocus>
          {t('confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
