import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { buttonClass } from '@/app/_ui/Button';
import { Page } from '@/app/_ui/Page';
import { Link } from '@/lib/i18n/navigation';
import { readInvitation } from '@/lib/server/accounts/readInvitation';
import { currentVisitor } from '@/lib/server/visitor';
import { AppBar } from '../../_parts/AppBar';
import { errorText } from '../../_parts/errorText';
import { langNames } from '../../_parts/langNames';
import { AcceptForm } from './_parts/AcceptForm';
import { JoinButton } from './_parts/JoinButton';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('InvitePage');
  return { title: t('title') };
}

/** What an invitation link opens: to join with the account one has, or with a new one. */
export default async function InvitePage({ params }: PageProps<'/[locale]/invite/[token]'>) {
  const { token } = await params;
  const t = await getTranslations('InvitePage');
  const visitor = await currentVisitor();
  const invitation = await readInvitation(visitor, { token });
  if (!invitation.ok) {
    return (
      <>
        <AppBar />
        <Page title={t('title')} lead={await errorText(invitation.error)} narrow>
          <Link href="/projects" className={buttonClass()}>
            {t('toProjects')}
          </Link>
        </Page>
      </>
    );
  }
  const { projectName, role, langs, invitedBy } = invitation.value;
  const roles = await getTranslations('Roles');
  const languages = langs && langNames(await getLocale(), langs);
  return (
    <>
      <AppBar />
      <Page title={t('titleOf', { project: projectName })} narrow>
        <p className="mb-6 text-ink-soft">
          {t('offer', { by: invitedBy ?? 'nobody', role: roles(role) })}{' '}
          {languages && t('languages', { languages })} {roles(`${role}Hint`)}
        </p>
        {visitor.actor ? (
          <JoinButton token={token} name={visitor.actor.name} />
        ) : (
          <>
            <AcceptForm token={token} />
            <p className="mt-6 border-line border-t pt-4 text-ink-soft">
              {t.rich('haveAccount', {
                link: (text) => (
                  <Link
                    className="rounded-sm font-medium text-accent underline"
                    href={{ pathname: '/sign-in', query: { next: `/invite/${token}` } }}
                  >
                    {text}
                  </Link>
                ),
              })}
            </p>
          </>
        )}
      </Page>
    </>
  );
}
