'use client';

import { useTranslations } from 'next-intl';
import { TextField } from '@/app/_ui/Field';
import { useRouter } from '@/lib/i18n/navigation';
import { Form, fieldOf } from '../../_parts/Form';
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
        hint={t('forgotten')}
        type="password"
        name="password"
        autoComplete="current-password"
        required
      />
    </Form>
  );
}
