'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useRouter } from '@/lib/i18n/navigation';
import { Form } from '../../../../_parts/Form';
import type { LangChoice } from '../../../../_parts/langNames';
import { Saved } from '../../../../_parts/Saved';
import { useSubmit } from '../../../../_parts/useSubmit';
import { ProjectFields, projectFieldsOf } from '../../../_parts/ProjectFields';
import { update } from '../actions';

type Project = {
  id: string;
  name: string;
  referenceLang: string;
  targetLangs: string[];
  selfReview: boolean;
};

export function ProjectForm({ project, choices }: { project: Project; choices: LangChoice[] }) {
  const t = useTranslations('ProjectForm');
  const router = useRouter();
  const [saved, setSaved] = useState(false);
  const { submit, pending, failure } = useSubmit(update, () => {
    setSaved(true);
    router.refresh(); // The heading shows the name, the members' dialogs the languages.
  });
  return (
    <div className="max-w-lg">
      <Form
        pending={pending}
        failure={failure}
        submitLabel={t('submit')}
        aside={<Saved when={saved && !pending && !failure}>{t('saved')}</Saved>}
        onSubmit={(fields) => submit({ projectId: project.id, ...projectFieldsOf(fields) })}
      >
        <ProjectFields project={project} choices={choices} />
      </Form>
    </div>
  );
}
