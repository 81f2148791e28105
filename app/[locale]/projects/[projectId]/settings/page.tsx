import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page, Section } from '@/app/_ui/Page';
import { can } from '@/lib/bitext/can';
import { listMembers } from '@/lib/server/projects/listMembers';
import { readProject } from '@/lib/server/projects/readProject';
import { AppBar } from '../../../_parts/AppBar';
import { langChoices, langName } from '../../../_parts/langNames';
import { signedIn } from '../../../_parts/signedIn';
import { unwrap } from '../../../_parts/unwrap';
import { DeleteProject } from './_parts/DeleteProject';
import { Invitations } from './_parts/Invitations';
import { Members } from './_parts/Members';
import { ProjectForm } from './_parts/ProjectForm';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('SettingsPage');
  return { title: t('title') };
}

/** A project's name, languages, policy and people; for its managers. */
export default async function SettingsPage({ params }: PageProps<'/[locale]/projects/[projectId]/settings'>) {
  const { projectId } = await params;
  const actor = await signedIn();
  const project = unwrap(await readProject(actor, { projectId }));
  if (!can(actor, 'manage', { projectId })) notFound();
  const { members, owners, invitations } = unwrap(await listMembers(actor, { projectId }));
  const t = await getTranslations('SettingsPage');
  const locale = await getLocale();
  const langs = project.targetLangs.map((lang) => ({ lang, name: langName(locale, lang) }));
  const { id, name, referenceLang, targetLangs, selfReview } = project;
  return (
    <>
      <AppBar crumbs={[{ label: name, href: `/projects/${id}` }, { label: t('title') }]} />
      <Page title={t('titleOf', { project: name })}>
        <Section title={t('generalTitle')}>
          <ProjectForm
            project={{ id, name, referenceLang, targetLangs, selfReview }}
            choices={langChoices(locale, [referenceLang, ...targetLangs])}
          />
        </Section>
        <Section title={t('membersTitle')} lead={t('membersLead')}>
          <Members
            projectId={id}
            members={members}
            owners={owners}
            langs={langs}
            self={{ id: actor.id, isOwner: actor.isOwner }}
          />
        </Section>
        <Section title={t('invitationsTitle')} lead={t('invitationsLead')}>
          <Invitations projectId={id} invitations={invitations} langs={langs} />
        </Section>
        <Section title={t('deleteTitle')} lead={t('deleteLead')}>
          <DeleteProject projectId={id} name={name} />
        </Section>
      </Page>
    </>
  );
}
