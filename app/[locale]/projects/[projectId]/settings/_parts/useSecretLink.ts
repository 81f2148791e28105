import { useTranslations } from 'next-intl';

/** How a link that is handed on is shown, and what it is. */
export function useSecretLink(label: string) {
  const t = useTranslations('SecretLink');
  return {
    words: { label, hint: t('hint'), copy: t('copy'), copied: t('copied'), done: t('done') },
    /** Without a locale: who opens it gets the language that their browser asks for. */
    linkTo: (path: string) => `${window.location.origin}${path}`,
  };
}
