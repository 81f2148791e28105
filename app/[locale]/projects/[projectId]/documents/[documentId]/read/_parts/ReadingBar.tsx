'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button, buttonClass } from '@/app/_ui/Button';
import { classes } from '@/app/_ui/classes';
import type { ReadingLang } from './useReadingBlocks';

type Props = {
  langs: readonly ReadingLang[];
  shown: readonly number[];
  /** One language at a time: a choice among them, not a set. */
  narrow: boolean;
  onShown: (shown: number[]) => void;
  /** Who else is here. */
  people: ReactNode;
  printing: boolean;
  onPrint: () => void;
};

/** Which languages are to be read, and the way to paper. */
export function ReadingBar({ langs, shown, narrow, people, onShown, printing, onPrint }: Props) {
  const t = useTranslations('Reader');
  return (
    <div className="flex flex-wrap items-center gap-2 py-2">
      <fieldset className="flex flex-wrap gap-1.5">
        <legend className="sr-only">{t('columns')}</legend>
        {langs.map(({ lang, name }, k) => {
          const on = shown.includes(k);
          const last = on && shown.length === 1;
          return (
            <label
              key={lang}
              className={classes(
                buttonClass('plain', true),
                'has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2',
                'has-checked:border-accent has-checked:bg-accent-soft',
              )}
            >
              <input
                type={narrow ? 'radio' : 'checkbox'}
                name="reading-column"
                className={narrow ? 'sr-only' : 'accent-accent'}
                checked={on}
                // The last one stays: a page without any text helps nobody.
                disabled={!narrow && last}
                onChange={() =>
                  onShown(
                    narrow
                      ? [k]
                      : on
                        ? shown.filter((one) => one !== k)
                        : [...shown, k].sort((a, b) => a - b),
                  )
                }
              />
              {name}
            </label>
          );
        })}
      </fieldset>
      <span className="ml-auto flex items-center gap-1.5">
        {people}
        <Button small busy={printing} onClick={onPrint}>
          {t(printing ? 'preparing' : 'print')}
        </Button>
      </span>
    </div>
  );
}
