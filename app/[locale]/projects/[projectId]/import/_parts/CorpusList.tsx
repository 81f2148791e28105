'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/app/_ui/Field';
import type { CorpusPreview } from '@/lib/formats/aligned/describeCorpus';
import { CorpusRow } from './CorpusRow';

type Props = {
  preview: CorpusPreview;
  wanted: readonly number[];
  isBusy: boolean;
  onWant: (numbers: readonly number[], isWanted: boolean) => void;
  onShow: (number: number) => void;
};

/** The documents in the files, each to be wanted or not. */
export function CorpusList({
  preview: { documents, languages, shown },
  wanted,
  isBusy,
  onWant,
  onShow,
}: Props) {
  const t = useTranslations('CorpusForm');
  const fitting = documents.filter(({ problem }) => problem === null).map(({ number }) => number);
  const isWanted = new Set(wanted);
  return (
    <section className="grid grid-cols-1 gap-2">
      <h3 className="font-medium text-sm">{t('list')}</h3>
      <Checkbox
        label={t('all')}
        checked={fitting.length > 0 && wanted.length === fitting.length}
        disabled={isBusy || fitting.length === 0}
        onChange={(event) => onWant(fitting, event.target.checked)}
      />
      <div
        className="max-h-[32rem] overflow-auto rounded-lg border border-line"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled with the keyboard.
        tabIndex={0}
        role="region"
        aria-label={t('list')}
      >
        <table className="w-full text-sm">
          <thead className="sticky top-0 bg-surface">
            <tr>
              <th scope="col" className="min-w-48 px-3 py-2 text-left font-medium">
                {t('document')}
              </th>
              <th scope="col" className="px-3 py-2 text-right font-medium">
                {t('units')}
              </th>
              <th scope="col" className="px-3 py-2 text-left font-medium">
                {t('languages')}
              </th>
              <th scope="col" className="min-w-40 px-3 py-2 text-left font-medium">
                {t('notes')}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {documents.map((document) => (
              <CorpusRow
                key={document.number}
                document={document}
                languages={languages}
                isWanted={isWanted.has(document.number)}
                isShown={shown?.number === document.number}
                isBusy={isBusy}
                onWant={onWant}
                onShow={onShow}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
