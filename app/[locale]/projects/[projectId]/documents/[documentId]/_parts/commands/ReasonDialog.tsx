'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/_ui/Button';
import { Dialog, DialogActions } from '@/app/_ui/Dialog';
import { Kbd } from '@/app/_ui/Kbd';
import { NULL_REASONS, type NullReason } from '@/lib/bitext/types';

/** First letters of the reasons in English: the same keys in every language of the interface. */
const REASON_KEYS: Record<NullReason, string> = {
  omitted: 'o',
  added: 'a',
  boilerplate: 'b',
  moved: 'm',
  segmentation: 's',
};

/** Why a bead has no counterpart: one letter, or a click. */
export function ReasonDialog({
  open,
  splits,
  onClose,
  onChoose,
}: {
  open: boolean;
  /** The bead has two sides, which will be taken apart. */
  splits: boolean;
  onClose: () => void;
  onChoose: (reason: NullReason) => void;
}) {
  const t = useTranslations('ReasonDialog');
  const reasons = useTranslations('Reasons');
  return (
    <Dialog open={open} onClose={onClose} title={t('title')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are the controls; this only hears their letters. */}
      <div
        // No option has the focus at first: a second Enter, or one held down, must not choose a reason.
        tabIndex={-1}
        data-autofocus
        data-own-focus
        className="grid gap-2 outline-none"
        onKeyDown={(event) => {
          const reason = NULL_REASONS.find((one) => REASON_KEYS[one] === event.key.toLowerCase());
          if (
            !reason ||
            event.repeat ||
            event.ctrlKey ||
            event.altKey ||
            event.metaKey ||
            event.nativeEvent.isComposing
          )
            return;
          event.preventDefault();
          onChoose(reason);
        }}
      >
        {splits && <p className="text-ink-soft">{t('splits')}</p>}
        {NULL_REASONS.map((reason) => (
          <button
            key={reason}
            type="button"
            onClick={() => onChoose(reason)}
            className="flex items-center gap-3 rounded-md border border-line px-3 py-2 text-left hover:bg-hover"
          >
            <Kbd>{REASON_KEYS[reason].toUpperCase()}</Kbd>
            <span>
              <span className="font-medium">{reasons(`${reason}.name`)}</span>
              <span className="block text-ink-soft text-sm">{reasons(`${reason}.long`)}</span>
            </span>
          </button>
        ))}
        <DialogActions
          safe={
            <Button look="quiet" onClick={onClose}>
              {t('cancel')}
            </Button>
          }
        />
      </div>
    </Dialog>
  );
}
