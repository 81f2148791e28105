import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/app/_ui/Page';
import { readProject } from '@/lib/server/projects/readProject';
import { readReviewQueue } from '@/lib/server/review/readReviewQueue';
import { AppBar } from '../../../_parts/AppBar';
import { langName } from '../../../_parts/langNames';
import { signedIn } from '../../../_parts/signedIn';
import { unwrap } from '../../../_parts/unwrap';
import { ReviewQueue } from './_parts/ReviewQueue';

type Props = PageProps<'/[locale]/projects/[projectId]/review'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ReviewPage'))('title') };
}

/** What waits for this reviewer, one bead after the other. */
export default async function ReviewPage({ params, searchParams }: Props) {
  const actor = await signedIn();
  const { projectId } = await params;
  const { lang } = await searchParams;
  const project = unwrap(await readProject(actor, { projectId }));
  const chosen = typeof lang === 'string' ? lang : null;
  const queue = unwrap(await readReviewQueue(actor, { projectId: project.id, lang: chosen }));
  const locale = await getLocale();
  const t = await getTranslations('ReviewPage');
  return (
    <>
      <AppBar crumbs={[{ label: project.name, href: `/projects/${project.id}` }, { label: t('title') }]} />
      <Page title={t('title')} lead={t('lead')}>
        <ReviewQueue
          key={chosen ?? 'all'}
          projectId={project.id}
          lang={chosen}
          actorId={actor.id}
          first={queue}
          langNames={Object.fromEntries(
            [project.referenceLang, ...project.targetLangs].map((one) => [one, langName(locale, one)]),
          )}
        />
      </Page>
    </>
  );
}
