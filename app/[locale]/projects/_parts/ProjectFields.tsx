'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Checkbox, SelectField, TextField } from '@/app/_ui/Field';
import { fieldOf } from '../../_parts/Form';
import type { LangChoice } from '../../_parts/langNames';
import { TargetLangs } from './TargetLangs';

type Fields = { name: string; referenceLang: string; targetLangs: string[]; selfReview: boolean };

/** What is set on a project, when it is made and later. */
export function ProjectFields({ project, choices }: { project: Fields; choices: LangChoice[] }) {
  const t = useTranslations('ProjectFields');
  const [referenceLang, setReferenceLang] = useState(project.referenceLang);
  return (
    <>
      <TextField
        label={t('name')}
        name="name"
        defaultValue={project.name}
        maxLength={200}
        autoComplete="off"
        required
      />
      <SelectField
        label={t('referenceLang')}
        hint={t('referenceLangHint')}
        name="referenceLang"
        value={referenceLang}
        onChange={(event) => setReferenceLang(event.target.value)}
      >
        {choices.map(({ lang, name }) => (
          <option key={lang} value={lang}>
            {name}
          </option>
        ))}
      </SelectField>
      <TargetLangs
        initial={project.targetLangs}
        choices={choices.filter(({ lang }) => lang !== referenceLang)}
      />
      <Checkbox
        label={t('selfReview')}
        hint={t('selfReviewHint')}
        name="selfReview"
        defaultChecked={project.selfReview}
      />
    </>
  );
}

export function projectFieldsOf(fields: FormData): Fields {
  return {
    name: fieldOf(fields, 'name'),
    referenceLang: fieldOf(fields, 'referenceLang'),
    targetLangs: fields.getAll('targetLangs').map(String),
    selfReview: fields.has('selfReview'),
  };
}
