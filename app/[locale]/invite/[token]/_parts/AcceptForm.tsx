'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from '@/lib/i18n/navigation';
import { Form, fieldOf } from '../../../_parts/Form';
import { NewAccountFields } from '../../../_parts/NewAccountFields';
import { useSubmit } from '../../../_parts/useSubmit';
import { accept } from '../actions';

/** For somebody new: makes the account and joins. */
export function AcceptForm({ token }: { token: string }) {
  const t = useTranslations('AcceptForm');
  const router = useRouter();
  const { submit, pending, failure } = useSubmit(accept, ({ projectId }) =>
    router.replace(`/projects/${projectId}`),
  );
  return (
    <Form
      pending={pending}
      failure={failure}
      submitLabel={t('submit')}
      onSubmit={(fields) =>
        submit({
          token,
          account: {
            name: fieldOf(fields, 'name'),
            email: fieldOf(fields, 'email'),
            password: fieldOf(fields, 'password'),
          },
        })
      }
    >
      <NewAccountFields />
    </Form>
  );
}
