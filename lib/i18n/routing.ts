import { defineRouting } from 'next-intl/routing';

/** The interface's languages. Not to be mixed up with `lang`, the language of a document. */
export const LOCALES = ['en', 'vi', 'ro'] as const;
export type Locale = (typeof LOCALES)[number];

/** Every address carries its locale, so that a link shows the reader what the sender saw. */
export const routing = defineRouting({
  locales: LOCALES,
  defaultLocale: 'en',
  localePrefix: 'always',
});
