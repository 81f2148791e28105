'use client';

import { useTranslations } from 'next-intl';
import { BEAD_STATUSES } from '@/lib/bitext/types';
import type { AlignedPreview } from '@/lib/formats/aligned/describeAligned';
import { LengthRatioCurve } from '../../_parts/LengthRatioCurve';
import { SuspicionList } from '../../_parts/SuspicionList';
import { UnitTable } from './UnitTable';

/** What somebody should know of aligned texts before accepting them; `fits`: whether the lengths can be compared. */
export function AlignedFindings({ preview, fits }: { preview: AlignedPreview; fits: boolean }) {
  const t = useTranslations('AlignedForm');
  const status = useTranslations('Status');
  const found = BEAD_STATUSES.filter((name) => preview.statuses[name]);
  return (
    <>
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
    </>
  );
}
