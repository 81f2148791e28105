'use client';

import { useTranslations } from 'next-intl';
import type { AlignedPreview } from '@/lib/formats/aligned/describeAligned';
import { UnitTable } from './UnitTable';

/** The first and the last units, side by side. */
export function AlignedRows({ preview }: { preview: AlignedPreview }) {
  const t = useTranslations('AlignedForm');
  const { first, last, languages, unitCount } = preview;
  return (
    <section>
      <h2 className="mb-3 font-semibold">{t('rows')}</h2>
      <UnitTable
        rows={first}
        last={last}
        left={unitCount - first.length - last.length}
        languages={languages}
        label={t('rows')}
      />
    </section>
  );
}
