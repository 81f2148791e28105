import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { langInSentence, langName } from '../../../../../../_parts/langNames';
import { openDocument } from '../../_parts/openDocument';
import { SubPage } from '../_parts/SubPage';
import { AttachForm } from './_parts/AttachForm';

type Props = PageProps<'/[locale]/projects/[projectId]/documents/[documentId]/texts/attach'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('AttachPage'))('title') };
}

/** Takes an alignment from a file for two texts that are there: choose, look, accept. */
export default async function AttachPage({ params, searchParams }: Props) {
  const document = await openDocument(await params);
  const { lang } = await searchParams;
  const bitext = document.summary.bitexts.find((one) => one.lang === lang);
  if (!bitext || !document.rights.edit.includes(bitext.lang)) notFound();
  const locale = await getLocale();
  const t = await getTranslations('AttachPage');
  const translation = langInSentence(locale, bitext.lang);
  return (
    <SubPage
      document={document}
      crumb={t('title')}
      title={t('title')}
      lead={t('lead', { lang: translation })}
    >
      {(base) => (
        <AttachForm
          documentId={document.id}
          bitextId={bitext.id}
          base={base}
          reference={langInSentence(locale, document.referenceLang)}
          referenceLang={document.referenceLang}
          translation={translation}
          translationLang={bitext.lang}
          referenceName={langName(locale, document.referenceLang)}
          translationName={langName(locale, bitext.lang)}
        />
      )}
    </SubPage>
  );
}
