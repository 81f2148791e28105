'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TextField } from '@/app/_ui/Field';
import { Form, fieldOf } from '../../_parts/Form';
import { PASSWORD_MIN_CHARS } from '../../_parts/passwordRule';
import { Saved } from '../../_parts/Saved';
import { useSubmit } from '../../_parts/useSubmit';
import { setPassword } from '../actions';

/** `email` is for password managers, which want to know whose password this is. */
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
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <TextField
          label={t('current')}
          type="password"
          name="current"
          autoComplete="current-password"
          required
        />
        <TextField
          label={t('new')}
          hint={t('newHint', { min: PASSWORD_MIN_CHARS })}
          type="password"
          name="new"
          autoComplete="new-password"
          minLength={PASSWORD_MIN_CHARS}
          required
        />
      </div>
    </Form>
  );
}
