'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Dialog, DialogActions } from '@/app/_ui/Dialog';
import { Checkbox } from '@/app/_ui/Field';
import { Kbd } from '@/app/_ui/Kbd';
import { Notice } from '@/app/_ui/Notice';
import { useErrorText } from '@/app/_ui/useErrorText';
import { KeyCatcher } from './KeyCatcher';
import { useKeys } from './KeymapContext';
import { FIXED } from './keymap';
import { keyCaps } from './keys';
import { COMMANDS, type CommandId, GROUPS } from './registry';

/** Every command with its keys, read from the registry; each key can be changed. */
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
  const errorText = useErrorText();
  const { keymap, changed, saving, failure, reset } = useKeys();
  const [changing, setChanging] = useState<CommandId | null>(null);
  return (
    <Dialog open={open} onClose={onClose} title={t('title')} wide>
      <p className="text-ink-soft text-sm">
        {t('lead', { key: keyCaps(keymap.palette[0] ?? '').join(' ') })}
      </p>
      {failure && <Notice tone="bad">{errorText(failure)}</Notice>}
      <div
        tabIndex={-1}
        data-autofocus
        data-own-focus
        data-testid="keys"
        aria-busy={saving}
        className="gap-8 outline-none sm:columns-2"
      >
        {GROUPS.map((group) => (
          <section key={group} className="mb-6 break-inside-avoid">
            <h3 className="mb-1.5 font-medium text-ink-soft text-sm">{t(`groups.${group}`)}</h3>
            <dl className="grid">
              {COMMANDS.filter((row) => row.group === group).map(({ id }) => (
                <div key={id} className="flex min-h-8 items-center justify-between gap-4">
                  <dt>{names(id)}</dt>
                  <dd className="flex shrink-0 items-center gap-1">
                    {changing === id ? (
                      <KeyCatcher id={id} onDone={() => setChanging(null)} />
                    ) : (
                      <button
                        type="button"
                        disabled={FIXED.has(id)}
                        title={FIXED.has(id) ? undefined : t('change')}
                        aria-label={`${keyCaps(keymap[id][0] ?? '').join(' ')}. ${t('changeOf', { command: names(id) })}`}
                        onClick={() => setChanging(id)}
                        className="flex min-h-8 items-center gap-1 rounded-md px-1 enabled:hover:bg-hover"
                      >
                        {keyCaps(keymap[id][0] ?? '').map((cap) => (
                          <Kbd key={cap}>{cap}</Kbd>
                        ))}
                      </button>
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section className="mb-6 break-inside-avoid">
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
      <DialogActions
        safe={
          changed && (
            <Button look="quiet" onClick={reset}>
              {t('reset')}
            </Button>
          )
        }
      >
        <Button look="primary" onClick={onClose}>
          {t('close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
