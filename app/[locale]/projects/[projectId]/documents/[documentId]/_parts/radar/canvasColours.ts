'use client';

import { useEffect, useState } from 'react';

/** Red, green, blue: 0..255. */
export type Rgb = readonly [number, number, number];

const TOKENS = [
  ...['surface', 'sunken', 'line', 'line-strong', 'ink', 'ink-faint', 'accent', 'focus'],
  ...['good', 'info', 'warn', 'bad'],
] as const;
export type Colours = Readonly<Record<string, Rgb>>;

/** What the tokens mean now. A canvas knows no tokens, so an element is asked what each of them comes to. */
function readColours(): Colours {
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const colours: Record<string, Rgb> = {};
  for (const token of TOKENS) {
    probe.style.color = `var(--${token})`;
    const [r = 0, g = 0, b = 0] = (style.color.match(/[\d.]+/g) ?? []).map(Number);
    colours[token] = [r, g, b];
  }
  probe.remove();
  return colours;
}

/** The colours of the theme, for a canvas; read again when the theme changes. */
export function useCanvasColours(): Colours | null {
  const [colours, setColours] = useState<Colours | null>(null);
  useEffect(() => {
    const read = () => setColours(readColours());
    read();
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    dark.addEventListener('change', read);
    return () => {
      observer.disconnect();
      dark.removeEventListener('change', read);
    };
  }, []);
  return colours;
}

/** `share` of the way from one colour to the other. */
export const mix = (from: Rgb, to: Rgb, share: number): Rgb => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
];

/** As one number of a canvas's pixels. */
export const packed = ([r, g, b]: Rgb): number =>
  // Little-endian, as on every machine that browsers run on: alpha comes first.
  ((255 << 24) | (Math.round(b) << 16) | (Math.round(g) << 8) | Math.round(r)) >>> 0;

export const css = ([r, g, b]: Rgb, alpha = 1): string => `rgb(${r} ${g} ${b} / ${alpha})`;
