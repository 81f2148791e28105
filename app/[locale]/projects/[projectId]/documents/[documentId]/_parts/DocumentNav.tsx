import { getTranslations } from 'next-intl/server';
import { classes } from '@/app/_ui/classes';
import { Link } from '@/lib/i18n/navigation';
import { PlaceLink } from './PlaceLink';

type Part = 'workbench' | 'read' | 'texts' | 'export';
const PATHS: Record<Part, string> = { workbench: '', read: '/read', texts: '/texts', export: '/export' };

/** Two looks at the same beads: one who goes from one to the other stays where they are in the text. */
const linkTo = (part: Part) => (part === 'workbench' || part === 'read' ? PlaceLink : Link);

/** The parts of a document, as tabs under the bar. */
export async function DocumentNav({ base, here }: { base: string; here: Part }) {
  const t = await getTranslations('DocumentNav');
  return (
    <nav
      aria-label={t('label')}
      className="flex shrink-0 gap-1 overflow-x-auto border-line border-b bg-surface px-3 print:hidden"
    >
      {(Object.keys(PATHS) as Part[]).map((part) => {
        const To = linkTo(part);
        return (
          <To
            key={part}
            href={`${base}${PATHS[part]}`}
            aria-current={part === here ? 'page' : undefined}
            className={classes(
              '-mb-px border-b-2 px-3 py-2 text-sm',
              part === here ? 'border-accent font-medium' : 'border-transparent text-ink-soft hover:text-ink',
            )}
          >
            {t(part)}
          </To>
        );
      })}
    </nav>
  );
}
