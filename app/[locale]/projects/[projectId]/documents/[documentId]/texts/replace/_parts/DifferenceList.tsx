'use client';

import { useTranslations } from 'next-intl';
import type { Difference } from '@/lib/bitext/versions/differences';

/** Letters of what stays the same that are shown around a difference. */
const AROUND = 60;

/** The paragraphs that differ, with what goes out and what comes in. */
export function DifferenceList({
  lang,
  shown,
  count,
}: {
  lang: string;
  shown: readonly Difference[];
  count: number;
}) {
  const t = useTranslations('ReplaceForm');
  return (
    <section aria-label={t('differences')} className="grid gap-3">
      <h2 className="font-semibold">{t('differences')}</h2>
      <ol className="grid gap-2">
        {shown.map(({ ordinal, parts }) => (
          <li
            key={ordinal}
            className="grid grid-cols-[2rem_1fr] gap-3 rounded-lg border border-line bg-surface px-4 py-2.5"
          >
            <span className="pt-0.5 text-right text-ink-faint text-sm tabular-nums">
              <span className="sr-only">{t('paragraph', { ordinal })}</span>
              <span aria-hidden="true">{ordinal}</span>
            </span>
            <p lang={lang} className="reading whitespace-pre-wrap break-words">
              {parts.map(({ kind, text }, k) => {
                // Parts of one paragraph keep their places as long as it is shown.
                const key = `${k}${kind}`;
                if (kind === 'out')
                  return (
                    <del key={key} className="bg-bad-soft text-bad">
                      {text}
                    </del>
                  );
                if (kind === 'in')
                  return (
                    <ins key={key} className="bg-good-soft text-good no-underline">
                      {text}
                    </ins>
                  );
                return <span key={key}>{shortened(text, k > 0, k < parts.length - 1)}</span>;
              })}
            </p>
          </li>
        ))}
      </ol>
      {count > shown.length && (
        <p className="text-ink-soft text-sm">{t('more', { count: count - shown.length })}</p>
      )}
    </section>
  );
}

/** Only what stands beside a difference, in whole words: `before` it begins after one, `after` it ends before one. */
function shortened(text: string, before: boolean, after: boolean): string {
  const head = before || !after ? text.slice(0, AROUND).replace(/\S*$/u, '') : '';
  const tail = after ? text.slice(-AROUND).replace(/^\S*/u, '') : '';
  return text.length <= 3 * AROUND ? text : `${head}…${tail}`;
}
