'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
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
  /** Other ways to read the same file. */
  children: ReactNode;
};

const WHAT = ['kept', 'stale', 'added', 'gone'] as const;

/** What the file would change: in the text, and in the alignment of each translation. */
export function ReplacePreview({ preview, lang, langNames, busy, onAccept, onAgain, children }: Props) {
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
              <ul className="grid gap-3">
                {beads.map((one) => (
                  <li key={one.lang} className="grid gap-1 border-line border-t pt-3">
                    <h3 className="font-medium text-sm">{langNames[one.lang] ?? one.lang}</h3>
                    <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
                      {WHAT.map((what) => (
                        <div key={what} className="flex items-baseline gap-1.5">
                          <dd className="order-first font-semibold tabular-nums">
                            {t('number', { count: one[what] })}
                          </dd>
                          <dt className="text-ink-soft">{t(`columns.${what}`, { count: one[what] })}</dt>
                        </div>
                      ))}
                    </dl>
                  </li>
                ))}
              </ul>
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
      <details open={preview.fontText !== null || preview.chapters !== null}>
        <summary className="cursor-pointer text-ink-soft text-sm">{t('otherReading')}</summary>
        <div className="mt-3">{children}</div>
      </details>
      {differences.shown.length > 0 && <DifferenceList lang={lang} {...differences} />}
    </>
  );
}
