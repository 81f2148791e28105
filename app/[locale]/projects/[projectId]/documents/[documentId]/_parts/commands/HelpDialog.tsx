'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/_ui/Button';
import { Dialog } from '@/app/_ui/Dialog';
import { Checkbox } from '@/app/_ui/Field';
import { Kbd } from '@/app/_ui/Kbd';
import { keyCaps } from './keys';
import { COMMANDS, GROUPS } from './registry';

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
      <div tabIndex={-1} data-autofocus data-own-focus className="grid gap-6 outline-none sm:grid-cols-2">
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
        <Button look="primary" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
    </Dialog>
  );
}
