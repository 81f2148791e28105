'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import type { VersionPreview } from '@/lib/server/imports/previewVersion';
import { DifferenceList } from './DifferenceList';

type Props = {
  preview: VersionPreview;
  lang: string;
  langNames: Readonly<Record<string, string>>;
  busy: boolean;
  onAccept: () => void;
  onAgain: () => void;
};

/** What the file would change: in the text, and in the alignment of each translation. */
export function ReplacePreview({ preview, lang, langNames, busy, onAccept, onAgain }: Props) {
  const t = useTranslations('ReplaceForm');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { isSame, paragraphs, differences, beads, fileName, encoding } = preview;
  const vouched = beads.reduce((sum, one) => sum + one.vouched, 0);
  return (
    <>
      <section className="grid gap-4 rounded-xl border border-line bg-surface p-5">
        <div>
          <h2 ref={heading} tabIndex={-1} className="font-semibold text-lg outline-none">
            {t('found', { count: differences.count })}
          </h2>
          <p className="text-ink-soft text-sm">
            {[fileName, encoding, t('paragraphs', paragraphs)].filter(Boolean).join(' · ')}
          </p>
        </div>
        {isSame ? (
          <Notice tone="info">{t('same')}</Notice>
        ) : (
          <>
            {beads.length > 0 && (
              <div className="overflow-x-auto">
                <table className="w-full text-sm">
                  <thead>
                    <tr className="text-left text-ink-soft">
                      <th className="py-1 pr-4 font-medium">{t('translation')}</th>
                      {(['kept', 'stale', 'added', 'gone'] as const).map((what) => (
                        <th key={what} className="py-1 pr-4 text-right font-medium">
                          {t(`columns.${what}`)}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {beads.map((one) => (
                      <tr key={one.lang} className="border-line border-t">
                        <th className="py-1.5 pr-4 text-left font-normal">
                          {langNames[one.lang] ?? one.lang}
                        </th>
                        {(['kept', 'stale', 'added', 'gone'] as const).map((what) => (
                          <td key={what} className="py-1.5 pr-4 text-right tabular-nums">
                            {t('number', { count: one[what] })}
                          </td>
                        ))}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
            {vouched > 0 && <Notice tone="warn">{t('vouched', { count: vouched })}</Notice>}
            <p className="text-ink-soft text-sm">{t('undoable')}</p>
          </>
        )}
        <div className="flex flex-wrap gap-3">
          {!isSame && (
            <Button look="primary" busy={busy} onClick={onAccept}>
              {t('accept')}
            </Button>
          )}
          <Button look="quiet" disabled={busy} onClick={onAgain}>
            {t('other')}
          </Button>
        </div>
      </section>
      {differences.shown.length > 0 && <DifferenceList lang={lang} {...differences} />}
    </>
  );
}
