'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Dialog } from '@/app/_ui/Dialog';
import { useRouter } from '@/lib/i18n/navigation';
import { Form } from '../../_parts/Form';
import { useHydrated } from '../../_parts/useHydrated';
import { useSubmit } from '../../_parts/useSubmit';
import { withdrawToken } from '../actions';

/** Takes a token back, once that has been confirmed. */
export function RevokeToken({ id, name }: { id: string; name: string }) {
  const t = useTranslations('RevokeToken');
  const router = useRouter();
  const hydrated = useHydrated();
  const [open, setOpen] = useState(false);
  const { submit, pending, failure } = useSubmit(withdrawToken, () => {
    setOpen(false);
    router.refresh();
  });
  return (
    <div>
      <Button small disabled={!hydrated} aria-label={t('labelOf', { name })} onClick={() => setOpen(true)}>
        {t('label')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('title', { name })}>
        <Form
          pending={pending}
          failure={failure}
          submitLabel={t('confirm')}
          submitLook="danger"
          safe={
            <Button look="quiet" onClick={() => setOpen(false)}>
              {t('cancel')}
            </Button>
          }
          onSubmit={() => submit({ tokenId: id })}
        >
          <p>{t('lead')}</p>
        </Form>
      </Dialog>
    </div>
  );
}
