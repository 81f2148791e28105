'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TextField } from '@/app/_ui/Field';
import { useRouter } from '@/lib/i18n/navigation';
import { Form, fieldOf } from '../../_parts/Form';
import { Saved } from '../../_parts/Saved';
import { useSubmit } from '../../_parts/useSubmit';
import { rename } from '../actions';

export function NameForm({ name }: { name: string }) {
  const t = useTranslations('NameForm');
  const router = useRouter();
  const [saved, setSaved] = useState(false);
  const { submit, pending, failure } = useSubmit(rename, () => {
    setSaved(true);
    router.refresh(); // The menu shows the name too.
  });
  return (
    <Form
      pending={pending}
      failure={failure}
      submitLabel={t('submit')}
      submitLook="plain"
      aside={<Saved when={saved && !pending}>{t('saved')}</Saved>}
      onSubmit={(fields) => submit({ name: fieldOf(fields, 'name') })}
    >
      <TextField
        label={t('name')}
        name="name"
        defaultValue={name}
        autoComplete="name"
        maxLength={200}
        required
      />
    </Form>
  );
}
