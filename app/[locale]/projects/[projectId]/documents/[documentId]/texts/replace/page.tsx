import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { IMPORT_ACCEPT } from '@/lib/formats/formats';
import { readReading } from '@/lib/server/imports/readReading';
import { langInSentence, langName } from '../../../../../../_parts/langNames';
import { signedIn } from '../../../../../../_parts/signedIn';
import { unwrap } from '../../../../../../_parts/unwrap';
import { openDocument } from '../../_parts/openDocument';
import { SubPage } from '../_parts/SubPage';
import { ReplaceForm } from './_parts/ReplaceForm';

type Props = PageProps<'/[locale]/projects/[projectId]/documents/[documentId]/texts/replace'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ReplacePage'))('title') };
}

/** Puts a corrected file in the place of a text at work: choose, look at what differs, accept. */
export default async function ReplacePage({ params, searchParams }: Props) {
  const document = await openDocument(await params);
  const { lang } = await searchParams;
  const text = document.summary.texts.find((one) => one.lang === lang);
  if (!text || !document.rights.editReference) notFound();
  const reading = unwrap(await readReading(await signedIn(), { documentId: document.id, lang: text.lang }));
  const locale = await getLocale();
  const t = await getTranslations('ReplacePage');
  return (
    <SubPage
      document={document}
      crumb={t('title')}
      title={t('of', { lang: langInSentence(locale, text.lang) })}
      lead={t('lead')}
    >
      {(base) => (
        <ReplaceForm
          documentId={document.id}
          base={base}
          lang={text.lang}
          accept={IMPORT_ACCEPT}
          fileName={text.fileName}
          preset={{ ...reading, chapters: reading.chapters?.join(',') }}
          langNames={Object.fromEntries(document.targetLangs.map((one) => [one, langName(locale, one)]))}
        />
      )}
    </SubPage>
  );
}
