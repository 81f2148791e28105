'use client';

import { useTranslations } from 'next-intl';
import { TextField } from '@/app/_ui/Field';
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
      <TextField
        label={t('email')}
        type="email"
        name="email"
        autoComplete="username"
        maxLength={254}
        required
      />
      <TextField
        label={t('password')}
        hint={t('passwordHint', { min: PASSWORD_MIN_CHARS })}
        type="password"
        name="password"
        autoComplete="new-password"
        minLength={PASSWORD_MIN_CHARS}
        required
      />
    </>
  );
}
