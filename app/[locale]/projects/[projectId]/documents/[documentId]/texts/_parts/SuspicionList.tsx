'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Notice } from '@/app/_ui/Notice';
import type { Suspicion } from '@/lib/formats/aligned/findSuspicions';
import { langInSentence } from '../../../../../../_parts/langNames';

type Props = {
  suspicions: readonly Suspicion[];
  /** What each language is called. */
  labels: readonly string[];
  /** What stands at the place of this number; null where there is nothing to look at. */
  placeOf?: (number: number) => ReactNode;
};

/** Places to look at before accepting, each to be opened. */
export function SuspicionList({ suspicions, labels, placeOf }: Props) {
  const t = useTranslations('Suspicions');
  const locale = useLocale();
  if (!suspicions.length) return null;
  return (
    <Notice tone="warn">
      <h3 className="font-medium text-sm">{t('title')}</h3>
      <ul className="list-disc pl-5 text-sm">
        {suspicions.map(({ code, at, from, to, count, lang }, number) => {
          const place = placeOf?.(number) ?? null;
          return (
            <li key={`${code}-${at}-${from}`}>
              {t(code, {
                label: labels[at] ?? '',
                ...{ from, to, count },
                rows: Math.abs(count),
                where: count > 0 ? 'down' : 'up',
                lang: lang ? langInSentence(locale, lang) : '',
              })}
              {place && (
                <details>
                  <summary className="cursor-pointer underline">{t('look', { from })}</summary>
                  {place}
                </details>
              )}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
