'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Dialog, DialogActions } from '@/app/_ui/Dialog';
import { TextField } from '@/app/_ui/Field';
import { Notice } from '@/app/_ui/Notice';
import { ProgressBar } from '@/app/_ui/ProgressBar';
import { useErrorText } from '@/app/_ui/useErrorText';
import { useRouter } from '@/lib/i18n/navigation';
import type { Failure } from '@/lib/result';
import { sendForm } from '../documents/[documentId]/texts/_parts/sendForm';

/** Brings a document in with all that is known of it, and goes there. */
export function ImportBundle({ projectId }: { projectId: string }) {
  const t = useTranslations('ImportBundle');
  const errorText = useErrorText();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [share, setShare] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const abort = useRef<AbortController | null>(null);
  const close = () => {
    abort.current?.abort();
    setOpen(false);
    setFailure(null);
  };
  const send = async (form: FormData) => {
    if (!String(form.get('title') ?? '').trim()) form.delete('title');
    const controller = new AbortController();
    abort.current = controller;
    setFailure(null);
    setShare(0);
    const answer = await sendForm<{ documentId: string }>(`/api/projects/${projectId}/bundle`, form, {
      signal: controller.signal,
      onProgress: (progress) => setShare(progress.share),
    });
    setShare(null);
    if (answer?.ok) router.push(`/projects/${projectId}/documents/${answer.value.documentId}`);
    else if (answer) setFailure(answer.error);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('open')}</Button>
      <Dialog open={open} onClose={close} title={t('title')}>
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            void send(new FormData(event.currentTarget));
          }}
        >
          <p className="text-ink-soft">{t('lead')}</p>
          <TextField
            label={t('file')}
            hint={t('trust')}
            name="file0"
            type="file"
            accept=".triptych"
            required
          />
          <TextField label={t('newTitle')} name="title" maxLength={200} autoComplete="off" />
          {failure && <Notice tone="bad">{errorText(failure)}</Notice>}
          {share !== null && <ProgressBar value={share} label={t('title')} />}
          <DialogActions
            safe={
              <Button look="quiet" onClick={close}>
                {t('cancel')}
              </Button>
            }
          >
            <Button look="primary" type="submit" busy={share !== null}>
              {t('import')}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  );
}
