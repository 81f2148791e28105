import { useTranslations } from 'next-intl';
import { Checkbox, SelectField } from '@/app/_ui/Field';
import { useFormatName } from '@/app/_ui/useFormatName';
import { BEAD_STATUSES } from '@/lib/bitext/types';
import { EXPORT_FORMATS, type ExportFormatId, formatOf } from '@/lib/formats/formats';
import type { ExportChoices, LangChoice } from './exportChoices';

type Props = {
  choices: ExportChoices;
  onChange: (change: Partial<ExportChoices>) => void;
  langs: readonly LangChoice[];
  /** The export may hold several documents. */
  several: boolean;
};

/** What to export and how it is written. */
export function ExportFields({ choices, onChange, langs, several }: Props) {
  const t = useTranslations('ExportForm');
  const formatName = useFormatName();
  const status = useTranslations('Status');
  const format = formatOf(choices.format);
  const all = choices.langs === 'all';
  const check = (name: 'nulls' | 'regions' | 'properties' | 'changes' | 'ids') => (
    <Checkbox
      label={t(name)}
      checked={choices[name]}
      onChange={(event) => onChange({ [name]: event.target.checked })}
    />
  );
  return (
    <>
      <SelectField
        label={t('languages')}
        value={choices.langs}
        onChange={(event) => onChange({ langs: event.target.value })}
      >
        {langs
          .filter(({ value }) => value !== 'all' || !format.pairOnly)
          .map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
      </SelectField>
      <SelectField
        label={t('format')}
        value={choices.format}
        onChange={(event) => {
          const next = event.target.value as ExportFormatId;
          const { holdsNulls, pairOnly } = formatOf(next);
          const pair = langs.find(({ value }) => value !== 'all');
          onChange({
            ...{ format: next, nulls: holdsNulls },
            ...(pairOnly && all && pair ? { langs: pair.value } : {}),
          });
        }}
      >
        {EXPORT_FORMATS.map(({ id }) => (
          <option key={id} value={id}>
            {formatName(id)}
          </option>
        ))}
      </SelectField>
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 font-medium text-sm">{t('statuses')}</legend>
        {BEAD_STATUSES.toReversed().map((name) => (
          <Checkbox
            key={name}
            label={status(name)}
            checked={choices.statuses.includes(name)}
            onChange={(event) =>
              onChange({
                statuses: event.target.checked
                  ? [...choices.statuses, name]
                  : choices.statuses.filter((one) => one !== name),
              })
            }
          />
        ))}
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={t('manyToMany')}
          value={choices.manyToMany}
          onChange={(event) => onChange({ manyToMany: event.target.value as ExportChoices['manyToMany'] })}
        >
          {(['join', 'mark', 'leaveOut'] as const).map((one) => (
            <option key={one} value={one}>
              {t(`manyToManyChoices.${one}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('text')}
          value={choices.text}
          onChange={(event) => onChange({ text: event.target.value as ExportChoices['text'] })}
        >
          {(['corrected', 'imported'] as const).map((one) => (
            <option key={one} value={one}>
              {t(`textChoices.${one}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('order')}
          value={format.holdsTexts ? 'text' : choices.order}
          disabled={format.holdsTexts}
          onChange={(event) => onChange({ order: event.target.value as ExportChoices['order'] })}
        >
          {(['text', 'confidence'] as const).map((one) => (
            <option key={one} value={one}>
              {t(`orderChoices.${one}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <div className="grid gap-2">
        {check('nulls')}
        {check('regions')}
        {check('properties')}
        {check('changes')}
        {check('ids')}
        {all && (
          <Checkbox
            label={t('pairsApart')}
            hint={t('pairsHint')}
            checked={choices.pairsApart}
            onChange={(event) => onChange({ pairsApart: event.target.checked })}
          />
        )}
        {several && format.holdsDocuments && (
          <Checkbox
            label={t('filesApart')}
            checked={choices.filesApart}
            onChange={(event) => onChange({ filesApart: event.target.checked })}
          />
        )}
      </div>
    </>
  );
}
