import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Page, Section } from '@/app/_ui/Page';
import { AppBar } from '../_parts/AppBar';
import { SignOutButton } from '../_parts/SignOutButton';
import { signedIn } from '../_parts/signedIn';
import { NameForm } from './_parts/NameForm';
import { PasswordForm } from './_parts/PasswordForm';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('AccountPage');
  return { title: t('title') };
}

/** One's own account: name, password, the way out. */
export default async function AccountPage() {
  const { name, email } = await signedIn();
  const t = await getTranslations('AccountPage');
  return (
    <>
      <AppBar crumbs={[{ label: t('title') }]} />
      <Page title={t('title')} lead={t('lead', { email })} narrow>
        <Section title={t('nameTitle')}>
          <NameForm name={name} />
        </Section>
        <Section title={t('passwordTitle')} lead={t('passwordLead')}>
          <PasswordForm email={email} />
        </Section>
        <Section title={t('leaveTitle')} lead={t('leaveLead')}>
          <div>
            <SignOutButton />
          </div>
        </Section>
      </Page>
    </>
  );
}
