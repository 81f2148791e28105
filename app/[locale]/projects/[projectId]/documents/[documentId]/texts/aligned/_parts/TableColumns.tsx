'use client';

import { useTranslations } from 'next-intl';
import { COLUMN_ROLES, type TableReading } from '@/lib/formats/aligned/AlignedDocument';

/** What each column of the table is taken for. */
export function TableColumns({
  columns,
  onChoose,
}: {
  columns: TableReading['columns'];
  onChoose: (roles: string) => void;
}) {
  const t = useTranslations('TableFields');
  const choose = (at: number, role: string) =>
    onChoose(columns.map((column, k) => (k === at ? role : column.role)).join(','));
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-2">
      <legend className="mb-1 font-medium text-sm">{t('columns')}</legend>
      <div className="grid grid-cols-1 gap-2 sm:grid-cols-2 lg:grid-cols-3">
        {columns.map(({ name, sample, role }, at) => (
          <label
            // biome-ignore lint/suspicious/noArrayIndexKey: columns are known by their place.
            key={at}
            className="grid min-w-0 grid-cols-1 gap-1 rounded-md border border-line p-2 text-sm"
          >
            <span className="truncate">
              {t('column', { number: at + 1 })}
              {name && <span className="text-ink-soft"> · {name}</span>}
            </span>
            <select
              value={role}
              onChange={(event) => choose(at, event.target.value)}
              className="min-h-8 w-full truncate rounded border border-line-strong/60 bg-surface px-2"
            >
              {COLUMN_ROLES.map((one) => (
                <option key={one} value={one}>
                  {t(`roles.${one}`)}
                </option>
              ))}
            </select>
            <span className="truncate text-ink-faint text-xs">{sample || ' '}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
