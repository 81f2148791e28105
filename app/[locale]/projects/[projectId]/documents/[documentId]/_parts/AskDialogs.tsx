'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Dialog } from '@/app/_ui/Dialog';
import { Checkbox, TextArea } from '@/app/_ui/Field';
import { Kbd } from '@/app/_ui/Kbd';
import { NULL_REASONS, type NullReason } from '@/lib/bitext/types';
import { keyCaps } from './keys';
import { COMMANDS, GROUPS } from './registry';

/** A remark on a bead: a comment, a dispute, or the reason for sending it back. */
export function RemarkDialog({
  what,
  onClose,
  onSend,
}: {
  what: 'comment' | 'dispute' | 'return' | null;
  onClose: () => void;
  onSend: (body: string) => void;
}) {
  const t = useTranslations('RemarkDialog');
  const [body, setBody] = useState('');
  const [missing, setMissing] = useState(false);
  const close = () => {
    setBody('');
    setMissing(false);
    onClose();
  };
  const send = () => {
    if (!body.trim()) return setMissing(true);
    onSend(body.trim());
    close();
  };
  return (
    <Dialog open={what !== null} onClose={close} title={what ? t(`${what}.title`) : ''}>
      {what && (
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <TextArea
            label={t(`${what}.label`)}
            rows={4}
            value={body}
            autoFocus
            maxLength={10_000}
            error={missing && t('missing')}
            onChange={(event) => setBody(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing)
                send();
            }}
          />
          <div className="flex justify-end gap-2">
            <Button look="quiet" onClick={close}>
              {t('cancel')}
            </Button>
            <Button look="primary" type="submit">
              {t(`${what}.send`)} <Kbd>Ctrl ↵</Kbd>
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

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
        className="grid gap-2"
        onKeyDown={(event) => {
          const reason = NULL_REASONS.find((one) => REASON_KEYS[one] === event.key.toLowerCase());
          if (!reason || event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing)
            return;
          event.preventDefault();
          onChoose(reason);
        }}
      >
        {splits && <p className="text-ink-soft">{t('splits')}</p>}
        {NULL_REASONS.map((reason, index) => (
          <button
            key={reason}
            type="button"
            autoFocus={index === 0}
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
      </div>
    </Dialog>
  );
}

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
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button look="primary" type="submit" disabled={count === 0} autoFocus>
            {t('confirm', { count })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Every command with its keys, read from the registry. */
export function HelpDialog({
  open,
  onClose,
  singleKeys,
  onSingleKeys,
}: {
  open: boolean;
  onClose: () => void;
  singleKeys: boolean;
  onSingleKeys: (on: boolean) => void;
}) {
  const t = useTranslations('HelpDialog');
  const names = useTranslations('Commands');
  return (
    <Dialog open={open} onClose={onClose} title={t('title')} wide>
      <div className="grid gap-6 sm:grid-cols-2">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3 className="mb-1.5 font-medium text-ink-soft text-sm">{t(`groups.${group}`)}</h3>
            <dl className="grid gap-1.5">
              {COMMANDS.filter((row) => row.group === group).map((row) => (
                <div key={row.id} className="flex items-baseline justify-between gap-4">
                  <dt>{names(row.id)}</dt>
                  <dd className="flex shrink-0 gap-1">
                    {keyCaps(row.keys[0]).map((cap) => (
                      <Kbd key={cap}>{cap}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section>
          <h3 className="mb-1.5 font-medium text-ink-soft text-sm">{t('inText')}</h3>
          <dl className="grid gap-1.5">
            {(['save', 'leave', 'nextSegment', 'cutSegment'] as const).map((key) => (
              <div key={key} className="flex items-baseline justify-between gap-4">
                <dt>{t(`editing.${key}`)}</dt>
                <dd>
                  <Kbd>{{ save: 'Enter', leave: 'Esc', nextSegment: 'Tab', cutSegment: 'Ctrl ;' }[key]}</Kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      <Checkbox
        label={t('singleKeys')}
        hint={t('singleKeysHint')}
        checked={singleKeys}
        onChange={(event) => onSingleKeys(event.target.checked)}
      />
      <div className="flex justify-end">
        <Button look="primary" onClick={onClose} autoFocus>
          {t('close')}
        </Button>
      </div>
    </Dialog>
  );
}
