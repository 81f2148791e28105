import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { buttonClass } from '@/app/_ui/Button';
import { Page, Section } from '@/app/_ui/Page';
import { Link } from '@/lib/i18n/navigation';
import { AppBar } from '../../../../../_parts/AppBar';
import { langInSentence, langName } from '../../../../../_parts/langNames';
import { DocumentNav } from '../_parts/DocumentNav';
import { JobPanel } from '../_parts/JobPanel';
import { openDocument } from '../_parts/openDocument';
import { ManageDocument } from './_parts/ManageDocument';
import { RemoveText } from './_parts/RemoveText';

type Props = PageProps<'/[locale]/projects/[projectId]/documents/[documentId]/texts'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('TextsPage');
  return { title: `${t('title')} · ${(await openDocument(await params)).title}` };
}

/** A document's texts: what is there, what is missing, how their alignment goes. */
export default async function TextsPage({ params }: Props) {
  const document = await openDocument(await params);
  const t = await getTranslations('TextsPage');
  const locale = await getLocale();
  const { summary, rights, jobs } = document;
  const base = `/projects/${document.projectId}/documents/${document.id}`;
  return (
    <>
      <AppBar
        crumbs={[
          { label: document.projectName, href: `/projects/${document.projectId}` },
          { label: document.title },
        ]}
      />
      <DocumentNav base={base} here="texts" />
      <Page title={t('title')} lead={t('lead')}>
        {summary.texts.length === 0 && rights.editReference && (
          <p className="mb-4">
            <Link href={`${base}/texts/aligned`} className={buttonClass('plain')}>
              {t('importAligned')}
            </Link>
          </p>
        )}
        <ul className="mb-10 grid gap-3">
          {[document.referenceLang, ...document.targetLangs].map((lang) => {
            const text = summary.texts.find((one) => one.lang === lang);
            const bitext = summary.bitexts.find((one) => one.lang === lang);
            const name = langInSentence(locale, lang);
            return (
              <li key={lang} className="grid gap-3 rounded-lg border border-line bg-surface p-4">
                <div className="flex flex-wrap items-center justify-between gap-3">
                  <div>
                    <h2 className="font-semibold">
                      {langName(locale, lang)}
                      {lang === document.referenceLang && (
                        <span className="ml-2 font-normal text-ink-soft text-sm">{t('reference')}</span>
                      )}
                    </h2>
                    <p className="text-ink-soft text-sm">
                      {text
                        ? [text.fileName, t('characters', { count: text.lengthUtf16 })]
                            .filter(Boolean)
                            .join(' · ')
                        : t('missing', { lang: name })}
                    </p>
                  </div>
                  {!text && rights.editReference && (
                    <Link
                      href={`${base}/texts/import?lang=${lang}`}
                      className={buttonClass('primary')}
                      aria-label={t('importFor', { lang: name })}
                    >
                      {t('import')}
                    </Link>
                  )}
                  {text && (
                    <div className="flex flex-wrap gap-2">
                      {rights.editReference && (
                        <Link
                          href={`${base}/texts/replace?lang=${lang}`}
                          className={buttonClass('quiet', true)}
                          aria-label={t('replaceFor', { lang: name })}
                        >
                          {t('replace')}
                        </Link>
                      )}
                      {rights.manage && (
                        <RemoveText textId={text.id} lang={lang} name={name} isReference={text.isReference} />
                      )}
                    </div>
                  )}
                </div>
                {bitext && (
                  <JobPanel
                    bitextId={bitext.id}
                    lang={name}
                    aligned={bitext.aligned}
                    mayAlign={rights.edit.includes(lang)}
                    job={jobs.find((job) => job.bitextId === bitext.id) ?? null}
                  >
                    <Link
                      href={`${base}/texts/attach?lang=${lang}`}
                      className={buttonClass('quiet', true)}
                      aria-label={t('attachFor', { lang: name })}
                    >
                      {t('attach')}
                    </Link>
                  </JobPanel>
                )}
              </li>
            );
          })}
        </ul>
        {rights.manage && (
          <Section title={t('manageTitle')}>
            <ManageDocument projectId={document.projectId} documentId={document.id} title={document.title} />
          </Section>
        )}
      </Page>
    </>
  );
}
