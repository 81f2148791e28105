'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { WhosePassword } from '../../_parts/EmailField';
import { Form, fieldOf } from '../../_parts/Form';
import { NewPasswordField, PasswordField } from '../../_parts/PasswordField';
import { PASSWORD_MIN_CHARS } from '../../_parts/passwordRule';
import { Saved } from '../../_parts/Saved';
import { useSubmit } from '../../_parts/useSubmit';
import { setPassword } from '../actions';

export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations('PasswordForm');
  const [changes, setChanges] = useState(0);
  const { submit, pending, failure } = useSubmit(setPassword, () => setChanges(changes + 1));
  return (
    <Form
      pending={pending}
      failure={failure}
      submitLabel={t('submit')}
      submitLook="plain"
      aside={<Saved when={changes > 0 && !pending && !failure}>{t('saved')}</Saved>}
      onSubmit={(fields) =>
        submit({ currentPassword: fieldOf(fields, 'current'), newPassword: fieldOf(fields, 'new') })
      }
    >
      <div key={changes} className="grid gap-4">
        {/* The key empties the fields once it worked. */}
        <WhosePassword email={email} />
        <PasswordField label={t('current')} name="current" />
        <NewPasswordField label={t('new')} hint={t('newHint', { min: PASSWORD_MIN_CHARS })} name="new" />
      </div>
    </Form>
  );
}
