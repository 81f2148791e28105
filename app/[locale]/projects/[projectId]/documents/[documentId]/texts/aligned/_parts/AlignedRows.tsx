'use client';

import { useTranslations } from 'next-intl';
import type { AlignedPreview } from '@/lib/formats/aligned/describeAligned';

/** The first and the last units, side by side. */
export function AlignedRows({ preview }: { preview: AlignedPreview }) {
  const t = useTranslations('AlignedForm');
  const { first, last, languages, unitCount } = preview;
  const left = unitCount - first.length - last.length;
  const row = ({ ordinal, texts }: AlignedPreview['first'][number]) => (
    <tr key={ordinal} className="border-line border-t align-top">
      <th scope="row" className="px-3 py-2 text-right font-normal text-ink-faint text-xs tabular-nums">
        {ordinal}
      </th>
      {texts.map((text, at) => (
        <td key={languages[at].label} lang={languages[at].lang ?? undefined} className="reading px-3 py-2">
          {text}
        </td>
      ))}
    </tr>
  );
  return (
    <section>
      <h2 className="mb-3 font-semibold">{t('rows')}</h2>
      <div
        className="overflow-x-auto rounded-lg border border-line bg-surface"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keyboard.
        tabIndex={0}
        role="region"
        aria-label={t('rows')}
      >
        <table className="w-full">
          <thead>
            <tr>
              <th scope="col" className="px-3 py-2 text-right font-medium text-sm">
                {t('unit')}
              </th>
              {languages.map(({ label }) => (
                <th key={label} scope="col" className="min-w-48 px-3 py-2 text-left font-medium text-sm">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {first.map(row)}
            {left > 0 && (
              <tr className="border-line border-t">
                <td colSpan={languages.length + 1} className="px-3 py-2 text-ink-soft">
                  {t('left', { count: left })}
                </td>
              </tr>
            )}
            {last.map(row)}
          </tbody>
        </table>
      </div>
    </section>
  );
}
