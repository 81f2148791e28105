'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Dialog } from '@/app/_ui/Dialog';
import { Notice } from '@/app/_ui/Notice';
import { useErrorText } from '@/app/_ui/useErrorText';
import { useRouter } from '@/lib/i18n/navigation';
import { useSubmit } from '../../../../../../_parts/useSubmit';
import { removeOneText } from '../../actions';

type Props = { textId: string; lang: string; name: string; isReference: boolean };

/** Takes a text away, after saying what goes with it. */
export function RemoveText({ textId, lang, name, isReference }: Props) {
  const t = useTranslations('TextsPage');
  const errorText = useErrorText();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { submit, pending, failure } = useSubmit(removeOneText, () => {
    setOpen(false);
    router.refresh();
  });
  return (
    <>
      <Button small look="danger" onClick={() => setOpen(true)}>
        {t('remove')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('removeTitle', { lang: name })}>
        <p>{t(isReference ? 'removeReference' : 'removeLead')}</p>
        {failure && <Notice tone="bad">{errorText(failure)}</Notice>}
        <div className="flex justify-end gap-2">
          <Button look="quiet" autoFocus onClick={() => setOpen(false)}>
            {t('cancel')}
          </Button>
          <Button look="danger" busy={pending} onClick={() => submit({ textId, lang })}>
            {t('remove')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
