import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { MAX_FILE_BYTES } from '@/lib/formats/text/TextDraft';
import { langChoices, langInSentence, langName } from '../../../../../../_parts/langNames';
import { openDocument } from '../../_parts/openDocument';
import { SubPage } from '../_parts/SubPage';
import { ImportForm } from './_parts/ImportForm';

type Props = PageProps<'/[locale]/projects/[projectId]/documents/[documentId]/texts/import'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ImportPage'))('title') };
}

/** Brings a text in: choose, look, accept. */
export default async function ImportPage({ params, searchParams }: Props) {
  const document = await openDocument(await params);
  if (!document.rights.editReference) notFound();
  const { lang } = await searchParams;
  const locale = await getLocale();
  const t = await getTranslations('ImportPage');
  const missing = [document.referenceLang, ...document.targetLangs].filter(
    (one) => !document.summary.texts.some((text) => text.lang === one),
  );
  return (
    <SubPage document={document} crumb={t('title')} title={t('title')} lead={t('lead')}>
      {(base) => (
        <ImportForm
          documentId={document.id}
          base={base}
          aligned={
            document.summary.texts.length
              ? { href: `/projects/${document.projectId}/import`, isNewDocument: true }
              : { href: `${base}/texts/aligned`, isNewDocument: false }
          }
          wanted={typeof lang === 'string' && missing.includes(lang) ? lang : null}
          choices={missing.map((one) => ({
            lang: one,
            name: langName(locale, one),
            isReference: one === document.referenceLang,
          }))}
          langNames={Object.fromEntries(
            langChoices(locale).map(({ lang: one }) => [one, langInSentence(locale, one)]),
          )}
          limitMegabytes={Math.floor(MAX_FILE_BYTES / 1024 / 1024)}
        />
      )}
    </SubPage>
  );
}
