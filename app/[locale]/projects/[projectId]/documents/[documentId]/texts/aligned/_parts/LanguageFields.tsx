'use client';

import { useTranslations } from 'next-intl';
import { SelectField } from '@/app/_ui/Field';

type Props = {
  /** As the files have them, with the project's that each would be. */
  languages: readonly { label: string; lang: string | null; hint: string }[];
  /** The project's. */
  choices: readonly { lang: string; name: string }[];
  /** The project's language of each, by commas; nothing leaves one out. */
  onChoose: (langs: string) => void;
};

/** Which language of the files is which of the project's. */
export function LanguageFields({ languages, choices, onChoose }: Props) {
  const t = useTranslations('AlignedForm');
  const choose = (at: number, chosen: string) => {
    // One language twice would be refused: whoever had it before gives it up.
    const next = languages.map(({ lang }, k) => (k === at ? chosen : lang === chosen ? '' : (lang ?? '')));
    onChoose(next.join(','));
  };
  return languages.map(({ label, lang, hint }, at) => (
    <SelectField
      key={label}
      label={t('languageOf', { label })}
      hint={hint}
      value={lang ?? ''}
      onChange={(event) => choose(at, event.target.value)}
    >
      <option value="">{t('leaveOut')}</option>
      {choices.map((choice) => (
        <option key={choice.lang} value={choice.lang}>
          {choice.name}
        </option>
      ))}
    </SelectField>
  ));
}
