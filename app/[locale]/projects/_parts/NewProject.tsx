'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Dialog } from '@/app/_ui/Dialog';
import { useRouter } from '@/lib/i18n/navigation';
import { Form } from '../../_parts/Form';
import type { LangChoice } from '../../_parts/langNames';
import { useHydrated } from '../../_parts/useHydrated';
import { useSubmit } from '../../_parts/useSubmit';
import { create } from '../actions';
import { ProjectFields, projectFieldsOf } from './ProjectFields';

/** The button that starts a project, with its dialog. */
export function NewProject({ choices }: { choices: LangChoice[] }) {
  const t = useTranslations('NewProject');
  const router = useRouter();
  const hydrated = useHydrated();
  const [open, setOpen] = useState(false);
  const { submit, pending, failure } = useSubmit(create, ({ projectId }) =>
    router.push(`/projects/${projectId}`),
  );
  return (
    <>
      <Button look="primary" disabled={!hydrated} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('title')}>
        <Form
          pending={pending}
          failure={failure}
          submitLabel={t('submit')}
          safe={
            <Button look="quiet" onClick={() => setOpen(false)}>
              {t('cancel')}
            </Button>
          }
          onSubmit={(fields) => submit(projectFieldsOf(fields))}
        >
          <ProjectFields
            choices={choices}
            project={{ name: '', referenceLang: 'en', targetLangs: ['vi', 'ro'], selfReview: false }}
          />
        </Form>
      </Dialog>
    </>
  );
}
