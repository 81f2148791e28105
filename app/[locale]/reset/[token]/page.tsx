import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/app/_ui/Page';
import { readPasswordLink } from '@/lib/server/accounts/resetPassword';
import { currentVisitor } from '@/lib/server/visitor';
import { AppBar } from '../../_parts/AppBar';
import { errorText } from '../../_parts/errorText';
import { ResetForm } from './_parts/ResetForm';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ResetPage');
  return { title: t('title') };
}

/** What an owner's link opens for somebody who forgot their password. */
export default async function ResetPage({ params }: PageProps<'/[locale]/reset/[token]'>) {
  const { token } = await params;
  const t = await getTranslations('ResetPage');
  const link = await readPasswordLink(await currentVisitor(), token);
  return (
    <>
      <AppBar />
      {link.ok ? (
        <Page title={t('title')} lead={t('lead', { email: link.value.email })} narrow>
          <ResetForm token={token} email={link.value.email} />
        </Page>
      ) : (
        <Page title={t('title')} lead={await errorText(link.error)} narrow>
          {null}
        </Page>
      )}
    </>
  );
}
