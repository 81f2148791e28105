'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Checkbox, SelectField } from '@/app/_ui/Field';
import { isLangScoped, ROLES, type Role } from '@/lib/bitext/can';
import type { LangChoice } from '../../../../_parts/langNames';

type Props = { initialRole: Role; initialLangs: string[] | null; choices: LangChoice[] };

/** A role, and for editors and reviewers the languages it is for. */
export function RoleFields({ initialRole, initialLangs, choices }: Props) {
  const t = useTranslations('RoleFields');
  const roles = useTranslations('Roles');
  const [chosen, setChosen] = useState<Role>(initialRole);
  const [narrowed, setNarrowed] = useState(initialLangs !== null);
  return (
    <>
      <SelectField
        label={t('role')}
        hint={roles(`${chosen}Hint`)}
        name="role"
        value={chosen}
        onChange={(event) => setChosen(ROLES.find((one) => one === event.target.value) ?? 'viewer')}
      >
        {ROLES.map((one) => (
          <option key={one} value={one}>
            {roles(one)}
          </option>
        ))}
      </SelectField>
      {isLangScoped(chosen) && (
        <fieldset className="grid gap-2">
          <legend className="mb-1.5 font-medium text-sm">{t('langs')}</legend>
          <Checkbox
            label={t('allLangs')}
            checked={!narrowed}
            onChange={(event) => setNarrowed(!event.target.checked)}
          />
          {narrowed &&
            choices.map(({ lang, name }) => (
              <Checkbox
                key={lang}
                label={name}
                name="langs"
                value={lang}
                defaultChecked={initialLangs?.includes(lang)}
              />
            ))}
        </fieldset>
      )}
    </>
  );
}

/** No language ticked counts as all: an editor of nothing would be a viewer. */
export function roleFieldsOf(fields: FormData): { role: Role; langs: string[] | null } {
  const role = ROLES.find((one) => one === fields.get('role')) ?? 'viewer';
  const langs = fields.getAll('langs').map(String);
  return { role, langs: langs.length > 0 ? langs : null };
}
