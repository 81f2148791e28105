import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Page, Section } from '@/app/_ui/Page';
import { listAccessTokens } from '@/lib/server/accounts/listAccessTokens';
import { listProjects } from '@/lib/server/projects/listProjects';
import { AppBar } from '../_parts/AppBar';
import { SignOutButton } from '../_parts/SignOutButton';
import { signedIn } from '../_parts/signedIn';
import { unwrap } from '../_parts/unwrap';
import { AccessTokens } from './_parts/AccessTokens';
import { NameForm } from './_parts/NameForm';
import { NewToken } from './_parts/NewToken';
import { PasswordForm } from './_parts/PasswordForm';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('AccountPage');
  return { title: t('title') };
}

/** One's own account: name, password, tokens for programs, the way out. */
export default async function AccountPage() {
  const actor = await signedIn();
  const { name, email } = actor;
  const tokens = unwrap(await listAccessTokens(actor));
  const { projects, mayCreate } = unwrap(await listProjects(actor));
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
        <Section title={t('tokensTitle')} lead={t('tokensLead')}>
          <AccessTokens tokens={tokens} />
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
            <NewToken
              projects={projects.map((one) => ({ id: one.id, name: one.name }))}
              mayCreate={mayCreate}
            />
            <a
              href="/api/v1/openapi.json"
              className="text-accent underline underline-offset-2 hover:text-accent-strong"
            >
              {t('apiDocs')}
            </a>
          </div>
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
