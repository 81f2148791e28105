'use client';

import { useTranslations } from 'next-intl';
import { TextField } from '@/app/_ui/Field';
import { useRouter } from '@/lib/i18n/navigation';
import { Form, fieldOf } from '../../_parts/Form';
import { NewAccountFields } from '../../_parts/NewAccountFields';
import { useSubmit } from '../../_parts/useSubmit';
import { setUp } from '../actions';

/** `needsToken`: the visitor is not on the server's own machine. */
export function SetupForm({ token, needsToken }: { token: string; needsToken: boolean }) {
  const t = useTranslations('SetupForm');
  const router = useRouter();
  const { submit, pending, failure } = useSubmit(setUp, () => router.replace('/projects'));
  return (
    <Form
      pending={pending}
      failure={failure}
      submitLabel={t('submit')}
      onSubmit={(fields) =>
        submit({
          name: fieldOf(fields, 'name'),
          email: fieldOf(fields, 'email'),
          password: fieldOf(fields, 'password'),
          token: fieldOf(fields, 'token').trim() || undefined,
        })
      }
    >
      <NewAccountFields />
      {needsToken && (
        <TextField
          label={t('token')}
          hint={t('tokenHint')}
          name="token"
          defaultValue={token}
          autoComplete="off"
          spellCheck={false}
          required
        />
      )}
    </Form>
  );
}
