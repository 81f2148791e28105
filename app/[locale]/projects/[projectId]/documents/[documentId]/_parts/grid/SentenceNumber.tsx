'use client';

import { useTranslations } from 'next-intl';
import { type PointerEvent, useRef, useState } from 'react';
import { classes } from '@/app/_ui/classes';
import { useActions, useView } from './../WorkbenchContext';
import { type Drop, dropAt } from './dropAt';

/**
 * The number of a sentence, and its handle: dragged onto a paragraph, with the mouse or a finger, it
 * says that the two belong together. A frame shows where it would land.
 */
export function SentenceNumber({ number, at }: { number: number; at: number }) {
  const t = useTranslations('BeadGrid');
  const { mayEdit } = useView();
  const { dropSentence } = useActions();
  const drop = useRef<Drop | null>(null);
  const [frame, setFrame] = useState<DOMRect | null>(null);

  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const found = dropAt(event.clientX, event.clientY);
    drop.current = found && mayEdit(found.bitextId) ? found : null;
    setFrame(drop.current && found ? found.box : null);
  };
  const end = (event: PointerEvent<HTMLElement>, keep: boolean) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId))
      event.currentTarget.releasePointerCapture(event.pointerId);
    const found = drop.current;
    drop.current = null;
    setFrame(null);
    if (keep && found) dropSentence(at, found);
  };
  return (
    <>
      <span
        data-testid="sentence"
        title={t('dragSentence')}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.preventDefault();
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={drag}
        onPointerUp={(event) => end(event, true)}
        onPointerCancel={(event) => end(event, false)}
        className={classes(
          'w-8 shrink-0 cursor-grab touch-none select-none pt-1 text-right text-ink-faint text-xs tabular-nums',
          'hover:text-accent active:cursor-grabbing',
        )}
      >
        {number}
      </span>
      {frame && (
        <span
          aria-hidden="true"
          className="pointer-events-none fixed z-50 rounded border-2 border-accent border-dashed bg-accent-soft/50"
          style={{ top: frame.top, left: frame.left, width: frame.width, height: frame.height }}
        />
      )}
    </>
  );
}
