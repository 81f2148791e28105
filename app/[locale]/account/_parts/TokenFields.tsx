'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Checkbox, SelectField, TextField } from '@/app/_ui/Field';
import { TOKEN_DAYS, TOKEN_SCOPES, type TokenScope } from '@/lib/bitext/accessTokens';
import { fieldOf } from '../../_parts/Form';

export type ProjectChoice = { id: string; name: string };

const USUAL: readonly TokenScope[] = ['read', 'export'];
const USUAL_DAYS: (typeof TOKEN_DAYS)[number] = 90;

/** What a token is called, what it is good for, where, and how long. */
export function TokenFields({ projects, mayCreate }: { projects: ProjectChoice[]; mayCreate: boolean }) {
  const t = useTranslations('NewToken');
  const scopeWords = useTranslations('TokenScopes');
  const [projectId, setProjectId] = useState('');
  const scopes = TOKEN_SCOPES.filter((scope) => scope !== 'manage' || mayCreate);
  return (
    <>
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        name="name"
        maxLength={100}
        autoComplete="off"
        data-autofocus
        required
      />
      <SelectField
        label={t('project')}
        name="projectId"
        value={projectId}
        onChange={(event) => setProjectId(event.currentTarget.value)}
      >
        <option value="">{t('allProjects')}</option>
        {projects.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 font-medium text-sm">{t('scopes')}</legend>
        {scopes.map((scope) => (
          <Checkbox
            key={scope}
            name="scopes"
            value={scope}
            label={scopeWords(scope)}
            hint={scope === 'manage' ? t('manageHint') : undefined}
            disabled={scope === 'manage' && projectId !== ''}
            defaultChecked={USUAL.includes(scope)}
          />
        ))}
      </fieldset>
      <SelectField label={t('days')} name="days" defaultValue={USUAL_DAYS}>
        {TOKEN_DAYS.map((days) => (
          <option key={days} value={days}>
            {t('daysValue', { days })}
          </option>
        ))}
      </SelectField>
    </>
  );
}

/** What was chosen; a disabled box is not sent. */
export function tokenFieldsOf(fields: FormData) {
  const sent = fields.getAll('scopes');
  const days = Number(fieldOf(fields, 'days'));
  return {
    scopes: TOKEN_SCOPES.filter((scope) => sent.includes(scope)),
    projectId: fieldOf(fields, 'projectId') || null,
    days: TOKEN_DAYS.find((one) => one === days) ?? USUAL_DAYS,
  };
}
