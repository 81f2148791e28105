'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from '@/lib/i18n/navigation';
import { fieldOf } from '../../_parts/Form';
import { MakeSecret } from '../../_parts/MakeSecret';
import { makeToken } from '../actions';
import { type ProjectChoice, TokenFields, tokenFieldsOf } from './TokenFields';

/** Makes a token and shows it, this once. */
export function NewToken({ projects, mayCreate }: { projects: ProjectChoice[]; mayCreate: boolean }) {
  const t = useTranslations('NewToken');
  const router = useRouter();
  return (
    <MakeSecret
      words={{
        ...{ open: t('open'), title: t('title'), madeTitle: t('madeTitle') },
        ...{ submit: t('submit'), cancel: t('cancel') },
        secret: {
          ...{ label: t('token'), hint: t('madeHint') },
          ...{ copy: t('copy'), copied: t('copied'), done: t('done') },
        },
      }}
      action={makeToken}
      inputOf={(fields) => ({ name: fieldOf(fields, 'name'), ...tokenFieldsOf(fields) })}
      secretOf={({ token }) => token}
      onMade={() => router.refresh()}
    >
      <TokenFields projects={projects} mayCreate={mayCreate} />
    </MakeSecret>
  );
}
