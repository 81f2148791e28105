'use client';

import { useTranslations } from 'next-intl';
import { SelectField } from '@/app/_ui/Field';
import { PARAGRAPH_STYLES } from '@/lib/formats/text/TextDraft';
import { ENCODINGS } from '../../_parts/encodings';
import type { Choices } from './useImport';

/** When a file could not be read as it was: the choices that may help, for the same file. */
export function OtherReading({
  chosen,
  onChoose,
}: {
  chosen: Choices;
  onChoose: (choices: Choices) => void;
}) {
  const t = useTranslations('ImportForm');
  return (
    <section
      aria-label={t('otherReading')}
      className="grid gap-4 rounded-xl border border-line bg-surface p-5"
    >
      <h2 className="font-semibold">{t('otherReading')}</h2>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={t('encoding')}
          value={chosen.encoding ?? ''}
          onChange={(event) => onChoose({ ...chosen, encoding: event.target.value })}
        >
          <option value="">{t('asDetected')}</option>
          {ENCODINGS.map((encoding) => (
            <option key={encoding} value={encoding}>
              {encoding}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('paragraphs')}
          value={chosen.paragraphStyle ?? ''}
          onChange={(event) => onChoose({ ...chosen, paragraphStyle: event.target.value })}
        >
          <option value="">{t('asDetected')}</option>
          {PARAGRAPH_STYLES.map((style) => (
            <option key={style} value={style}>
              {t(`styles.${style}`)}
            </option>
          ))}
        </SelectField>
      </div>
    </section>
  );
}
