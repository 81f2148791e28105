'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Dialog } from '@/app/_ui/Dialog';
import { TextField } from '@/app/_ui/Field';
import { useErrorText } from '@/app/_ui/useErrorText';
import { useRouter } from '@/lib/i18n/navigation';
import { useSubmit } from '../../../../../../_parts/useSubmit';
import { remove, rename } from '../../actions';

type Props = { projectId: string; documentId: string; title: string };

/** Renames a document, or deletes it once its title was typed. */
export function ManageDocument({ projectId, documentId, title }: Props) {
  const t = useTranslations('TextsPage');
  const errorText = useErrorText();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [renamed, setRenamed] = useState(false);
  const renaming = useSubmit(rename, () => {
    setRenamed(true);
    router.refresh();
  });
  const deleting = useSubmit(remove, () => router.push(`/projects/${projectId}`));
  const titleIn = (form: HTMLFormElement) => String(new FormData(form).get('title'));
  return (
    <div className="grid max-w-md gap-4">
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          setRenamed(false);
          renaming.submit({ documentId, title: titleIn(event.currentTarget) });
        }}
      >
        <div className="flex-1">
          <TextField
            label={t('titleLabel')}
            name="title"
            defaultValue={title}
            required
            maxLength={200}
            error={renaming.failure && errorText(renaming.failure)}
          />
        </div>
        <Button type="submit" busy={renaming.pending}>
          {t('rename')}
        </Button>
      </form>
      <p role="status" className="text-good text-sm">
        {renamed && t('renamed')}
      </p>
      <div>
        <Button look="danger" onClick={() => setAsking(true)}>
          {t('delete')}
        </Button>
      </div>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('deleteTitle')}>
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            deleting.submit({ documentId, title: titleIn(event.currentTarget) });
          }}
        >
          <TextField
            label={t('deleteLead', { title })}
            name="title"
            required
            autoComplete="off"
            error={deleting.failure && errorText(deleting.failure)}
          />
          <div className="flex justify-end gap-2">
            <Button look="quiet" onClick={() => setAsking(false)}>
              {t('cancel')}
            </Button>
            <Button look="danger" type="submit" busy={deleting.pending}>
              {t('delete')}
            </Button>
          </div>
        </form>
      </Dialog>
    </div>
  );
}
