'use client';

import { useFormatter, useTranslations } from 'next-intl';
import {
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { positionOf } from '@/lib/bitext/find';
import { lowerBound, segmentCount } from '@/lib/bitext/segments';
import type { BitextState } from '@/lib/bitext/types';
import { shownConfidence } from '../inspector/shownConfidence';
import { useCanvasColours } from '../radar/canvasColours';
import { useCanvasSize } from '../radar/useCanvasSize';
import { type Focus, useDocumentView } from '../WorkbenchContext';
import { DotTexts } from './DotTexts';
import { PlotDoubts } from './PlotDoubts';
import { paintWhole } from './paintPlot';
import { summaryOf } from './plotPath';

type Props = { bitext: BitextState; at: Focus; names: readonly [string, string]; onGo: (at: Focus) => void };

/** Steps of an arrow key and of Page up and down through the document. */
const STEPS = 200;
const PAGES = 20;

/** The path through the whole document, offset against offset: text that one side leaves out is a step in it. */
export function WholePlot({ bitext, at, names, onGo }: Props) {
  const t = useTranslations('DotPlot');
  const status = useTranslations('Status');
  const format = useFormatter();
  const { state, passages } = useDocumentView();
  const { beads } = bitext;
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useCanvasSize(box);
  const colours = useCanvasColours();
  const [index, setIndex] = useState(() => Math.max(0, positionOf(bitext, at.beadId)));
  const here = Math.min(index, beads.length - 1);
  const bead = beads[here];
  const summary = useMemo(() => summaryOf(beads), [beads]);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context && colours && size.width > 0) paintWhole(context, size, beads, here, colours);
  }, [size, beads, here, colours]);
  useEffect(() => {
    if (!bead) return;
    passages.want(bitext.sourceTextId, bead.source);
    passages.want(bitext.targetTextId, bead.target);
  }, [passages, bitext, bead]);

  const beadAt = (event: PointerEvent): number => {
    const { left, width } = box.current!.getBoundingClientRect();
    const offset = ((event.clientX - left) / width) * beads[beads.length - 1].source.end;
    return Math.max(
      0,
      Math.min(
        beads.length - 1,
        lowerBound(beads, offset, (one) => one.source.end),
      ),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [step, page] = [STEPS, PAGES].map((parts) => Math.max(1, Math.round(beads.length / parts)));
    const moves: Record<string, number> = {
      ...{ ArrowRight: step, ArrowDown: step, ArrowLeft: -step, ArrowUp: -step },
      ...{ PageDown: page, PageUp: -page, End: beads.length, Home: -beads.length },
    };
    if (event.key === 'Enter') onGo({ bitextId: bitext.id, beadId: bead.id });
    else if (event.key in moves) setIndex(Math.max(0, Math.min(beads.length - 1, here + moves[event.key])));
    else return;
    event.preventDefault();
  };
  if (!bead) return <p className="text-ink-soft">{t('nothing')}</p>;
  const text = t('bead', {
    bead: here + 1,
    count: beads.length,
    shape: `${segmentCount(state.texts[bitext.sourceTextId], bead.source)}–${segmentCount(state.texts[bitext.targetTextId], bead.target)}`,
    status: status(bead.status),
  });
  return (
    <div className="grid gap-3">
      <div className="grid grid-cols-[auto_1fr] gap-x-2 gap-y-1 text-ink-soft text-xs">
        <span />
        <span>{names[0]} →</span>
        <span className="[writing-mode:vertical-rl]">{names[1]} →</span>
        <div
          ref={box}
          role="slider"
          tabIndex={0}
          aria-label={t('pathLabel', { source: names[0], target: names[1] })}
          aria-valuemin={1}
          aria-valuemax={beads.length}
          aria-valuenow={here + 1}
          aria-valuetext={text}
          data-testid="whole-plot"
          className="relative h-[min(48dvh,28rem)] min-w-0 cursor-crosshair rounded-sm border border-line-strong"
          onKeyDown={onKeyDown}
          onPointerMove={(event) => setIndex(beadAt(event))}
          onClick={(event) =>
            onGo({ bitextId: bitext.id, beadId: beads[beadAt(event as unknown as PointerEvent)].id })
          }
        >
          <canvas
            ref={canvas}
            width={size.width}
            height={size.height}
            className="absolute inset-0 size-full"
          />
        </div>
      </div>
      <p className="font-medium text-sm tabular-nums">
        {text}
        {bead.status === 'machine' && bead.confidence !== null && (
          <> · {format.number(shownConfidence(bead.confidence), { style: 'percent' })}</>
        )}
      </p>
      <DotTexts bitext={bitext} source={bead.source} target={bead.target} />
      <PlotDoubts bitext={bitext} summary={summary} onGo={onGo} />
    </div>
  );
}
