'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { placesInReading } from '@/lib/bitext/placesInReading';
import { correctionsIn } from '@/lib/bitext/segments';
import type { Span } from '@/lib/bitext/types';
import { findMatches } from '@/lib/text/foldForSearch';
import { segmentKey } from '../inspector/marks';
import { useReading } from '../store/useReading';
import { useActions, useDocumentView, useView } from '../WorkbenchContext';
import { MarkedText } from './MarkedText';
import { SegmentEditor } from './SegmentEditor';

/** A segment's text as corrected. Double-click to read it anew. */
export function SegmentText({ textId, span, beadId }: { textId: string; span: Span; beadId: string | null }) {
  const t = useTranslations('BeadGrid');
  const { state } = useDocumentView();
  const { editing, marks, lit, searched } = useView();
  const { edit, light } = useActions();
  const text = state.texts[textId];
  const whole = useReading(text, span);
  const reading = whole?.trim();
  const hits = useMemo(() => {
    if (!searched || !whole) return [];
    const found =
      'places' in searched
        ? placesInReading(text, span, searched.places[textId] ?? [])
        : findMatches(whole, searched);
    return found.map((hit) => ({ ...hit, look: 'hit' as const, pair: -1 }));
  }, [searched, whole, text, span, textId]);
  // The words are on their way: grey lines of their length keep the place.
  if (whole === undefined || reading === undefined)
    return (
      <p aria-hidden="true" className="reading min-w-0 flex-1 overflow-hidden" data-testid="coming">
        <span className="break-all rounded bg-sunken text-transparent">
          {'x'.repeat(Math.min(600, span.end - span.start))}
        </span>
      </p>
    );
  if (editing?.textId === textId && editing.start === span.start)
    return <SegmentEditor key={span.start} editing={editing} lang={text.lang} reading={reading} />;
  const own = [...hits, ...(marks.get(segmentKey(textId, span.start)) ?? [])];
  const corrected = correctionsIn(text, span).length > 0;
  // The keyboard's way to the same is F2.
  return (
    <p
      lang={text.lang}
      className="reading min-w-0 flex-1 whitespace-pre-wrap"
      onDoubleClick={() => beadId && edit(textId, span.start, beadId)}
    >
      {own.length ? (
        <MarkedText
          reading={reading}
          marks={own}
          indent={whole.length - whole.trimStart().length}
          lit={lit}
          onLight={light}
        />
      ) : (
        reading
      )}
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
