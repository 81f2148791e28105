'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/_ui/Button';
import { SelectField } from '@/app/_ui/Field';
import { Notice } from '@/app/_ui/Notice';
import { useFormatName } from '@/app/_ui/useFormatName';
import { BEAD_STATUSES } from '@/lib/bitext/types';
import type { AlignedPreview } from '@/lib/formats/aligned/describeAligned';
import { LengthRatioCurve } from '../../_parts/LengthRatioCurve';
import { SuspicionList } from '../../_parts/SuspicionList';
import { AlignedRows } from './AlignedRows';
import { TableColumns } from './TableColumns';
import { TableFields } from './TableFields';
import { UnitTable } from './UnitTable';
import type { AlignedChoices } from './useAligned';

type Props = {
  preview: AlignedPreview;
  chosen: AlignedChoices;
  choices: readonly { lang: string; name: string }[];
  reference: string;
  referenceLang: string;
  busy: 'reading' | 'storing' | null;
  onChoose: (choices: AlignedChoices) => void;
  onAccept: () => void;
  onAgain: () => void;
};

/** What an import would store; which language is which can be overruled. */
export function AlignedPreviewView(props: Props) {
  const { preview, chosen, choices, reference, referenceLang, busy, onChoose, onAccept, onAgain } = props;
  const t = useTranslations('AlignedForm');
  const formatName = useFormatName();
  const status = useTranslations('Status');
  const langs = preview.languages.map(({ lang }) => lang);
  const fits = langs.includes(referenceLang) && langs.filter(Boolean).length > 1;
  const choose = (at: number, lang: string) => {
    // One language twice would be refused: whoever had it before gives it up.
    const next = langs.map((one, k) => (k === at ? lang : one === lang ? '' : (one ?? '')));
    onChoose({ ...chosen, langs: next.join(',') });
  };
  const found = BEAD_STATUSES.filter((name) => preview.statuses[name]);
  return (
    <div className="grid grid-cols-1 gap-6" aria-busy={busy !== null}>
      <div className="grid grid-cols-1 gap-4 rounded-xl border border-line bg-surface p-5">
        <div className="flex flex-wrap items-baseline justify-between gap-3">
          <div>
            <h2 className="break-all font-semibold text-lg">{preview.title ?? preview.fileName}</h2>
            <p className="text-ink-soft">
              {t('counts', {
                format: formatName(preview.format),
                encoding: preview.encoding,
                units: preview.unitCount,
              })}
            </p>
          </div>
          <Button look="quiet" onClick={onAgain} disabled={busy !== null}>
            {t('another')}
          </Button>
        </div>
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {preview.languages.map(({ label, lang, segments, characters, missing }, at) => (
            <SelectField
              key={label}
              label={t('languageOf', { label })}
              hint={t('languageHint', { segments, characters, missing })}
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
          ))}
          {preview.alternatives && (
            <SelectField
              label={t(preview.table ? 'sheet' : 'alignment')}
              value={String(preview.alternatives.chosen)}
              onChange={(event) => onChoose({ alignment: event.target.value })}
            >
              {preview.alternatives.names.map((name, at) => (
                <option key={name} value={at}>
                  {name}
                </option>
              ))}
            </SelectField>
          )}
          {preview.table && <TableFields table={preview.table} chosen={chosen} onChoose={onChoose} />}
        </div>
        {preview.table && (
          <TableColumns
            columns={preview.table.columns}
            onChoose={(columns) => onChoose({ ...chosen, langs: '', columns })}
          />
        )}
        {!fits && <Notice tone="warn">{t('choosing', { reference })}</Notice>}
        {found.length > 0 && (
          <section>
            <h3 className="font-medium text-sm">{t('statuses')}</h3>
            <ul className="list-disc pl-5 text-sm">
              {found.map((name) => (
                <li key={name}>
                  {t('statusCount', { status: status(name), count: preview.statuses[name] ?? 0 })}
                </li>
              ))}
            </ul>
          </section>
        )}
        {preview.warnings.length > 0 && (
          <section>
            <h3 className="font-medium text-sm">{t('warnings')}</h3>
            <ul className="list-disc pl-5 text-sm">
              {preview.warnings.map(({ code, params }) => (
                <li key={code}>{t(`warning.${code}`, params)}</li>
              ))}
            </ul>
          </section>
        )}
        <SuspicionList
          suspicions={preview.suspicions}
          labels={preview.languages.map(({ label }) => label)}
          placeOf={(number) =>
            preview.places[number]?.length ? (
              <UnitTable
                rows={preview.places[number]}
                languages={preview.languages}
                label={t('place', { unit: preview.suspicions[number].from })}
                marked={preview.suspicions[number].from}
              />
            ) : null
          }
        />
        {fits && (
          <section className="grid gap-3">
            <h3 className="font-medium text-sm">{t('lengths')}</h3>
            {preview.languages.map(
              ({ label, lang, curve }, at) =>
                curve &&
                lang && (
                  <LengthRatioCurve
                    key={label}
                    curve={curve}
                    label={t('lengthsOf', { label, reference: preview.languages[preview.reference].label })}
                    marks={preview.suspicions
                      .filter((one) => one.code === 'drift' && one.at === at)
                      .map(({ from, to }) => ({ from: from - 1, to }))}
                  />
                ),
            )}
          </section>
        )}
        <div className="flex flex-wrap gap-2">
          <Button
            look="primary"
            onClick={onAccept}
            disabled={!fits || busy === 'reading'}
            busy={busy === 'storing'}
          >
            {t('accept')}
          </Button>
          <Button look="quiet" onClick={onAgain} disabled={busy !== null}>
            {t('cancel')}
          </Button>
        </div>
      </div>
      <AlignedRows preview={preview} />
    </div>
  );
}
