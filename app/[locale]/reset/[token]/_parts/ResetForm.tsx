'use client';

import { useTranslations } from 'next-intl';
import { TextField } from '@/app/_ui/Field';
import { useRouter } from '@/lib/i18n/navigation';
import { Form, fieldOf } from '../../../_parts/Form';
import { PASSWORD_MIN_CHARS } from '../../../_parts/passwordRule';
import { useSubmit } from '../../../_parts/useSubmit';
import { reset } from '../actions';

/** `email` is for password managers, which want to know whose password this is. */
export function ResetForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations('ResetForm');
  const router = useRouter();
  const { submit, pending, failure } = useSubmit(reset, () => router.replace('/sign-in'));
  return (
    <Form
      pending={pending}
      failure={failure}
      submitLabel={t('submit')}
      onSubmit={(fields) => submit({ token, newPassword: fieldOf(fields, 'new') })}
    >
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <TextField
        label={t('new')}
        hint={t('newHint', { min: PASSWORD_MIN_CHARS })}
        type="password"
        name="new"
        autoComplete="new-password"
        minLength={PASSWORD_MIN_CHARS}
        required
      />
    </Form>
  );
}
