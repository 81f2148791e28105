'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { Button } from '@/app/_ui/Button';
import { EmptyState } from '@/app/_ui/EmptyState';
import { Notice } from '@/app/_ui/Notice';
import { useErrorText } from '@/app/_ui/useErrorText';
import { usePathname, useRouter } from '@/lib/i18n/navigation';
import type { Failure } from '@/lib/result';
import type { FindPage } from '@/lib/server/find/findInProject';
import { findMore } from '../actions';
import { FindForm } from './FindForm';
import { HitRow } from './HitRow';
import { addressOf, type FindSearch, inputOf } from './search';

type Props = {
  projectId: string;
  search: FindSearch;
  /** Null before anything is asked for, and after a failure. */
  first: FindPage | null;
  failure: Failure | null;
  langs: readonly { lang: string; name: string }[];
};

/** What was fetched after the first page, and of which search. */
type More = { of: FindPage | null; page: FindPage; failure: Failure | null };

/** The form and what it finds. The address holds the search; further pages are added below. */
export function FindView({ projectId, search, first, failure, langs }: Props) {
  const t = useTranslations('FindResults');
  const errorText = useErrorText();
  const router = useRouter();
  const path = usePathname();
  const [searching, startSearch] = useTransition();
  const [fetching, startFetch] = useTransition();
  const [added, setAdded] = useState<More | null>(null);
  // Another search: what was added belongs to the one before.
  const more = added?.of === first ? added : null;
  const hits = [...(first?.hits ?? []), ...(more?.page.hits ?? [])];
  const next = more ? more.page.next : (first?.next ?? null);
  const wrong = failure ?? more?.failure ?? null;

  const fetchMore = () =>
    startFetch(async () => {
      const known = more?.page.hits ?? [];
      const answer = await findMore({ ...inputOf(projectId, search), cursor: next }).catch(() => ({
        ok: false as const,
        error: { code: 'request.offline' as const },
      }));
      setAdded(
        answer.ok
          ? {
              of: first,
              page: { hits: [...known, ...answer.value.hits], next: answer.value.next },
              failure: null,
            }
          : { of: first, page: { hits: known, next }, failure: answer.error },
      );
    });

  const says = searching
    ? t('searching')
    : first
      ? t(next ? 'countMore' : 'count', { count: hits.length })
      : '';
  return (
    <div className="grid gap-5">
      <FindForm
        key={addressOf(search)}
        search={search}
        langs={langs}
        busy={searching}
        onSearch={(wanted) => startSearch(() => router.push(`${path}${addressOf(wanted)}` as '/'))}
      />
      <p role="status" className="min-h-6 text-ink-soft text-sm">
        {says}
      </p>
      {wrong && <Notice tone="bad">{errorText(wrong)}</Notice>}
      {!first && !failure && (
        <EmptyState title={t('startTitle')}>
          <p className="max-w-prose text-ink-soft">{t('start')}</p>
        </EmptyState>
      )}
      {first && hits.length === 0 && !next && (
        <EmptyState title={t('emptyTitle')}>
          <p className="max-w-prose text-ink-soft">{t('empty')}</p>
        </EmptyState>
      )}
      {hits.length > 0 && (
        <ol className="grid gap-3" aria-busy={searching || undefined}>
          {hits.map((hit, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: hits only ever come at the end.
            <HitRow key={index} projectId={projectId} hit={hit} langs={langs} />
          ))}
        </ol>
      )}
      {next && (
        <div>
          <Button onClick={fetchMore} busy={fetching}>
            {t('more')}
          </Button>
        </div>
      )}
    </div>
  );
}
