/**
 * Names of languages in the language of the interface: "Vietnamese and Romanian".
 * On the server only: browsers know other names for some, and the page would not match.
 */
export function langNames(locale: string, langs: readonly string[]): string {
  return new Intl.ListFormat(locale).format(langs.map((lang) => langInSentence(locale, lang)));
}

/** Where it stands alone or first, with a capital: "Engleză". */
export function langName(locale: string, lang: string): string {
  const name = displayName(locale, lang);
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** Vietnamese names of languages are listed as "Tiếng Việt", and written "tiếng Việt" inside a sentence. */
export function langInSentence(locale: string, lang: string): string {
  const name = displayName(locale, lang);
  return locale === 'vi' ? name.replace(/^Tiếng /u, 'tiếng ') : name;
}

const displayName = (locale: string, lang: string): string =>
  new Intl.DisplayNames(locale, { type: 'language', languageDisplay: 'standard' }).of(lang) ?? lang;

/** A language to choose, by the name it has in the interface's language. */
export type LangChoice = { lang: string; name: string };

/** The languages most often asked for; more can be set through the API. */
const COMMON = [
  ...[
    'vi',
    'ro',
    'en',
    'fr',
    'de',
    'es',
    'it',
    'pt',
    'pt-BR',
    'nl',
    'sv',
    'da',
    'nb',
    'fi',
    'et',
    'lv',
    'lt',
  ],
  ...[
    'pl',
    'cs',
    'sk',
    'hu',
    'bg',
    'sr',
    'hr',
    'sl',
    'mk',
    'sq',
    'el',
    'tr',
    'uk',
    'ru',
    'be',
    'ka',
    'hy',
    'az',
  ],
  ...[
    'ar',
    'he',
    'fa',
    'hi',
    'bn',
    'ta',
    'th',
    'lo',
    'km',
    'my',
    'id',
    'ms',
    'tl',
    'zh-Hans',
    'zh-Hant',
    'ja',
    'ko',
  ],
];

/** For a list of choices, by name; `present` are in it whatever they are. */
export function langChoices(locale: string, present: readonly string[] = []): LangChoice[] {
  const compare = new Intl.Collator(locale).compare;
  return [...new Set([...COMMON, ...present])]
    .map((lang) => ({ lang, name: langName(locale, lang) }))
    .sort((a, b) => compare(a.name, b.name));
}
