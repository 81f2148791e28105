'use client';

import { useTranslations } from 'next-intl';
import { SelectField } from '@/app/_ui/Field';
import type { TableReading } from '@/lib/formats/aligned/AlignedDocument';
import { ENCODINGS } from '../../_parts/encodings';
import type { AlignedChoices } from './useAligned';

type Props = {
  /** How the table was read; null when it could not be. */
  table: TableReading | null;
  chosen: AlignedChoices;
  onChoose: (choices: AlignedChoices) => void;
};

const DELIMITERS = { '\t': 'tab', ',': 'comma', ';': 'semicolon', '|': 'bar' } as const;
const QUOTES = { '"': 'double', "'": 'single', none: 'none' } as const;

/** How a table is written, for those who know better than was detected. A workbook has nothing but a first row. */
export function TableFields({ table, chosen, onChoose }: Props) {
  const t = useTranslations('TableFields');
  // Columns are other ones once the table is cut another way, and so are their languages.
  const choose = (next: AlignedChoices) => onChoose({ ...chosen, columns: '', langs: '', ...next });
  const isWorkbook = table !== null && table.delimiter === null;
  return (
    <>
      {!isWorkbook && (
        <>
          <SelectField
            label={t('delimiter')}
            value={chosen.delimiter ?? table?.delimiter ?? ''}
            onChange={(event) => choose({ delimiter: event.target.value })}
          >
            {!table && <option value="">{t('detected')}</option>}
            {Object.entries(DELIMITERS).map(([delimiter, name]) => (
              <option key={name} value={delimiter}>
                {t(`delimiters.${name}`)}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={t('quote')}
            value={chosen.quote ?? (table ? table.quote || 'none' : '')}
            onChange={(event) => choose({ quote: event.target.value })}
          >
            {!table && <option value="">{t('detected')}</option>}
            {Object.entries(QUOTES).map(([quote, name]) => (
              <option key={name} value={quote}>
                {t(`quotes.${name}`)}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={t('encoding')}
            value={chosen.encoding ?? ''}
            onChange={(event) => choose({ encoding: event.target.value })}
          >
            <option value="">{t('detected')}</option>
            {ENCODINGS.map((encoding) => (
              <option key={encoding} value={encoding}>
                {encoding}
              </option>
            ))}
          </SelectField>
        </>
      )}
      <SelectField
        label={t('header')}
        value={chosen.header ?? (table ? (table.header ? 'yes' : 'no') : '')}
        onChange={(event) => choose({ header: event.target.value })}
      >
        {!table && <option value="">{t('detected')}</option>}
        <option value="yes">{t('headers.yes')}</option>
        <option value="no">{t('headers.no')}</option>
      </SelectField>
    </>
  );
}
