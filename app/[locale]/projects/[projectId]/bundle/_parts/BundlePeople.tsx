'use client';

import { useTranslations } from 'next-intl';
import type { BundlePreview } from '@/lib/server/bundle/previewBundle';

/** As many names as one reads. */
const SHOWN = 30;

/** Who is named in a bundle, and as whom here. */
export function BundlePeople({ people }: { people: BundlePreview['people'] }) {
  const t = useTranslations('ImportBundle');
  const line = ({ name, account }: BundlePreview['people'][number]): string => {
    if (account === null) return t('stranger', { name });
    return account === name ? t('same', { name }) : t('known', { name, account });
  };
  const more = people.length - SHOWN;
  return (
    <section className="grid gap-3">
      <h2 className="font-semibold">{t('people')}</h2>
      <ul className="list-disc pl-5">
        {people.slice(0, SHOWN).map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names need not differ, and the list stays as it is.
          <li key={at} className="break-words">
            {line(one)}
          </li>
        ))}
        {more > 0 && <li>{t('morePeople', { count: more })}</li>}
      </ul>
    </section>
  );
}
