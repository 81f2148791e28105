'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Dialog } from '@/app/_ui/Dialog';
import { getPathname } from '@/lib/i18n/navigation';
import { Form } from '../../../../_parts/Form';
import { useSubmit } from '../../../../_parts/useSubmit';
import { makePasswordLink } from '../actions';
import { SecretLink } from './SecretLink';

/** For owners of the instance: helps a member who forgot their password. */
export function PasswordLinkButton({ userId, name }: { userId: string; name: string }) {
  const t = useTranslations('PasswordLinkButton');
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const { submit, pending, failure } = useSubmit(makePasswordLink, ({ token }) =>
    setLink(`${window.location.origin}${getPathname({ href: `/reset/${token}`, locale })}`),
  );
  const close = () => {
    setOpen(false);
    setLink(null);
  };
  return (
    <>
      <Button small aria-label={t('openFor', { name })} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <Dialog open={open} onClose={close} title={t('title', { name })}>
        {link ? (
          <SecretLink label={t('link')} link={link} onDone={close} />
        ) : (
          <Form
            pending={pending}
            failure={failure}
            submitLabel={t('submit')}
            safe={
              <Button look="quiet" onClick={close}>
                {t('cancel')}
              </Button>
            }
            onSubmit={() => submit({ userId })}
          >
            <p>{t('lead')}</p>
          </Form>
        )}
      </Dialog>
    </>
  );
}
