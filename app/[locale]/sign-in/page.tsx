import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/app/_ui/Page';
import { redirect } from '@/lib/i18n/navigation';
import { hasAccounts } from '@/lib/server/accounts/createOwner';
import { currentActor } from '@/lib/server/actor';
import { AppBar } from '../_parts/AppBar';
import { localPath } from '../_parts/localPath';
import { SignInForm } from './_parts/SignInForm';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('SignInPage');
  return { title: t('title') };
}

export default async function SignInPage({ searchParams }: PageProps<'/[locale]/sign-in'>) {
  const locale = await getLocale();
  const next = localPath((await searchParams).next);
  if (!(await hasAccounts())) redirect({ href: '/setup', locale });
  if (await currentActor()) redirect({ href: next, locale });
  const t = await getTranslations('SignInPage');
  return (
    <>
      <AppBar />
      <Page title={t('title')} lead={t('lead')} narrow>
        <SignInForm next={next} />
      </Page>
    </>
  );
}
