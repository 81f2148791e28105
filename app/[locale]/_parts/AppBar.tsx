import { getTranslations } from 'next-intl/server';
import { Link } from '@/lib/i18n/navigation';
import { currentActor } from '@/lib/server/actor';
import { AccountMenu } from './AccountMenu';
import { LocaleSwitcher } from './LocaleSwitcher';

/** A step on the way from the projects to here. Without `href` it is where we are. */
export type Crumb = { label: string; href?: string };

/** The top of every page: where we are, the language of the interface, the account. */
export async function AppBar({ crumbs = [] }: { crumbs?: Crumb[] }) {
  const t = await getTranslations('AppBar');
  const actor = await currentActor();
  return (
    <header className="sticky top-0 z-30 border-line border-b bg-surface">
      <div className="flex min-h-13 items-center gap-3 px-4 sm:px-6">
        <Link
          href={actor ? '/projects' : '/'}
          className="flex shrink-0 items-center gap-2 rounded-sm font-semibold tracking-tight"
        >
          <Mark />
          <span className={crumbs.length > 0 ? 'max-sm:sr-only' : undefined}>{t('name')}</span>
        </Link>
        {crumbs.length > 0 && <Crumbs crumbs={crumbs} label={t('whereYouAre')} />}
        <div className="ml-auto flex shrink-0 items-center gap-2">
          <LocaleSwitcher />
          <AccountMenu person={actor && { name: actor.name, email: actor.email }} />
        </div>
      </div>
    </header>
  );
}

/** Long names give way from the right; the last step stays in full as the page's own heading. */
function Crumbs({ crumbs, label }: { crumbs: Crumb[]; label: string }) {
  return (
    <nav aria-label={label} className="min-w-0">
      <ol className="flex min-w-0 items-center text-ink-soft text-sm">
        {crumbs.map(({ label: text, href }, index) => (
          <li
            key={href ?? text}
            className={`flex min-w-0 items-center ${index < crumbs.length - 1 ? 'max-sm:hidden' : ''}`}
          >
            <span aria-hidden="true" className="px-1.5 text-ink-faint">
              /
            </span>
            {href ? (
              <Link href={href} className="truncate rounded-sm hover:text-ink hover:underline">
                {text}
              </Link>
            ) : (
              <span aria-current="page" className="truncate font-medium text-ink">
                {text}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Three columns of text, cut where they belong together. */
function Mark() {
  return (
    <svg viewBox="0 0 32 32" className="size-6 text-accent" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="currentColor" />
      <path
        className="fill-on-accent"
        d="M7 8.5h4v15H7zM14 8.5h4v6.2h-4zm0 8.8h4v6.2h-4zM21 8.5h4v9.3h-4zm0 11.9h4v3.1h-4z"
      />
    </svg>
  );
}
