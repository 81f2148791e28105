'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { inputClass } from '@/app/_ui/Field';
import type { LangChoice } from '../../_parts/langNames';

/** The languages a project translates into: chosen ones as tags to remove, a list to add from. */
export function TargetLangs({ initial, choices }: { initial: string[]; choices: LangChoice[] }) {
  const t = useTranslations('TargetLangs');
  const id = useId();
  const [chosen, setChosen] = useState(initial);
  const tags = chosen.flatMap((lang) => choices.filter((one) => one.lang === lang));
  const left = choices.filter(({ lang }) => !chosen.includes(lang));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-medium text-sm">{t('label')}</legend>
      {tags.length > 0 ? (
        <ul className="flex flex-wrap gap-2">
          {tags.map(({ lang, name }) => (
            <li key={lang} className="flex items-center rounded-full border border-line bg-accent-soft pl-3">
              <input type="hidden" name="targetLangs" value={lang} />
              {name}
              <button
                type="button"
                aria-label={t('remove', { language: name })}
                onClick={() => setChosen(chosen.filter((one) => one !== lang))}
                className="grid size-8 place-items-center rounded-full text-ink-soft hover:text-ink"
              >
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-soft">{t('none')}</p>
      )}
      <label htmlFor={id} className="sr-only">
        {t('add')}
      </label>
      <select
        id={id}
        value=""
        className={`${inputClass} max-w-72`}
        onChange={(event) => setChosen([...chosen, event.target.value])}
      >
        <option value="" disabled>
          {t('add')}
        </option>
        {left.map(({ lang, name }) => (
          <option key={lang} value={lang}>
            {name}
          </option>
        ))}
      </select>
    </fieldset>
  );
}
