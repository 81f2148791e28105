'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { BEAD_STATUSES } from '@/lib/bitext/types';
import type { BundlePreview } from '@/lib/server/bundle/previewBundle';

type Text = BundlePreview['texts'][number];
type Props = { texts: readonly Text[]; names: Readonly<Record<string, string>> };

/** The texts of a bundle, each with how far its alignment is. */
export function BundleTexts({ texts, names }: Props) {
  const t = useTranslations('ImportBundle');
  const status = useTranslations('Status');
  const format = useFormatter();
  const alignment = ({ isReference, statuses }: Text): string => {
    if (isReference) return t('reference');
    if (!statuses) return t('notAligned');
    return format.list(
      BEAD_STATUSES.flatMap((one) =>
        statuses[one] ? [t('statusCount', { status: status(one), count: statuses[one] })] : [],
      ),
      { type: 'unit' },
    );
  };
  const headings = [t('language'), t('fromFile'), t('characters'), t('alignment')];
  return (
    <section className="grid gap-3">
      <h2 className="font-semibold">{t('texts')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard. */}
      <section className="overflow-x-auto" tabIndex={0} aria-label={t('texts')}>
        <table className="w-full text-left">
          <thead className="border-line border-b text-ink-soft text-sm">
            <tr>
              {headings.map((heading) => (
                <th key={heading} scope="col" className="py-2 pr-4 font-medium">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {texts.map((text) => (
              <tr key={text.lang} className="border-line border-b align-top">
                <th scope="row" className="py-2 pr-4 font-medium">
                  {names[text.lang] ?? text.lang}
                </th>
                <td className="break-all py-2 pr-4">{text.fileName ?? '–'}</td>
                <td className="py-2 pr-4 tabular-nums">{format.number(text.lengthUtf16)}</td>
                <td className="py-2">{alignment(text)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
