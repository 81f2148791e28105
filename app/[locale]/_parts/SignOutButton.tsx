'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/_ui/Button';
import { useRouter } from '@/lib/i18n/navigation';
import { leave } from '../account/actions';
import { useSubmit } from './useSubmit';

export function SignOutButton({ className }: { className?: string }) {
  const t = useTranslations('SignOutButton');
  const router = useRouter();
  const { submit, pending } = useSubmit(leave, () => router.replace('/sign-in'));
  return (
    <Button look="quiet" small busy={pending} className={className} onClick={() => submit({})}>
      {t('label')}
    </Button>
  );
}
