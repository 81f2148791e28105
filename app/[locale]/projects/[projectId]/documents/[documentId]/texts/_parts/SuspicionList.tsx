'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/app/_ui/Notice';
import type { Suspicion } from '@/lib/formats/aligned/findSuspicions';

/** Places to look at before accepting. `labels`: what each language is called. */
export function SuspicionList({
  suspicions,
  labels,
}: {
  suspicions: readonly Suspicion[];
  labels: readonly string[];
}) {
  const t = useTranslations('Suspicions');
  const names = new Intl.DisplayNames(useLocale(), { type: 'language' });
  if (!suspicions.length) return null;
  return (
    <Notice tone="warn">
      <h3 className="font-medium text-sm">{t('title')}</h3>
      <ul className="list-disc pl-5 text-sm">
        {suspicions.map(({ code, at, from, to, count, lang }) => (
          <li key={`${code}-${at}-${from}`}>
            {t(code, {
              label: labels[at] ?? '',
              ...{ from, to, count },
              rows: Math.abs(count),
              where: count > 0 ? 'down' : 'up',
              lang: lang ? (names.of(lang) ?? lang) : '',
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
