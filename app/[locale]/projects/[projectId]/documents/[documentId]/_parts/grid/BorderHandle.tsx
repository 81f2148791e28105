'use client';

import { useTranslations } from 'next-intl';
import { type PointerEvent, useRef, useState } from 'react';
import { classes } from '@/app/_ui/classes';
import { findBead } from '@/lib/bitext/find';
import { segmentsIn } from '@/lib/bitext/segments';
import { type Bead, isEmpty } from '@/lib/bitext/types';
import { useActions, useDocumentView } from '../WorkbenchContext';

/**
 * The lower border of the focused bead, to be dragged over the sentences it should end before or
 * after. A line shows where it would come to stand.
 */
export function BorderHandle({ bead }: { bead: Bead }) {
  const t = useTranslations('BeadGrid');
  const { state } = useDocumentView();
  const { moveBorder } = useActions();
  const [preview, setPreview] = useState<{ top: number; left: number; width: number } | null>(null);
  const at = useRef<number | null>(null);
  const found = findBead(state, bead.id);
  if (!found?.next) return null;
  const { bitext, next } = found;

  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const line = sentenceUnder(event.clientY);
    if (!line) return;
    const box = line.getBoundingClientRect();
    const after = event.clientY > box.top + box.height / 2;
    const place = Number(after ? line.dataset.sourceEnd : line.dataset.sourceAt);
    // What empties a bead is a decision of its own (no counterpart, join): the border stops before its last sentence.
    const text = state.texts[bitext.sourceTextId];
    const least = isEmpty(bead.target)
      ? bead.source.start
      : (segmentsIn(text, bead.source)[0]?.end ?? bead.source.start);
    const most = isEmpty(next.target)
      ? next.source.end
      : (segmentsIn(text, next.source).at(-1)?.start ?? next.source.end);
    if (place < least || place > most) return;
    at.current = place;
    setPreview({ top: after ? box.bottom : box.top, left: box.left, width: window.innerWidth - box.left });
  };
  const drop = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.releasePointerCapture(event.pointerId);
    setPreview(null);
    if (at.current !== null && at.current !== bead.source.end) moveBorder(bead.id, 'source', at.current);
    at.current = null;
  };
  return (
    <>
      <div
        aria-hidden="true"
        title={t('dragBorder')}
        data-testid="border-handle"
        onPointerDown={(event) => {
          event.preventDefault();
          event.stopPropagation();
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={drag}
        onPointerUp={drop}
        onPointerCancel={() => setPreview(null)}
        className="absolute inset-x-0 bottom-0 z-10 flex h-3.5 cursor-ns-resize touch-none items-end justify-center"
      >
        <span className="h-1.5 w-12 rounded-full bg-accent" />
      </div>
      {preview && (
        <div
          aria-hidden="true"
          className={classes('pointer-events-none fixed z-50 border-accent border-t-2')}
          style={preview}
        />
      )}
    </>
  );
}

/** The reference sentence on the height of the pointer, in whichever column the pointer is. */
function sentenceUnder(y: number): HTMLElement | null {
  for (const line of document.querySelectorAll<HTMLElement>('[data-source-at]')) {
    const { top, bottom } = line.getBoundingClientRect();
    if (y >= top && y < bottom) return line;
  }
  return null;
}
