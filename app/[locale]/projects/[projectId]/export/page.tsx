import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { EmptyState } from '@/app/_ui/EmptyState';
import { Page } from '@/app/_ui/Page';
import { listDocuments } from '@/lib/server/documents/listDocuments';
import { readProject } from '@/lib/server/projects/readProject';
import { AppBar } from '../../../_parts/AppBar';
import { langInSentence, langName } from '../../../_parts/langNames';
import { signedIn } from '../../../_parts/signedIn';
import { unwrap } from '../../../_parts/unwrap';
import { ExportForm } from '../_parts/export/ExportForm';
import { langChoices } from '../_parts/export/langChoices';

type Props = PageProps<'/[locale]/projects/[projectId]/export'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('ProjectExportPage');
  const project = unwrap(await readProject(await signedIn(), await params));
  return { title: `${t('title')} · ${project.name}` };
}

/** Takes the alignments of some documents out, or of all. */
export default async function ProjectExportPage({ params }: Props) {
  const actor = await signedIn();
  const project = unwrap(await readProject(actor, await params));
  const documents = unwrap(await listDocuments(actor, project.id)).filter(({ bitexts }) =>
    bitexts.some(({ aligned }) => aligned),
  );
  const langs = project.targetLangs.filter((lang) =>
    documents.some(({ bitexts }) => bitexts.some((one) => one.aligned && one.lang === lang)),
  );
  const t = await getTranslations('ProjectExportPage');
  const form = await getTranslations('ExportForm');
  const locale = await getLocale();
  return (
    <>
      <AppBar crumbs={[{ label: project.name, href: `/projects/${project.id}` }, { label: t('title') }]} />
      <Page title={t('title')} lead={t('lead')}>
        {documents.length ? (
          <ExportForm
            path={`/api/projects/${project.id}/export`}
            documents={documents.map(({ id, title }) => ({ id, title }))}
            langs={langChoices(project.referenceLang, langs, {
              name: (lang) => langName(locale, lang),
              inSentence: (lang) => langInSentence(locale, lang),
              all: (reference) => form('allLanguages', { reference }),
              derived: (names) => form('derived', names),
            })}
          />
        ) : (
          <EmptyState title={t('nothing')} />
        )}
      </Page>
    </>
  );
}
