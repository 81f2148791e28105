import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { buttonClass } from '@/app/_ui/Button';
import { EmptyState } from '@/app/_ui/EmptyState';
import { Link } from '@/lib/i18n/navigation';
import { readKeys } from '@/lib/server/accounts/readKeys';
import { AppBar } from '../../../../_parts/AppBar';
import { langInSentence, langName } from '../../../../_parts/langNames';
import { signedIn } from '../../../../_parts/signedIn';
import { DocumentNav } from './_parts/DocumentNav';
import { JobPanel } from './_parts/JobPanel';
import { openDocument } from './_parts/openDocument';
import { WorkbenchLoader } from './_parts/WorkbenchLoader';

type Props = PageProps<'/[locale]/projects/[projectId]/documents/[documentId]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await openDocument(await params)).title };
}

/** The workbench; before there is an alignment, what leads to one. */
export default async function WorkbenchPage({ params }: Props) {
  const actor = await signedIn();
  const document = await openDocument(await params);
  const locale = await getLocale();
  const t = await getTranslations('WorkbenchPage');
  const { summary, rights, jobs } = document;
  const base = `/projects/${document.projectId}/documents/${document.id}`;
  const aligned = summary.bitexts.some((bitext) => bitext.aligned);
  const isRunning = (bitextId: string) =>
    jobs.some((job) => job.bitextId === bitextId && (job.state === 'queued' || job.state === 'running'));
  const waiting = summary.bitexts.filter(({ id, aligned }) => !aligned || isRunning(id));
  // Those of the project too: a text may come while the page is open.
  const langs = new Set([
    document.referenceLang,
    ...document.targetLangs,
    ...summary.texts.map(({ lang }) => lang),
  ]);
  return (
    // The grid scrolls, the page never does, whatever of the grid the focus goes to.
    <div className="flex h-dvh flex-col overflow-clip">
      <AppBar
        crumbs={[
          { label: document.projectName, href: `/projects/${document.projectId}` },
          { label: document.title },
        ]}
      />
      <DocumentNav base={base} here="workbench" />
      <main id="main" className="flex min-h-0 flex-1 flex-col">
        <h1 className="sr-only">{document.title}</h1>
        {waiting.length > 0 && (
          <div className="grid gap-3 border-line border-b bg-paper p-4">
            {waiting.map(({ id, lang, aligned }) => (
              <JobPanel
                key={id}
                bitextId={id}
                lang={langInSentence(locale, lang)}
                aligned={aligned}
                mayAlign={rights.edit.includes(lang)}
                job={jobs.find((job) => job.bitextId === id) ?? null}
              />
            ))}
          </div>
        )}
        {aligned ? (
          <div className="min-h-0 flex-1">
            <WorkbenchLoader
              // A text that came or went, or a new alignment, makes another document of it.
              key={[
                ...summary.bitexts.map(({ id }) => id),
                ...jobs.map((job) => `${job.id}:${job.state === 'done'}`),
              ].join(' ')}
              documentId={document.id}
              title={document.title}
              referenceLang={document.referenceLang}
              targetLangs={document.targetLangs}
              langNames={Object.fromEntries([...langs].map((lang) => [lang, langName(locale, lang)]))}
              actor={{ id: actor.id, name: actor.name }}
              selfReview={document.selfReview}
              rights={rights}
              keys={await readKeys(actor)}
            />
          </div>
        ) : waiting.some(({ id }) => isRunning(id)) ? null : (
          <div className="mx-auto w-full max-w-3xl p-6">
            <EmptyState title={t(summary.bitexts.length ? 'notAlignedTitle' : 'noTextsTitle')}>
              <p className="max-w-prose text-ink-soft">
                {t(summary.bitexts.length ? 'notAligned' : 'noTexts')}
              </p>
              <Link
                href={`${base}/texts`}
                className={buttonClass(summary.bitexts.length ? 'plain' : 'primary')}
              >
                {t('toTexts')}
              </Link>
            </EmptyState>
          </div>
        )}
      </main>
    </div>
  );
}
