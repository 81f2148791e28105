'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Dialog } from '@/app/_ui/Dialog';
import { getPathname, useRouter } from '@/lib/i18n/navigation';
import { Form } from '../../../../_parts/Form';
import type { LangChoice } from '../../../../_parts/langNames';
import { useHydrated } from '../../../../_parts/useHydrated';
import { useSubmit } from '../../../../_parts/useSubmit';
import { invite } from '../actions';
import { RoleFields, roleFieldsOf } from './RoleFields';
import { SecretLink } from './SecretLink';

/** Makes an invitation and shows its link, this once. */
export function InviteButton({ projectId, choices }: { projectId: string; choices: LangChoice[] }) {
  const t = useTranslations('InviteButton');
  const locale = useLocale();
  const router = useRouter();
  const hydrated = useHydrated();
  const [open, setOpen] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const { submit, pending, failure } = useSubmit(invite, ({ token }) => {
    setLink(`${window.location.origin}${getPathname({ href: `/invite/${token}`, locale })}`);
    router.refresh();
  });
  const close = () => {
    setOpen(false);
    setLink(null);
  };
  return (
    <div>
      <Button disabled={!hydrated} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <Dialog open={open} onClose={close} title={link ? t('linkTitle') : t('title')}>
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
            onSubmit={(fields) => submit({ projectId, ...roleFieldsOf(fields) })}
          >
            <RoleFields initialRole="editor" initialLangs={null} choices={choices} />
          </Form>
        )}
      </Dialog>
    </div>
  );
}
