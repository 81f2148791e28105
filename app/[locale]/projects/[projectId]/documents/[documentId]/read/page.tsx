import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { EmptyState } from '@/app/_ui/EmptyState';
import { AppBar } from '../../../../../_parts/AppBar';
import { langName } from '../../../../../_parts/langNames';
import { DocumentNav } from '../_parts/DocumentNav';
import { openDocument } from '../_parts/openDocument';
import { ReaderLoader } from './_parts/ReaderLoader';

type Props = PageProps<'/[locale]/projects/[projectId]/documents/[documentId]/read'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('ReadPage');
  return { title: `${t('title')} · ${(await openDocument(await params)).title}` };
}

/** The texts as they are read: side by side, flowing, without anything to do about them. */
export default async function ReadPage({ params }: Props) {
  const document = await openDocument(await params);
  const t = await getTranslations('WorkbenchPage');
  const locale = await getLocale();
  const base = `/projects/${document.projectId}/documents/${document.id}`;
  const langs = [document.referenceLang, ...document.summary.texts.map((text) => text.lang)];
  return (
    <>
      <AppBar
        crumbs={[
          { label: document.projectName, href: `/projects/${document.projectId}` },
          { label: document.title },
        ]}
      />
      <DocumentNav base={base} here="read" />
      <main id="main" className="flex-1">
        {document.summary.bitexts.some(({ aligned }) => aligned) ? (
          <ReaderLoader
            documentId={document.id}
            title={document.title}
            base={base}
            referenceLang={document.referenceLang}
            langNames={Object.fromEntries(langs.map((lang) => [lang, langName(locale, lang)]))}
          />
        ) : (
          <div className="mx-auto w-full max-w-3xl p-6">
            <h1 className="sr-only">{document.title}</h1>
            <EmptyState title={t('notAlignedTitle')}>
              <p className="text-ink-soft">{t('notAligned')}</p>
            </EmptyState>
          </div>
        )}
      </main>
    </>
  );
}
