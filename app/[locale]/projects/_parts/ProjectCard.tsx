import { getLocale, getTranslations } from 'next-intl/server';
import { Link } from '@/lib/i18n/navigation';
import type { ProjectList } from '@/lib/server/projects/listProjects';
import { langName, langNames } from '../../_parts/langNames';

/** A project in the list: its name leads to its documents. */
export async function ProjectCard({ project }: { project: ProjectList['projects'][number] }) {
  const t = await getTranslations('ProjectCard');
  const locale = await getLocale();
  return (
    <li className="relative flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-xl border border-line bg-surface px-5 py-4 hover:border-line-strong">
      <div className="min-w-0">
        <h2 className="font-semibold text-lg">
          {/* The whole card can be clicked, and is one link to a screen reader. */}
          <Link
            href={`/projects/${project.id}`}
            className="rounded-sm after:absolute after:inset-0 after:rounded-xl"
          >
            {project.name}
          </Link>
        </h2>
        <p className="text-ink-soft">
          {t('languages', {
            reference: langName(locale, project.referenceLang),
            targets: langNames(locale, project.targetLangs),
          })}
        </p>
      </div>
      <p className="text-ink-soft text-sm sm:ml-auto">
        {t('size', { documents: project.documents, members: project.members })}
      </p>
      {project.mayManage && (
        <Link
          href={`/projects/${project.id}/settings`}
          aria-label={t('settingsOf', { project: project.name })}
          className="relative rounded-sm text-accent text-sm underline-offset-2 hover:underline"
        >
          {t('settings')}
        </Link>
      )}
    </li>
  );
}
