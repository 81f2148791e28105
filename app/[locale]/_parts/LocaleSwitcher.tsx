'use client';

import { useSearchParams } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { usePathname, useRouter } from '@/lib/i18n/navigation';
import { LOCALES, type Locale } from '@/lib/i18n/routing';

/** Each language by its own name: whoever landed in a wrong one cannot read the others. */
const NAMES: Record<Locale, string> = { en: 'English', vi: 'Tiếng Việt', ro: 'Română' };

/** Changes the interface's language and stays on the page, with its filters. */
export function LocaleSwitcher() {
  const t = useTranslations('LocaleSwitcher');
  const locale = useLocale();
  const pathname = usePathname();
  const search = useSearchParams().toString();
  const router = useRouter();
  const [pending, start] = useTransition();
  const switchTo = (next: string) =>
    start(() => router.replace(search ? `${pathname}?${search}` : pathname, { locale: next as Locale }));
  return (
    <select
      aria-label={t('label')}
      value={locale}
      disabled={pending}
      onChange={(event) => switchTo(event.target.value)}
      className="field-sizing-content min-h-9 max-w-32 rounded-md border border-transparent bg-transparent px-2 text-ink-soft text-sm hover:bg-hover hover:text-ink"
    >
      {LOCALES.map((one) => (
        <option key={one} value={one} lang={one}>
          {NAMES[one]}
        </option>
      ))}
    </select>
  );
}
