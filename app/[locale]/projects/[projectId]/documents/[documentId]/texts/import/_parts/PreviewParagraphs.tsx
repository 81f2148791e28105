'use client';

import { useTranslations } from 'next-intl';
import type { TextPreview } from '@/lib/server/imports/previewText';

/** The first and the last paragraphs, cut as they would be. */
export function PreviewParagraphs({ preview, lang }: { preview: TextPreview; lang: string | undefined }) {
  const t = useTranslations('ImportForm');
  const left = preview.paragraphCount - preview.first.length - preview.last.length;
  return (
    <section aria-label={t('firstPart')}>
      <h2 className="mb-3 font-semibold">{t('firstPart')}</h2>
      <ol className="grid gap-3" lang={lang}>
        {preview.first.map((paragraph) => (
          <PreviewParagraph key={paragraph.ordinal} {...paragraph} />
        ))}
        {left > 0 && <li className="text-ink-soft">{t('left', { count: left })}</li>}
        {preview.last.map((paragraph) => (
          <PreviewParagraph key={paragraph.ordinal} {...paragraph} />
        ))}
      </ol>
    </section>
  );
}

function PreviewParagraph({ ordinal, sentences }: { ordinal: number; sentences: readonly string[] }) {
  return (
    <li className="flex gap-4 rounded-lg border border-line bg-surface px-4 py-2">
      <span className="w-8 shrink-0 pt-1 text-right text-ink-faint text-xs tabular-nums">{ordinal}</span>
      <div className="grid min-w-0 gap-1">
        {sentences.map((sentence, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no name but their place, and the list never changes.
          <p key={index} className="reading border-accent/30 border-l-2 pl-3">
            {sentence}
          </p>
        ))}
      </div>
    </li>
  );
}
