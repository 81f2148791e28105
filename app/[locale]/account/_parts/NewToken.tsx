'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Dialog } from '@/app/_ui/Dialog';
import { useRouter } from '@/lib/i18n/navigation';
import { Form, fieldOf } from '../../_parts/Form';
import { ShownOnce } from '../../_parts/ShownOnce';
import { useHydrated } from '../../_parts/useHydrated';
import { useSubmit } from '../../_parts/useSubmit';
import { makeToken } from '../actions';
import { type ProjectChoice, TokenFields, tokenFieldsOf } from './TokenFields';

/** Makes a token and shows it, this once. */
export function NewToken({ projects, mayCreate }: { projects: ProjectChoice[]; mayCreate: boolean }) {
  const t = useTranslations('NewToken');
  const router = useRouter();
  const hydrated = useHydrated();
  const [open, setOpen] = useState(false);
  const [token, setToken] = useState<string | null>(null);
  const { submit, pending, failure, clear } = useSubmit(makeToken, (made) => {
    setToken(made.token);
    router.refresh();
  });
  const close = () => {
    setOpen(false);
    setToken(null);
    clear();
  };
  const words = {
    ...{ label: t('token'), hint: t('madeHint') },
    ...{ copy: t('copy'), copied: t('copied'), done: t('done') },
  };
  return (
    <div>
      <Button disabled={!hydrated} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <Dialog open={open} onClose={close} title={token ? t('madeTitle') : t('title')}>
        {token ? (
          <ShownOnce value={token} words={words} onDone={close} />
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
            onSubmit={(fields) => submit({ name: fieldOf(fields, 'name'), ...tokenFieldsOf(fields) })}
          >
            <TokenFields projects={projects} mayCreate={mayCreate} />
          </Form>
        )}
      </Dialog>
    </div>
  );
}
