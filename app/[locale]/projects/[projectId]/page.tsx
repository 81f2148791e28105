import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { buttonClass } from '@/app/_ui/Button';
import { EmptyState } from '@/app/_ui/EmptyState';
import { Page } from '@/app/_ui/Page';
import { can } from '@/lib/bitext/can';
import { Link } from '@/lib/i18n/navigation';
import { listDocuments } from '@/lib/server/documents/listDocuments';
import { readProject } from '@/lib/server/projects/readProject';
import { AppBar } from '../../_parts/AppBar';
import { langName, langNames } from '../../_parts/langNames';
import { signedIn } from '../../_parts/signedIn';
import { unwrap } from '../../_parts/unwrap';
import { DocumentCard } from './_parts/DocumentCard';
import { NewDocument } from './_parts/NewDocument';

type Props = PageProps<'/[locale]/projects/[projectId]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const project = unwrap(await readProject(await signedIn(), await params));
  return { title: project.name };
}

/** A project's documents. */
export default async function DocumentsPage({ params }: Props) {
  const actor = await signedIn();
  const project = unwrap(await readProject(actor, await params));
  const documents = unwrap(await listDocuments(actor, project.id));
  const t = await getTranslations('DocumentsPage');
  const locale = await getLocale();
  const scope = { projectId: project.id };
  const newDocument = can(actor, 'edit', scope) && (
    <>
      <Link href={`/projects/${project.id}/bundle`} className={buttonClass()}>
        {t('fromBundle')}
      </Link>
      <Link href={`/projects/${project.id}/import`} className={buttonClass()}>
        {t('fromAligned')}
      </Link>
      <NewDocument projectId={project.id} />
    </>
  );
  const reviews = project.targetLangs.some((lang) => can(actor, 'review', { ...scope, lang }));
  return (
    <>
      <AppBar crumbs={[{ label: project.name }]} />
      <Page
        title={project.name}
        lead={t('lead', {
          reference: langName(locale, project.referenceLang),
          targets: langNames(locale, project.targetLangs),
        })}
        actions={
          <>
            {can(actor, 'manage', scope) && (
              <Link href={`/projects/${project.id}/settings`} className={buttonClass('quiet')}>
                {t('settings')}
              </Link>
            )}
            {documents.length > 0 && (
              <Link href={`/projects/${project.id}/find`} className={buttonClass()}>
                {t('find')}
              </Link>
            )}
            {documents.length > 0 && (
              <Link href={`/projects/${project.id}/export`} className={buttonClass()}>
                {t('export')}
              </Link>
            )}
            {reviews && (
              <Link href={`/projects/${project.id}/review`} className={buttonClass()}>
                {t('review')}
              </Link>
            )}
            {documents.length > 0 && newDocument}
          </>
        }
      >
        {documents.length === 0 ? (
          <EmptyState title={t('emptyTitle')}>
            <p className="max-w-prose text-ink-soft">{t('empty')}</p>
            {newDocument}
          </EmptyState>
        ) : (
          <ul className="grid gap-3">
            {documents.map((document) => (
              <DocumentCard
                key={document.id}
                projectId={project.id}
                document={document}
                targetLangs={project.targetLangs}
              />
            ))}
          </ul>
        )}
      </Page>
    </>
  );
}
