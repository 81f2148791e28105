import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/app/_ui/Page';
import { redirect } from '@/lib/i18n/navigation';
import { readSetupDoor } from '@/lib/server/accounts/createOwner';
import { currentVisitor } from '@/lib/server/visitor';
import { AppBar } from '../_parts/AppBar';
import { SetupForm } from './_parts/SetupForm';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('SetupPage');
  return { title: t('title') };
}

/** The first visit: makes the owner's account. Afterwards this leads to sign-in for ever. */
export default async function SetupPage({ searchParams }: PageProps<'/[locale]/setup'>) {
  const door = await readSetupDoor(await currentVisitor());
  if (door === 'closed') redirect({ href: '/sign-in', locale: await getLocale() });
  const t = await getTranslations('SetupPage');
  const { token } = await searchParams;
  return (
    <>
      <AppBar />
      <Page title={t('title')} lead={t('lead')} narrow>
        <SetupForm token={typeof token === 'string' ? token : ''} needsToken={door === 'token'} />
      </Page>
    </>
  );
}
