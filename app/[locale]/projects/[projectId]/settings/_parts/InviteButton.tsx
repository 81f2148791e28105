'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from '@/lib/i18n/navigation';
import type { LangChoice } from '../../../../_parts/langNames';
import { MakeSecret } from '../../../../_parts/MakeSecret';
import { invite } from '../actions';
import { RoleFields, roleFieldsOf } from './RoleFields';
import { useSecretLink } from './useSecretLink';

/** Makes an invitation and shows its link, this once. */
export function InviteButton({ projectId, choices }: { projectId: string; choices: LangChoice[] }) {
  const t = useTranslations('InviteButton');
  const router = useRouter();
  const { words, linkTo } = useSecretLink(t('link'));
  return (
    <MakeSecret
      words={{
        ...{ open: t('open'), title: t('title'), madeTitle: t('linkTitle') },
        ...{ submit: t('submit'), cancel: t('cancel'), secret: words },
      }}
      action={invite}
      inputOf={(fields) => ({ projectId, ...roleFieldsOf(fields) })}
      secretOf={({ token }) => linkTo(`/invite/${token}`)}
      onMade={() => router.refresh()}
    >
      <RoleFields initialRole="editor" initialLangs={null} choices={choices} />
    </MakeSecret>
  );
}
