import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { EmptyState } from '@/app/_ui/EmptyState';
import { Page } from '@/app/_ui/Page';
import { AppBar } from '../../../../../_parts/AppBar';
import { langInSentence, langName } from '../../../../../_parts/langNames';
import { ExportForm } from '../../../_parts/export/ExportForm';
import { langChoices } from '../../../_parts/export/langChoices';
import { DocumentNav } from '../_parts/DocumentNav';
import { openDocument } from '../_parts/openDocument';

type Props = PageProps<'/[locale]/projects/[projectId]/documents/[documentId]/export'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('ExportPage');
  return { title: `${t('title')} · ${(await openDocument(await params)).title}` };
}

/** Takes the alignment out. */
export default async function ExportPage({ params }: Props) {
  const document = await openDocument(await params);
  const t = await getTranslations('ExportPage');
  const form = await getTranslations('ExportForm');
  const empty = await getTranslations('WorkbenchPage');
  const locale = await getLocale();
  const base = `/projects/${document.projectId}/documents/${document.id}`;
  const langs = document.targetLangs.filter((lang) =>
    document.summary.bitexts.some((one) => one.aligned && one.lang === lang),
  );
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
            path={`/api/documents/${document.id}/export`}
            bundlePath={`/api/documents/${document.id}/bundle`}
            langs={langChoices(document.referenceLang, langs, {
              name: (lang) => langName(locale, lang),
              inSentence: (lang) => langInSentence(locale, lang),
              all: (reference) => form('allLanguages', { reference }),
              derived: (names) => form('derived', names),
            })}
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
