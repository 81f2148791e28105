'use client';

import { useTranslations } from 'next-intl';
import type { AlignedPreview, AlignedRow } from '@/lib/formats/aligned/describeAligned';

type Props = {
  rows: readonly AlignedRow[];
  languages: AlignedPreview['languages'];
  /** What the table is called. */
  label: string;
  /** Units that stand between `rows` and `last`, and are not shown. */
  left?: number;
  last?: readonly AlignedRow[];
  /** The unit that the table is about. */
  marked?: number;
};

/** Units side by side, one language a column. */
export function UnitTable({ rows, languages, label, left = 0, last = [], marked }: Props) {
  const t = useTranslations('AlignedForm');
  const row = ({ ordinal, texts }: AlignedRow) => (
    <tr
      key={ordinal}
      aria-current={ordinal === marked || undefined}
      className={`border-line border-t align-top ${ordinal === marked ? 'bg-warn-soft' : ''}`}
    >
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
    <div
      className="overflow-x-auto rounded-lg border border-line bg-surface"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keyboard.
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <table className="w-full">
        <thead>
          <tr>
            <th scope="col" className="px-3 py-2 text-right font-medium text-sm">
              {t('unit')}
            </th>
            {languages.map((one) => (
              <th key={one.label} scope="col" className="min-w-48 px-3 py-2 text-left font-medium text-sm">
                {one.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row)}
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
  );
}
