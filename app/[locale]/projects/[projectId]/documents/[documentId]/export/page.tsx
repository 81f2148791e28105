import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { EmptyState } from '@/app/_ui/EmptyState';
import { Page } from '@/app/_ui/Page';
import { AppBar } from '../../../../../_parts/AppBar';
import { langInSentence, langName } from '../../../../../_parts/langNames';
import { DocumentNav } from '../_parts/DocumentNav';
import { openDocument } from '../_parts/openDocument';
import { ExportForm } from './_parts/ExportForm';

type Props = PageProps<'/[locale]/projects/[projectId]/documents/[documentId]/export'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('ExportPage');
  return { title: `${t('title')} · ${(await openDocument(await params)).title}` };
}

/** Takes the alignment out. */
export default async function ExportPage({ params }: Props) {
  const document = await openDocument(await params);
  const t = await getTranslations('ExportPage');
  const empty = await getTranslations('WorkbenchPage');
  const locale = await getLocale();
  const base = `/projects/${document.projectId}/documents/${document.id}`;
  const langs = document.summary.bitexts.filter(({ aligned }) => aligned).map(({ lang }) => lang);
  return (
    <>
      <AppBar
        crumbs={[
          { label: document.projectName, href: `/projects/${document.projectId}` },
          { label: document.title },
        ]}
      />
      <DocumentNav base={base} here="export" />
      <Page title={t('title')} lead={t('lead')}>
        {langs.length ? (
          <ExportForm
            documentId={document.id}
            reference={langInSentence(locale, document.referenceLang)}
            pairs={langs.map((lang) => ({
              lang,
              name: `${langName(locale, document.referenceLang)} – ${langInSentence(locale, lang)}`,
            }))}
          />
        ) : (
          <EmptyState title={empty('notAlignedTitle')}>
            <p className="text-ink-soft">{empty('notAligned')}</p>
          </EmptyState>
        )}
      </Page>
    </>
  );
}
