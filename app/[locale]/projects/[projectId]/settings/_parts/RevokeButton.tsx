'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/_ui/Button';
import { useErrorText } from '@/app/_ui/useErrorText';
import { useRouter } from '@/lib/i18n/navigation';
import { useSubmit } from '../../../../_parts/useSubmit';
import { revoke } from '../actions';

export function RevokeButton({ projectId, invitationId }: { projectId: string; invitationId: string }) {
  const t = useTranslations('RevokeButton');
  const errorText = useErrorText();
  const router = useRouter();
  const { submit, pending, failure } = useSubmit(revoke, () => router.refresh());
  return (
    <div className="flex flex-wrap items-center gap-3">
      {failure && (
        <p role="alert" className="text-bad text-sm">
          {errorText(failure)}
        </p>
      )}
      <Button small busy={pending} onClick={() => submit({ projectId, invitationId })}>
        {t('label')}
      </Button>
    </div>
  );
}
