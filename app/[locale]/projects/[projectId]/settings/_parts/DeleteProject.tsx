'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Dialog } from '@/app/_ui/Dialog';
import { TextField } from '@/app/_ui/Field';
import { useRouter } from '@/lib/i18n/navigation';
import { Form, fieldOf } from '../../../../_parts/Form';
import { useHydrated } from '../../../../_parts/useHydrated';
import { useSubmit } from '../../../../_parts/useSubmit';
import { remove } from '../actions';

/** Deletes the project once its name has been typed. */
export function DeleteProject({ projectId, name }: { projectId: string; name: string }) {
  const t = useTranslations('DeleteProject');
  const router = useRouter();
  const hydrated = useHydrated();
  const [open, setOpen] = useState(false);
  const { submit, pending, failure } = useSubmit(remove, () => router.replace('/projects'));
  return (
    <div>
      <Button look="danger" disabled={!hydrated} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('title', { name })}>
        <Form
          pending={pending}
          failure={failure}
          submitLabel={t('submit')}
          submitLook="danger"
          safe={
            <Button look="quiet" onClick={() => setOpen(false)}>
              {t('cancel')}
            </Button>
          }
          onSubmit={(fields) => submit({ projectId, name: fieldOf(fields, 'name') })}
        >
          <p>{t('lead')}</p>
          <TextField
            label={t('typeName', { name })}
            name="name"
            autoComplete="off"
            spellCheck={false}
            required
          />
        </Form>
      </Dialog>
    </div>
  );
}
