'use client';

import { useTranslations } from 'next-intl';
import { correctionsIn, readingOf } from '@/lib/bitext/segments';
import type { Span } from '@/lib/bitext/types';
import { SegmentEditor } from './SegmentEditor';
import { useActions, useDocumentView, useView } from '../WorkbenchContext';

/** A segment's text as corrected. Double-click to read it anew. */
export function SegmentText({ textId, span, beadId }: { textId: string; span: Span; beadId: string | null }) {
  const t = useTranslations('BeadGrid');
  const { state } = useDocumentView();
  const { editing } = useView();
  const { edit } = useActions();
  const text = state.texts[textId];
  const reading = readingOf(text, span).trim();
  if (editing?.textId === textId && editing.start === span.start)
    return <SegmentEditor key={span.start} editing={editing} lang={text.lang} reading={reading} />;
  const corrected = correctionsIn(text, span).length > 0;
  // The keyboard's way to the same is F2.
  return (
    <p
      lang={text.lang}
      className="reading min-w-0 flex-1 whitespace-pre-wrap"
      onDoubleClick={() => beadId && edit(textId, span.start, beadId)}
    >
      {reading}
      {corrected && (
        <span
          className="ml-1.5 rounded bg-warn-soft px-1 align-middle font-sans text-warn text-xs"
          title={t('correctedFrom', { original: correctionsIn(text, span)[0].old })}
        >
          {t('corrected')}
        </span>
      )}
    </p>
  );
}
