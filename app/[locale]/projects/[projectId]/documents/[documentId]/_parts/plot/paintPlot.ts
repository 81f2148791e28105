import { type Bead, isLocked } from '@/lib/bitext/types';
import { type Colours, css, mix, packed, type Rgb } from '../radar/canvasColours';
import type { CanvasSize } from '../radar/useCanvasSize';
import { DOUBT_BELOW, fullColour, type PlotBead } from './plotPath';

type Dot = { i: number; j: number };

/** Cells smaller than this, in CSS pixels, are hidden by an outline. */
const DENSE_PX = 6;

/** Colour of a bead's outline: walls as in the grid, doubt warm. */
function strokeOf(bead: Bead, colours: Colours): Rgb {
  if (isLocked(bead)) return bead.status === 'confirmed' ? colours.info : colours.good;
  if (bead.status === 'stale') return colours.bad;
  if (bead.status === 'proposed' || (bead.confidence ?? 1) < DOUBT_BELOW) return colours.warn;
  return colours.ink;
}

/** The dots as an image of one pixel each, made once for as long as they and the theme stay. */
export function dotImage(
  nats: readonly number[],
  rows: number,
  columns: number,
  colours: Colours,
): HTMLCanvasElement {
  const image = document.createElement('canvas');
  [image.width, image.height] = [rows, columns];
  const context = image.getContext('2d')!;
  const data = context.createImageData(rows, columns);
  const buffer = new Uint32Array(data.data.buffer);
  const full = fullColour(nats);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      const share = Math.max(0, Math.min(1, nats[i * columns + j] / full));
      buffer[j * rows + i] = packed(mix(colours.surface, colours.accent, share));
    }
  context.putImageData(data, 0, 0);
  return image;
}

/** The run: source segments from left to right, target segments from top to bottom, the path over the dots. */
export function paintRun(
  context: CanvasRenderingContext2D,
  size: CanvasSize,
  dots: HTMLCanvasElement,
  path: readonly PlotBead[],
  here: { cursor: Dot | null; beadId: string },
  colours: Colours,
): void {
  const { width, height, scale } = size;
  const [cellX, cellY] = [width / dots.width, height / dots.height];
  context.imageSmoothingEnabled = false;
  context.drawImage(dots, 0, 0, width, height);
  // Where cells are small, outlines would hide the dots: they step back and keep a distance.
  const dense = Math.min(cellX, cellY) < DENSE_PX * scale;
  const off = dense ? 1.5 * scale : 0;
  for (const { bead, i0, i1, j0, j1 } of path) {
    const stroke = strokeOf(bead, colours);
    const [boxWidth, boxHeight] = [(i1 - i0) * cellX + 2 * off, (j1 - j0) * cellY + 2 * off];
    const box = [i0 * cellX - off, j0 * cellY - off, boxWidth, boxHeight] as const;
    if (isLocked(bead)) {
      context.fillStyle = css(stroke, 0.3);
      context.fillRect(...box);
    }
    const own = bead.id === here.beadId;
    context.lineWidth = (own ? 3 : dense ? 1 : 1.5) * scale;
    context.strokeStyle = css(own ? colours.focus : stroke, dense && stroke === colours.ink ? 0.3 : 1);
    context.strokeRect(...box);
  }
  if (!here.cursor) return;
  const { i, j } = here.cursor;
  context.fillStyle = css(colours.ink, 0.12);
  context.fillRect(i * cellX, 0, cellX, height);
  context.fillRect(0, j * cellY, width, cellY);
  context.lineWidth = 2 * scale;
  context.strokeStyle = css(colours.focus);
  context.strokeRect(i * cellX, j * cellY, cellX, cellY);
}

/** The whole document: offset against offset, the diagonal for comparison, walls as points of the path. */
export function paintWhole(
  context: CanvasRenderingContext2D,
  { width, height, scale }: CanvasSize,
  beads: readonly Bead[],
  at: number,
  colours: Colours,
): void {
  const end = beads.at(-1);
  context.fillStyle = css(colours.surface);
  context.fillRect(0, 0, width, height);
  if (!end) return;
  const x = (offset: number) => (offset / Math.max(1, end.source.end)) * width;
  const y = (offset: number) => (offset / Math.max(1, end.target.end)) * height;
  context.lineWidth = scale;
  context.setLineDash([4 * scale, 4 * scale]);
  context.strokeStyle = css(colours['line-strong']);
  context.beginPath();
  context.moveTo(0, 0);
  context.lineTo(width, height);
  context.stroke();
  context.setLineDash([]);
  const draw = (which: (bead: Bead) => boolean, colour: Rgb, px: number) => {
    context.strokeStyle = css(colour);
    context.lineWidth = px * scale;
    context.beginPath();
    for (const bead of beads) {
      if (!which(bead)) continue;
      context.moveTo(x(bead.source.start), y(bead.target.start));
      context.lineTo(x(bead.source.end), y(bead.target.end));
    }
    context.stroke();
  };
  draw(() => true, colours.ink, 1.5);
  draw((bead) => !isLocked(bead) && (bead.confidence ?? 1) < DOUBT_BELOW, colours.warn, 4);
  draw(isLocked, colours.info, 4);
  draw((bead) => bead.status === 'stale', colours.bad, 4);
  const bead = beads[at];
  if (!bead) return;
  const [middleX, middleY] = [
    x((bead.source.start + bead.source.end) / 2),
    y((bead.target.start + bead.target.end) / 2),
  ];
  context.strokeStyle = css(colours.focus);
  context.lineWidth = 2 * scale;
  context.beginPath();
  context.arc(middleX, middleY, 6 * scale, 0, 2 * Math.PI);
  context.stroke();
}
