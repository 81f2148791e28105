'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useState } from 'react';
import { readTheme, THEME_COOKIE, THEMES, type Theme } from './theme';

const YEAR_SECONDS = 31_536_000;

/** Light, dark, or as the system has it. Kept in a cookie, so that the next page comes right at once. */
export function ThemeSwitcher() {
  const t = useTranslations('ThemeSwitcher');
  const name = useId();
  const [theme, setTheme] = useState<Theme>('system');
  useEffect(() => setTheme(readTheme(document.documentElement.dataset.theme)), []);

  const choose = (next: Theme) => {
    setTheme(next);
    document.documentElement.dataset.theme = next;
    // The Cookie Store API is missing in browsers that we support.
    // biome-ignore lint/suspicious/noDocumentCookie: see above.
    document.cookie = `${THEME_COOKIE}=${next}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
  };
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-sm">{t('label')}</legend>
      <div className="grid grid-cols-3 overflow-hidden rounded-md border border-line-strong/60">
        {THEMES.map((one) => (
          <label
            key={one}
            className="cursor-pointer px-1 py-1.5 text-center text-sm has-checked:bg-accent has-focus-visible:outline-2 has-focus-visible:outline-focus has-checked:text-on-accent not-has-checked:hover:bg-hover"
          >
            <input
              type="radio"
              name={name}
              value={one}
              checked={theme === one}
              onChange={() => choose(one)}
              className="sr-only"
            />
            {t(one)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
