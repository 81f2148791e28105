import { useTranslations } from 'next-intl';
import { StatusMark } from '@/app/_ui/StatusMark';
import { Link } from '@/lib/i18n/navigation';
import type { Counterpart, Hit } from '@/lib/server/find/concordanceOf';

type Props = { projectId: string; hit: Hit; langs: readonly { lang: string; name: string }[] };

/** A keyword in its context, the other languages beside it, and the way into the workbench. */
export function HitRow({ projectId, hit, langs }: Props) {
  const t = useTranslations('FindResults');
  const status = useTranslations('Status');
  const nameOf = (lang: string) => langs.find((one) => one.lang === lang)?.name ?? lang;
  const document = `/projects/${projectId}/documents/${hit.documentId}`;
  return (
    <li className="rounded-xl border border-line bg-surface p-4" data-testid="hit">
      <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft text-sm">
        {hit.bead ? (
          <span className="flex items-center gap-1.5">
            <StatusMark status={hit.bead.status} />
            {status(hit.bead.status)}
          </span>
        ) : (
          <span>{t('notAligned')}</span>
        )}
        <Link
          href={(hit.bead ? `${document}?bead=${hit.bead.beadId}` : document) as '/'}
          className="ml-auto text-accent underline underline-offset-2 hover:text-accent-strong"
        >
          {t('open', { title: hit.title })}
        </Link>
      </div>
      <div className="grid gap-x-6 gap-y-3 md:grid-flow-col md:auto-cols-fr">
        <Side name={nameOf(hit.lang)}>
          <p lang={hit.lang} className="reading">
            {hit.before}
            <mark className="rounded-sm bg-warn-soft px-0.5 font-semibold text-ink">{hit.match}</mark>
            {hit.after}
          </p>
        </Side>
        {hit.counterparts.map((one) => (
          <Side key={one.lang} name={nameOf(one.lang)}>
            <Beside counterpart={one} none={t('none')} />
          </Side>
        ))}
      </div>
    </li>
  );
}

function Side({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="min-w-0">
      <p className="mb-0.5 text-ink-faint text-xs">{name}</p>
      {children}
    </div>
  );
}

function Beside({ counterpart: { lang, text }, none }: { counterpart: Counterpart; none: string }) {
  return text ? (
    <p lang={lang} className="reading">
      {text}
    </p>
  ) : (
    <p className="text-ink-soft italic">{none}</p>
  );
}
