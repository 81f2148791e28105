'use client';

import { useTranslations } from 'next-intl';
import { MakeSecret } from '../../../../_parts/MakeSecret';
import { makePasswordLink } from '../actions';
import { useSecretLink } from './useSecretLink';

/** For owners of the instance: helps a member who forgot their password. */
export function PasswordLinkButton({ userId, name }: { userId: string; name: string }) {
  const t = useTranslations('PasswordLinkButton');
  const { words, linkTo } = useSecretLink(t('link'));
  const title = t('title', { name });
  return (
    <MakeSecret
      small
      words={{
        ...{ open: t('open'), openLabel: t('openFor', { name }), title, madeTitle: title },
        ...{ submit: t('submit'), cancel: t('cancel'), secret: words },
      }}
      action={makePasswordLink}
      inputOf={() => ({ userId })}
      secretOf={({ token }) => linkTo(`/reset/${token}`)}
    >
      <p>{t('lead')}</p>
    </MakeSecret>
  );
}
