/**
 * A language tag as a program at the other end wants it: hyphens, never underscores (BCP 47, section 2.1), and on
 * wish with the likely region (Unicode Technical Standard 35, "likely subtags"): `vi` -> `vi-VN`.
 */
export function languageTag(lang: string, form: 'plain' | 'region' = 'plain'): string {
  const tag = lang.replaceAll('_', '-');
  if (form === 'plain') return tag;
  try {
    const locale = new Intl.Locale(tag);
    const region = locale.region ?? locale.maximize().region;
    return region ? `${locale.language}-${region}` : tag;
  } catch {
    return tag; // No BCP 47 tag: a project may have named a language its own way.
  }
}

/** The same as a part of a file name; a language may have been named by a file from elsewhere. */
export const fileTag = (lang: string, form: 'plain' | 'region' = 'plain'): string =>
  languageTag(lang, form).replace(/[^\w-]/gu, '_') || 'und';
