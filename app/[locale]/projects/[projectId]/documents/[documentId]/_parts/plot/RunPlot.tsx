'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { type PointerEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { lowerBound } from '@/lib/bitext/segments';
import type { BitextState } from '@/lib/bitext/types';
import type { PlottedRun } from '@/lib/server/align/plotRun';
import { useCanvasColours } from '../radar/canvasColours';
import { useCanvasSize } from '../radar/useCanvasSize';
import { type Focus, useDocumentView } from '../WorkbenchContext';
import { DotTexts } from './DotTexts';
import { PlotDoubts } from './PlotDoubts';
import { dotImage, paintRun } from './paintPlot';
import { beadOfDot, pathIn, summaryOf, worthOf } from './plotPath';

type Props = {
  plotted: PlottedRun;
  bitext: BitextState;
  at: Focus;
  /** Names of the source's and the target's language. */
  names: readonly [string, string];
  onGo: (at: Focus) => void;
};
type Dot = { i: number; j: number };

const MOVES: Record<string, Dot> = {
  ...{ ArrowLeft: { i: -1, j: 0 }, ArrowRight: { i: 1, j: 0 } },
  ...{ ArrowUp: { i: 0, j: -1 }, ArrowDown: { i: 0, j: 1 } },
  ...{ PageUp: { i: -10, j: -10 }, PageDown: { i: 10, j: 10 } },
};

/** Every source segment (left to right) with every target segment (top to bottom), and the path over them. */
export function RunPlot({ plotted, bitext, at, names, onGo }: Props) {
  const t = useTranslations('DotPlot');
  const format = useFormatter();
  const { state, passages } = useDocumentView();
  const { sources, targets, nats } = plotted;
  const [rows, columns] = [sources.length - 1, targets.length - 1];
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const helpId = useId();
  const size = useCanvasSize(box);
  const colours = useCanvasColours();
  const path = useMemo(() => pathIn(sources, targets, bitext.beads), [sources, targets, bitext.beads]);
  const start = useMemo((): Dot => {
    const own = path.find(({ bead }) => bead.id === at.beadId);
    return { i: Math.min(own?.i0 ?? 0, rows - 1), j: Math.min(own?.j0 ?? 0, columns - 1) };
  }, [path, at.beadId, rows, columns]);
  const summary = useMemo(() => {
    const worth = new Map(path.map((one) => [one.bead, worthOf(one, nats, columns)]));
    return summaryOf(
      path.map(({ bead }) => bead),
      (bead) => worth.get(bead) ?? null,
    );
  }, [path, nats, columns]);
  const [cursor, setCursor] = useState<Dot>(start);
  const { i, j } = cursor;
  const dots = useMemo(
    () => (colours && rows > 0 && columns > 0 ? dotImage(nats, rows, columns, colours) : null),
    [nats, rows, columns, colours],
  );
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !colours || !dots || size.width === 0) return;
    paintRun(context, size, dots, path, { cursor, beadId: at.beadId }, colours);
  }, [size, dots, path, cursor, at.beadId, colours]);
  useEffect(() => {
    passages.want(bitext.sourceTextId, { start: sources[0], end: sources[sources.length - 1] });
    passages.want(bitext.targetTextId, { start: targets[0], end: targets[targets.length - 1] });
  }, [passages, bitext, sources, targets]);

  const move = (to: Dot) =>
    setCursor({
      i: Math.max(0, Math.min(rows - 1, to.i)),
      j: Math.max(0, Math.min(columns - 1, to.j)),
    });
  const dotAt = (event: PointerEvent): Dot => {
    const { left, top, width, height } = box.current!.getBoundingClientRect();
    return {
      i: Math.floor(((event.clientX - left) / width) * rows),
      j: Math.floor(((event.clientY - top) / height) * columns),
    };
  };
  const go = (dot: Dot) => {
    const bead = beadOfDot(path, dot.i, dot.j);
    if (bead) onGo({ bitextId: bitext.id, beadId: bead.id });
  };
  if (!dots && rows * columns === 0) return <p className="text-ink-soft">{t('nothing')}</p>;
  const bead = beadOfDot(path, i, j);
  const own = path.find((one) => one.bead === bead);
  const together = !!own && own.i0 <= i && i < own.i1 && own.j0 <= j && j < own.j1;
  const numberOf = (textId: string, offset: number) =>
    lowerBound(state.texts[textId].borders, offset, (border) => border.at) + 1;
  const pair = t('pair', {
    source: numberOf(bitext.sourceTextId, sources[i]),
    target: numberOf(bitext.targetTextId, targets[j]),
    nats: format.number(nats[i * columns + j], { minimumFractionDigits: 1, signDisplay: 'exceptZero' }),
    together: together ? 'yes' : 'no',
  });
  return (
    <div className="grid gap-3">
      <div className="grid grid-cols-[auto_1fr] gap-x-2 gap-y-1 text-ink-soft text-xs">
        <span />
        <span>{names[0]} →</span>
        <span className="[writing-mode:vertical-rl]">{names[1]} →</span>
        <div
          ref={box}
          // A plot has two directions at once: no ready-made widget does, so the keys are its own.
          role="application"
          aria-roledescription={t('plot')}
          aria-label={t('label', { source: names[0], target: names[1] })}
          aria-describedby={helpId}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move in it.
          tabIndex={0}
          data-testid="run-plot"
          className="relative h-[min(48dvh,28rem)] min-w-0 cursor-crosshair rounded-sm border border-line-strong"
          onKeyDown={(event) => {
            const by = MOVES[event.key];
            if (by) move({ i: i + by.i, j: j + by.j });
            else if (event.key === 'Home') setCursor(start);
            else if (event.key === 'Enter') go(cursor);
            else return;
            event.preventDefault();
          }}
          onPointerMove={(event) => move(dotAt(event))}
          onClick={(event) => go(dotAt(event as unknown as PointerEvent))}
        >
          <canvas
            ref={canvas}
            width={size.width}
            height={size.height}
            className="absolute inset-0 size-full"
          />
        </div>
      </div>
      <p id={helpId} className="sr-only">
        {t('help')}
      </p>
      <p role="status" className="font-medium text-sm tabular-nums">
        {pair}
      </p>
      <DotTexts
        bitext={bitext}
        source={{ start: sources[i], end: sources[i + 1] }}
        target={{ start: targets[j], end: targets[j + 1] }}
      />
      <PlotDoubts bitext={bitext} summary={summary} onGo={onGo} />
    </div>
  );
}
