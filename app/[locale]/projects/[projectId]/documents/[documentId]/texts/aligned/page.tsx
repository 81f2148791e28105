import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { EmptyState } from '@/app/_ui/EmptyState';
import { MAX_ALIGNED_BYTES } from '@/lib/formats/aligned/AlignedDocument';
import { langInSentence, langName } from '../../../../../../_parts/langNames';
import { openDocument } from '../../_parts/openDocument';
import { SubPage } from '../_parts/SubPage';
import { AlignedForm } from './_parts/AlignedForm';

type Props = PageProps<'/[locale]/projects/[projectId]/documents/[documentId]/texts/aligned'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('AlignedPage'))('title') };
}

/** Brings texts in that are aligned already: choose, look, accept. */
export default async function AlignedPage({ params }: Props) {
  const document = await openDocument(await params);
  if (!document.rights.editReference) notFound();
  const locale = await getLocale();
  const t = await getTranslations('AlignedPage');
  return (
    <SubPage document={document} crumb={t('title')} title={t('title')} lead={t('lead')}>
      {(base) =>
        document.summary.texts.length ? (
          <EmptyState title={t('title')}>
            <p className="max-w-prose text-ink-soft">{t('hasTexts')}</p>
          </EmptyState>
        ) : (
          <AlignedForm
            documentId={document.id}
            base={base}
            corpusHref={`/projects/${document.projectId}/import`}
            reference={langInSentence(locale, document.referenceLang)}
            referenceLang={document.referenceLang}
            choices={[document.referenceLang, ...document.targetLangs].map((lang) => ({
              lang,
              name: langName(locale, lang),
            }))}
            limitMegabytes={Math.floor(MAX_ALIGNED_BYTES / 1024 / 1024)}
          />
        )
      }
    </SubPage>
  );
}
