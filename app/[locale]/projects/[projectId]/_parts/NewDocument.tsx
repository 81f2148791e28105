'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Dialog, DialogActions } from '@/app/_ui/Dialog';
import { TextField } from '@/app/_ui/Field';
import { useErrorText } from '@/app/_ui/useErrorText';
import { useRouter } from '@/lib/i18n/navigation';
import { useSubmit } from '../../../_parts/useSubmit';
import { newDocument } from '../actions';

/** Makes an empty document and goes to where its texts come in. */
export function NewDocument({ projectId }: { projectId: string }) {
  const t = useTranslations('DocumentsPage');
  const errorText = useErrorText();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { submit, pending, failure, clear } = useSubmit(newDocument, ({ documentId }) =>
    router.push(`/projects/${projectId}/documents/${documentId}/texts`),
  );
  const close = () => {
    setOpen(false);
    clear();
  };
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {t('new')}
      </Button>
      <Dialog open={open} onClose={close} title={t('newTitle')}>
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            submit({ projectId, title: String(new FormData(event.currentTarget).get('title')) });
          }}
        >
          <TextField
            label={t('titleLabel')}
            hint={t('titleHint')}
            name="title"
            required
            maxLength={200}
            autoFocus
            autoComplete="off"
            error={failure && errorText(failure)}
          />
          <DialogActions
            safe={
              <Button look="quiet" onClick={close}>
                {t('cancel')}
              </Button>
            }
          >
            <Button look="primary" type="submit" busy={pending}>
              {t('create')}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  );
}
