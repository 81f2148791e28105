'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { LengthCurve } from '@/lib/bitext/lengthCurve';

const [WIDTH, HEIGHT] = [600, 64];
/** Ratios beyond a third and three times the usual one stand at the edge. */
const REACH = Math.log(3);

type Props = {
  curve: LengthCurve;
  /** Which text beside which, as a sentence. */
  label: string;
  /** Rows [from, to), from 0, to be marked. */
  marks?: readonly { from: number; to: number }[];
};

/** How the length of a text follows that of the reference, from beginning to end; level where they belong together. */
export function LengthRatioCurve({ curve: { ratio, points }, label, marks = [] }: Props) {
  const t = useTranslations('LengthRatioCurve');
  const id = useId();
  const rows = points.at(-1)?.to ?? 0;
  if (!rows) return null;
  const x = (row: number) => (row / rows) * WIDTH;
  const y = (value: number) => {
    const off = Math.max(-REACH, Math.min(REACH, Math.log(value / ratio)));
    return HEIGHT / 2 - (off / REACH) * (HEIGHT / 2 - 2);
  };
  const line = points
    .flatMap(({ from, to, ratio: here }) =>
      here ? [`${x((from + to) / 2).toFixed(1)},${y(here).toFixed(1)}`] : [],
    )
    .join(' ');
  const off = points.filter(({ ratio: here }) => here && Math.abs(Math.log(here / ratio)) > Math.log(1.5));
  return (
    <figure className="grid gap-1">
      <figcaption id={id} className="text-sm">
        {label}: {t('ratio', { ratio })}
      </figcaption>
      <svg
        role="img"
        aria-labelledby={id}
        aria-describedby={`${id}-summary`}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-16 w-full rounded border border-line bg-sunken"
      >
        <title>{label}</title>
        {marks.map(({ from, to }) => (
          <rect
            key={`${from}-${to}`}
            x={x(from)}
            width={Math.max(2, x(to) - x(from))}
            y={0}
            height={HEIGHT}
            className="fill-warn-soft"
          />
        ))}
        <line
          x1={0}
          x2={WIDTH}
          y1={HEIGHT / 2}
          y2={HEIGHT / 2}
          className="stroke-line-strong"
          strokeDasharray="4 4"
        />
        <polyline
          points={line}
          fill="none"
          strokeWidth={1.5}
          vectorEffect="non-scaling-stroke"
          className="stroke-accent"
        />
      </svg>
      <p id={`${id}-summary`} className="text-ink-soft text-xs">
        {marks.length > 0
          ? t('marked', { count: marks.length, first: marks[0].from + 1 })
          : t('summary', { count: off.length, total: points.length, first: (off[0]?.from ?? 0) + 1 })}
      </p>
    </figure>
  );
}
