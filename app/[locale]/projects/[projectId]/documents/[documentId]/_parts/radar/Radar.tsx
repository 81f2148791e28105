'use client';

import { useFormatter, useTranslations } from 'next-intl';
import {
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { BitextId } from '@/lib/bitext/types';
import { type GridRows, rowAt } from '../grid/gridRows';
import { useDocumentView } from '../WorkbenchContext';
import { useCanvasColours } from './canvasColours';
import { columnAt, paintRadar } from './paintRadar';
import { RadarTip } from './RadarTip';
import { radarPixel, radarPixels, remarksOf, rowsOfPixel, telling } from './radarPixels';
import { useCanvasSize } from './useCanvasSize';
import type { RadarJump } from './useRadarJump';
import type { Sight } from './useSight';

type Props = {
  grid: GridRows;
  nameOf: (bitextId: BitextId) => string;
  sight: Sight;
  jump: RadarJump;
};

/** Moved less than this, a press is a click. In CSS pixels. */
const STILL = 4;
/** Steps of Page up and down through the document. */
const PAGES = 20;
const WHEEL_SIGHT = 0.5;

/**
 * The whole document at one glance, top to bottom, one strip a translation. A click goes to what most asks to be
 * looked at there, a drag or the wheel scrolls, and the keyboard has a slider.
 */
export function Radar({ grid, nameOf, sight, jump }: Props) {
  const t = useTranslations('Radar');
  const format = useFormatter();
  const { disputed, findings } = useDocumentView();
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const helpId = useId();
  const size = useCanvasSize(box);
  const colours = useCanvasColours();
  const places = useSyncExternalStore(sight.subscribe, sight.read, sight.read);
  const [cursor, setCursor] = useState<number | null>(null);
  const [hover, setHover] = useState<{ pixel: number; b: number } | null>(null);
  const press = useRef<{ y: number; moved: boolean } | null>(null);
  const { rows } = grid;

  const remarks = useMemo(
    () => rows.bitexts.map((bitext) => remarksOf(bitext, disputed, findings.keys())),
    [rows, disputed, findings],
  );
  const pixels = useMemo(
    () => radarPixels(rows, size.height, remarks, grid.shown),
    [rows, size.height, remarks, grid.shown],
  );
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !colours || size.width === 0 || size.height === 0) return;
    paintRadar(context, pixels, size.width, size.scale, colours);
  }, [pixels, size, colours]);
  useEffect(() => {
    const element = box.current;
    // Not by React, whose wheel listeners can't keep the page from scrolling.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      jump.turn(Math.sign(event.deltaY) * WHEEL_SIGHT);
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [jump]);

  if (rows.count === 0) return null;
  const last = rows.count - 1;
  const inSight = grid.count > 0 ? places.map((place) => rowAt(grid, Math.min(place, grid.count - 1))) : null;
  const at = Math.min(last, cursor ?? inSight?.[0] ?? 0);
  const pointed =
    hover ?? (cursor === null ? null : { pixel: radarPixel(rows.count, size.height, at), b: 0 });

  const placeOf = (event: PointerEvent): { pixel: number; b: number } => {
    const { top, left, width, height } = box.current!.getBoundingClientRect();
    const pixel = Math.floor(((event.clientY - top) / height) * size.height);
    const columns = rows.bitexts.length;
    const x = event.clientX - left;
    let b = 0;
    while (b + 1 < columns && x >= columnAt(width, columns, b + 1)[0]) b++;
    return { pixel: Math.max(0, Math.min(size.height - 1, pixel)), b };
  };
  const rowOf = (pixel: number) => rowsOfPixel(rows.count, size.height, pixel)[0];
  const go = (b: number, pixel: number, row: number) =>
    jump.go(rows.bitexts[b].id, telling(rows, b, size.height, pixel, remarks[b]), row);

  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.round(rows.count / PAGES));
    const steps: Record<string, number> = {
      ...{ ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 },
      ...{ PageDown: page, PageUp: -page, End: rows.count, Home: -rows.count },
    };
    if (event.key === 'Enter') jump.go(rows.bitexts[0].id, rows.beads[0][at], at);
    else if (event.key in steps && !event.ctrlKey && !event.altKey && !event.metaKey) {
      const next = Math.max(0, Math.min(last, at + steps[event.key]));
      setCursor(next);
      jump.scroll(next);
    } else return;
    event.preventDefault();
  };

  return (
    <div
      ref={box}
      role="slider"
      tabIndex={0}
      aria-label={t('label')}
      aria-orientation="vertical"
      aria-valuemin={1}
      aria-valuemax={rows.count}
      aria-valuenow={at + 1}
      aria-valuetext={t('at', { row: format.number(at + 1), count: format.number(rows.count) })}
      aria-describedby={helpId}
      data-testid="radar"
      className="relative h-full w-18 shrink-0 cursor-crosshair touch-none border-line border-l bg-sunken max-lg:hidden print:hidden"
      onKeyDown={onKeyDown}
      onBlur={() => setCursor(null)}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        press.current = { y: event.clientY, moved: false };
      }}
      onPointerMove={(event) => {
        const here = placeOf(event);
        setHover(here);
        if (!press.current) return;
        press.current.moved ||= Math.abs(event.clientY - press.current.y) >= STILL;
        if (press.current.moved) jump.scroll(rowOf(here.pixel));
      }}
      onPointerUp={(event) => {
        const here = placeOf(event);
        if (press.current && !press.current.moved) go(here.b, here.pixel, rowOf(here.pixel));
        press.current = null;
      }}
      onPointerCancel={() => {
        press.current = null;
      }}
      onPointerLeave={() => setHover(null)}
    >
      <canvas ref={canvas} width={size.width} height={size.height} className="absolute inset-0 size-full" />
      {inSight && (
        <div
          aria-hidden="true"
          className="pointer-events-none absolute inset-x-0 min-h-2 rounded-xs border-2 border-ink bg-ink/10"
          style={{
            top: `min(${(inSight[0] / rows.count) * 100}%, 100% - 8px)`,
            height: `${((inSight[1] + 1 - inSight[0]) / rows.count) * 100}%`,
          }}
        />
      )}
      <p id={helpId} className="sr-only">
        {t('help')}
      </p>
      {pointed && (
        <RadarTip
          rows={rows}
          top={(pointed.pixel + 0.5) / size.height}
          row={hover ? rowOf(pointed.pixel) : at}
          beads={rows.bitexts.map(({ id, beads }, b) => ({
            name: nameOf(id),
            bead: beads[hover ? telling(rows, b, size.height, pointed.pixel, remarks[b]) : rows.beads[b][at]],
            strong: hover?.b === b,
          }))}
        />
      )}
    </div>
  );
}
