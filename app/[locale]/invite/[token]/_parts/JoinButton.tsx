'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from '@/lib/i18n/navigation';
import { Form } from '../../../_parts/Form';
import { useSubmit } from '../../../_parts/useSubmit';
import { accept } from '../actions';

/** For somebody signed in: joins with the account they are using, and says which one that is. */
export function JoinButton({ token, name }: { token: string; name: string }) {
  const t = useTranslations('JoinButton');
  const router = useRouter();
  const { submit, pending, failure } = useSubmit(accept, ({ projectId }) =>
    router.replace(`/projects/${projectId}`),
  );
  return (
    <Form
      pending={pending}
      failure={failure}
      submitLabel={t('submit', { name })}
      onSubmit={() => submit({ token })}
    >
      <p>{t('asWhom', { name })}</p>
    </Form>
  );
}
