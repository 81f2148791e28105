import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/app/_ui/Page';
import { can } from '@/lib/bitext/can';
import { readProject } from '@/lib/server/projects/readProject';
import { AppBar } from '../../../_parts/AppBar';
import { langName } from '../../../_parts/langNames';
import { signedIn } from '../../../_parts/signedIn';
import { unwrap } from '../../../_parts/unwrap';
import { BundleForm } from './_parts/BundleForm';

type Props = PageProps<'/[locale]/projects/[projectId]/bundle'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ImportBundle'))('title') };
}

/** Brings a document in with all that is known of it: choose, look, accept. */
export default async function BundlePage({ params }: Props) {
  const actor = await signedIn();
  const project = unwrap(await readProject(actor, await params));
  if (!can(actor, 'edit', { projectId: project.id })) notFound();
  const t = await getTranslations('ImportBundle');
  const locale = await getLocale();
  const langs = [project.referenceLang, ...project.targetLangs].map((lang) => [lang, langName(locale, lang)]);
  return (
    <>
      <AppBar crumbs={[{ label: project.name, href: `/projects/${project.id}` }, { label: t('open') }]} />
      <Page title={t('title')} lead={t('lead')}>
        <BundleForm projectId={project.id} names={Object.fromEntries(langs)} />
      </Page>
    </>
  );
}
