import { getFormatter, getTranslations } from 'next-intl/server';
import { EmptyState } from '@/app/_ui/EmptyState';
import type { AccessToken } from '@/lib/server/accounts/listAccessTokens';
import { RevokeToken } from './RevokeToken';

/** A person's tokens: what each is good for, how long, and when it was last used. */
export async function AccessTokens({ tokens }: { tokens: AccessToken[] }) {
  const t = await getTranslations('AccessTokens');
  const scopeWords = await getTranslations('TokenScopes');
  const format = await getFormatter();
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'medium' });
  const now = Date.now();
  if (tokens.length === 0)
    return (
      <EmptyState title={t('empty')}>
        <p className="text-ink-soft">{t('emptyLead')}</p>
      </EmptyState>
    );
  return (
    <ul aria-label={t('list')} className="divide-y divide-line rounded-xl border border-line bg-surface">
      {tokens.map(({ id, name, prefix, scopes, projectName, expiresAt, lastUsedAt }) => (
        <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 py-3">
          <div className="min-w-0">
            <p className="flex flex-wrap items-baseline gap-x-2 font-medium">
              <span className="break-words">{name}</span>
              <code className="text-ink-soft text-sm">{prefix}…</code>
            </p>
            <p className="text-ink-soft text-sm">
              {projectName === null ? t('allProjects') : t('onlyProject', { project: projectName })}
            </p>
            <ul className="list-inside list-disc text-ink-soft text-sm">
              {scopes.map((scope) => (
                <li key={scope}>{scopeWords(scope)}</li>
              ))}
            </ul>
            <p
              className={expiresAt.getTime() > now ? 'text-ink-soft text-sm' : 'font-medium text-bad text-sm'}
            >
              {expiresAt.getTime() > now
                ? t('validUntil', { date: day(expiresAt) })
                : t('expired', { date: day(expiresAt) })}
            </p>
            <p className="text-ink-soft text-sm">
              {lastUsedAt ? t('lastUsed', { date: day(lastUsedAt) }) : t('neverUsed')}
            </p>
          </div>
          <RevokeToken id={id} name={name} />
        </li>
      ))}
    </ul>
  );
}
