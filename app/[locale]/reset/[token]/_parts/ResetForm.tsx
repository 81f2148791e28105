'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from '@/lib/i18n/navigation';
import { WhosePassword } from '../../../_parts/EmailField';
import { Form, fieldOf } from '../../../_parts/Form';
import { NewPasswordField } from '../../../_parts/PasswordField';
import { PASSWORD_MIN_CHARS } from '../../../_parts/passwordRule';
import { useSubmit } from '../../../_parts/useSubmit';
import { reset } from '../actions';

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
      <WhosePassword email={email} />
      <NewPasswordField label={t('new')} hint={t('newHint', { min: PASSWORD_MIN_CHARS })} name="new" />
    </Form>
  );
}
