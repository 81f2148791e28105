'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from '@/lib/i18n/navigation';
import { EmailField } from '../../_parts/EmailField';
import { Form, fieldOf } from '../../_parts/Form';
import { PasswordField } from '../../_parts/PasswordField';
import { useSubmit } from '../../_parts/useSubmit';
import { enter } from '../actions';

/** `next` is where they were going. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('SignInForm');
  const router = useRouter();
  const { submit, pending, failure } = useSubmit(enter, () => router.replace(next));
  return (
    <Form
      pending={pending}
      failure={failure}
      submitLabel={t('submit')}
      onSubmit={(fields) =>
        submit({ email: fieldOf(fields, 'email'), password: fieldOf(fields, 'password') })
      }
    >
      <EmailField label={t('email')} />
      <PasswordField label={t('password')} hint={t('forgotten')} name="password" />
    </Form>
  );
}
