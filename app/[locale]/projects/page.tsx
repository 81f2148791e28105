import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { EmptyState } from '@/app/_ui/EmptyState';
import { Page } from '@/app/_ui/Page';
import { listProjects } from '@/lib/server/projects/listProjects';
import { AppBar } from '../_parts/AppBar';
import { langChoices } from '../_parts/langNames';
import { signedIn } from '../_parts/signedIn';
import { unwrap } from '../_parts/unwrap';
import { NewProject } from './_parts/NewProject';
import { ProjectCard } from './_parts/ProjectCard';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ProjectsPage');
  return { title: t('title') };
}

/** The projects one can see. */
export default async function ProjectsPage() {
  const { projects, mayCreate } = unwrap(await listProjects(await signedIn()));
  const t = await getTranslations('ProjectsPage');
  const newProject = mayCreate && <NewProject choices={langChoices(await getLocale())} />;
  return (
    <>
      <AppBar />
      <Page title={t('title')} actions={projects.length > 0 && newProject}>
        {projects.length === 0 ? (
          <EmptyState title={t('emptyTitle')}>
            <p className="max-w-prose text-ink-soft">
              {mayCreate ? t('emptyForMaker') : t('emptyForMember')}
            </p>
            {newProject}
          </EmptyState>
        ) : (
          <ul className="grid gap-3">
            {projects.map((project) => (
              <ProjectCard key={project.id} project={project} />
            ))}
          </ul>
        )}
      </Page>
    </>
  );
}
