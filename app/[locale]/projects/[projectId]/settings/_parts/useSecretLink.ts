import { useLocale, useTranslations } from 'next-intl';
import { getPathname } from '@/lib/i18n/navigation';

/** How a link that is handed on is shown, and what it is. */
export function useSecretLink(label: string) {
  const t = useTranslations('SecretLink');
  const locale = useLocale();
  return {
    words: { label, hint: t('hint'), copy: t('copy'), copied: t('copied'), done: t('done') },
    /** @param href path without locale. */
    linkTo: (href: string) => `${window.location.origin}${getPathname({ href, locale })}`,
  };
}
