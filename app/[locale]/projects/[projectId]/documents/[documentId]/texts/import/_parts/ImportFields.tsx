'use client';

import { useTranslations } from 'next-intl';
import { SelectField } from '@/app/_ui/Field';
import { UNITS } from '@/lib/bitext/units';
import type { TextPreview } from '@/lib/server/imports/previewText';
import type { LangChoice } from './ImportPreview';
import { ReadingFields } from './ReadingFields';
import type { Choices } from './useImport';

type Props = {
  preview: TextPreview;
  chosen: Choices;
  choices: readonly LangChoice[];
  langNames: Readonly<Record<string, string>>;
  onChoose: (choices: Choices) => void;
};

/** All that was detected, each to be overruled. */
export function ImportFields({ preview, chosen, choices, langNames, onChoose }: Props) {
  const t = useTranslations('ImportForm');
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      <SelectField
        label={t('language')}
        hint={
          preview.detectedLang
            ? t('detected', {
                lang: langNames[preview.detectedLang] ?? preview.detectedLang,
                share: preview.langConfidence,
              })
            : t('notDetected')
        }
        value={chosen.lang ?? ''}
        onChange={(event) => onChoose({ ...chosen, lang: event.target.value })}
      >
        {!chosen.lang && <option value="">{t('chooseLanguage')}</option>}
        {choices.map(({ lang, name }) => (
          <option key={lang} value={lang}>
            {name}
          </option>
        ))}
      </SelectField>
      <ReadingFields preview={preview} chosen={chosen} onChoose={onChoose} />
      {choices.some(({ lang, isReference }) => lang === chosen.lang && !isReference) && (
        <SelectField
          label={t('segments')}
          hint={t('segmentsHint')}
          value={chosen.segments ?? 'paragraph'}
          onChange={(event) => onChoose({ ...chosen, segments: event.target.value })}
        >
          {UNITS.map((unit) => (
            <option key={unit} value={unit}>
              {t(`units.${unit}`)}
            </option>
          ))}
        </SelectField>
      )}
    </div>
  );
}
