import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Page } from '@/app/_ui/Page';
import { FindInProjectInput, findInProject } from '@/lib/server/find/findInProject';
import { readProject } from '@/lib/server/projects/readProject';
import { AppBar } from '../../../_parts/AppBar';
import { langName } from '../../../_parts/langNames';
import { signedIn } from '../../../_parts/signedIn';
import { unwrap } from '../../../_parts/unwrap';
import { FindView } from './_parts/FindView';
import { inputOf, searchIn } from './_parts/search';

type Props = PageProps<'/[locale]/projects/[projectId]/find'>;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const title = (await getTranslations('FindPage'))('title');
  const { q } = searchIn(await searchParams);
  return { title: q ? `${q} – ${title}` : title };
}

/** The bilingual concordance of a project. The search is in the address, so that it can be kept and sent on. */
export default async function FindPage({ params, searchParams }: Props) {
  const actor = await signedIn();
  const { projectId } = await params;
  const project = unwrap(await readProject(actor, { projectId }));
  const search = searchIn(await searchParams);
  const input = FindInProjectInput.safeParse(inputOf(project.id, search));
  const found = search.q && input.success ? await findInProject(actor, input.data) : null;
  const locale = await getLocale();
  const t = await getTranslations('FindPage');
  const langs = [project.referenceLang, ...project.targetLangs];
  return (
    <>
      <AppBar crumbs={[{ label: project.name, href: `/projects/${project.id}` }, { label: t('title') }]} />
      <Page title={t('title')} lead={t('lead')}>
        <FindView
          projectId={project.id}
          search={search}
          first={found?.ok ? found.value : null}
          failure={found && !found.ok ? found.error : null}
          langs={langs.map((lang) => ({ lang, name: langName(locale, lang) }))}
        />
      </Page>
    </>
  );
}
