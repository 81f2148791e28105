import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/app/_ui/Page';
import { can } from '@/lib/bitext/can';
import { MAX_ALIGNED_BYTES } from '@/lib/formats/aligned/AlignedDocument';
import { readProject } from '@/lib/server/projects/readProject';
import { AppBar } from '../../../_parts/AppBar';
import { langName } from '../../../_parts/langNames';
import { signedIn } from '../../../_parts/signedIn';
import { unwrap } from '../../../_parts/unwrap';
import { CorpusForm } from './_parts/CorpusForm';

type Props = PageProps<'/[locale]/projects/[projectId]/import'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('CorpusPage'))('title') };
}

/** Brings many documents in at once that are aligned already: choose files, look, choose documents, accept. */
export default async function CorpusPage({ params }: Props) {
  const actor = await signedIn();
  const project = unwrap(await readProject(actor, await params));
  if (!can(actor, 'edit', { projectId: project.id })) notFound();
  const locale = await getLocale();
  const t = await getTranslations('CorpusPage');
  return (
    <>
      <AppBar crumbs={[{ label: project.name, href: `/projects/${project.id}` }, { label: t('title') }]} />
      <Page title={t('title')} lead={t('lead')}>
        <CorpusForm
          projectId={project.id}
          choices={[project.referenceLang, ...project.targetLangs].map((lang) => ({
            lang,
            name: langName(locale, lang),
          }))}
          limitMegabytes={Math.floor(MAX_ALIGNED_BYTES / 1024 / 1024)}
        />
      </Page>
    </>
  );
}
