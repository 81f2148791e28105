'use client';

import { useTranslations } from 'next-intl';
import { buttonClass } from '@/app/_ui/Button';
import { SelectField } from '@/app/_ui/Field';
import { Notice } from '@/app/_ui/Notice';
import { useFormatName } from '@/app/_ui/useFormatName';
import type { AlignedPreview } from '@/lib/formats/aligned/describeAligned';
import { Link } from '@/lib/i18n/navigation';
import { PreviewCard } from '../../_parts/PreviewCard';
import { AlignedFindings } from './AlignedFindings';
import { AlignedRows } from './AlignedRows';
import { ApartNotice } from './ApartNotice';
import { LanguageFields } from './LanguageFields';
import { TableColumns } from './TableColumns';
import { TableFields } from './TableFields';
import type { AlignedChoices } from './useAligned';

type Props = {
  preview: AlignedPreview;
  chosen: AlignedChoices;
  choices: readonly { lang: string; name: string }[];
  reference: string;
  referenceLang: string;
  /** Where several documents are imported each for itself. */
  corpusHref: string;
  busy: 'reading' | 'storing' | null;
  onChoose: (choices: AlignedChoices) => void;
  onAccept: () => void;
  onAgain: () => void;
};

/** What an import would store; which language is which can be overruled. */
export function AlignedPreviewView(props: Props) {
  const { preview, chosen, choices, reference, referenceLang, corpusHref, busy } = props;
  const { onChoose, onAccept, onAgain } = props;
  const t = useTranslations('AlignedForm');
  const formatName = useFormatName();
  const langs = preview.languages.map(({ lang }) => lang);
  const fits = langs.includes(referenceLang) && langs.filter(Boolean).length > 1;
  const { format, encoding, unitCount, documents } = preview;
  return (
    <PreviewCard
      title={preview.title ?? preview.fileName}
      about={t('counts', { format: formatName(format), encoding, units: unitCount })}
      busy={busy}
      words={{ another: t('another'), accept: t('accept'), cancel: t('cancel') }}
      canAccept={fits}
      onAccept={onAccept}
      onAgain={onAgain}
      below={<AlignedRows preview={preview} />}
    >
      {documents > 1 && (
        <Notice tone="warn">
          <p>{t('severalDocuments', { count: documents })}</p>
          <Link href={corpusHref} className={buttonClass()}>
            {t('asDocuments')}
          </Link>
        </Notice>
      )}
      {preview.apart && <ApartNotice apart={preview.apart} />}
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <LanguageFields
          languages={preview.languages.map(({ label, lang, segments, characters, missing }) => ({
            ...{ label, lang, hint: t('languageHint', { segments, characters, missing }) },
          }))}
          choices={choices}
          onChoose={(next) => onChoose({ ...chosen, langs: next })}
        />
        {preview.alternatives && (
          <AlternativeField
            alternatives={preview.alternatives}
            label={t(preview.table?.delimiter === null ? 'sheet' : 'alignment')}
            onChoose={(alignment) => onChoose({ alignment })}
          />
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
      <AlignedFindings preview={preview} fits={fits} />
    </PreviewCard>
  );
}

/** Which of several sheets or alignments; those that are read together first. */
function AlternativeField({
  alternatives: { names, chosen, joined = names.length },
  label,
  onChoose,
}: {
  alternatives: NonNullable<AlignedPreview['alternatives']>;
  label: string;
  onChoose: (alignment: string) => void;
}) {
  const t = useTranslations('AlignedForm');
  const inOrder = [...names.keys()].sort((a, b) => Number(b >= joined) - Number(a >= joined));
  return (
    <SelectField label={label} value={String(chosen)} onChange={(event) => onChoose(event.target.value)}>
      {inOrder.map((at) => (
        <option key={at} value={at}>
          {at >= joined ? t('together', { name: names[at] }) : names[at]}
        </option>
      ))}
    </SelectField>
  );
}
