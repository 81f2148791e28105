'use client';

import { useTranslations } from 'next-intl';
import { TextField } from '@/app/_ui/Field';
import { EmailField } from './EmailField';
import { NewPasswordField } from './PasswordField';
import { PASSWORD_MIN_CHARS } from './passwordRule';

/** Name, address and password of somebody new. */
export function NewAccountFields() {
  const t = useTranslations('NewAccountFields');
  return (
    <>
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        name="name"
        autoComplete="name"
        maxLength={200}
        required
      />
      <EmailField label={t('email')} />
      <NewPasswordField
        label={t('password')}
        hint={t('passwordHint', { min: PASSWORD_MIN_CHARS })}
        name="password"
      />
    </>
  );
}
