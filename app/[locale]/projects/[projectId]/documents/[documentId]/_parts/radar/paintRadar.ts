import { type Colours, css, mix, packed, type Rgb } from './canvasColours';
import type { RadarColumn, RadarPixels } from './radarPixels';

/** Widths in CSS pixels: between translations, of the marks at the left and the right of one. */
const GAP = 3;
const MARK = 5;
/** The curve is at the edge where lengths differ by this factor from the text's usual ratio. */
const EDGE = Math.log(2);

/** How much a doubt counts for the colour: full from three quarters on. */
const FULL_DOUBT = 1.35;

/** Left edge and width of a translation's sub-column. */
export function columnAt(width: number, columns: number, b: number, gap = GAP): [number, number] {
  const each = (width - gap * (columns + 1)) / Math.max(1, columns);
  return [gap + b * (each + gap), each];
}

/** Draws the map. Sizes are those of the canvas, in its own pixels; `scale` of them make a CSS pixel. */
export function paintRadar(
  context: CanvasRenderingContext2D,
  pixels: RadarPixels,
  width: number,
  scale: number,
  colours: Colours,
): void {
  const { height, columns } = pixels;
  const image = context.createImageData(width, height);
  const buffer = new Uint32Array(image.data.buffer);
  buffer.fill(packed(colours.sunken));
  for (const [b, column] of columns.entries()) {
    const [left, each] = columnAt(width, columns.length, b, GAP * scale);
    fillColumn(buffer, column, pixels.hidden, width, Math.round(left), Math.floor(each), scale, colours);
  }
  context.putImageData(image, 0, 0);
  for (const [b, column] of columns.entries()) {
    const [left, each] = columnAt(width, columns.length, b, GAP * scale);
    drawCurve(context, column.ratio, left, each, scale, colours.ink);
  }
}

function fillColumn(
  buffer: Uint32Array,
  column: RadarColumn,
  hidden: Float32Array | null,
  width: number,
  left: number,
  each: number,
  scale: number,
  colours: Colours,
): void {
  const calm = mix(colours.surface, colours['line-strong'], 0.22);
  const unknown = mix(colours.surface, colours['line-strong'], 0.55);
  const mark = Math.round(MARK * scale);
  const good = packed(colours.good);
  const info = packed(colours.info);
  for (let y = 0; y < column.doubt.length; y++) {
    const row = y * width + left;
    const fade = hidden ? hidden[y] * 0.75 : 0;
    const tone = (colour: Rgb) => packed(mix(colour, colours.sunken, fade));
    // Somebody's few doubts, evenly spread, stay pale; a stretch that drifts reaches the full colour.
    const machine = tone(mix(calm, colours.warn, Math.min(1, FULL_DOUBT * column.doubt[y])));
    const approvedTo = Math.round(each * column.reviewed[y]);
    const walls = column.reviewed[y] + column.confirmed[y];
    const confirmedTo = Math.round(each * walls);
    const judgedTo = Math.round(each * (1 - column.unknown[y]));
    buffer.fill(fade ? tone(colours.good) : good, row, row + approvedTo);
    buffer.fill(fade ? tone(colours.info) : info, row + approvedTo, row + confirmedTo);
    buffer.fill(machine, row + confirmedTo, row + judgedTo);
    // Neither sure nor doubtful: grey.
    buffer.fill(tone(unknown), row + judgedTo, row + each);
    const nulls = column.nulls[y];
    if (nulls > 0) buffer.fill(tone(mix(calm, colours.ink, Math.sqrt(nulls))), row, row + mark);
    const found = column.findings[y];
    if (found > 0)
      buffer.fill(tone(mix(calm, colours.accent, Math.sqrt(found))), row + each - mark, row + each);
  }
  // Disputes last and two pixels tall at least: there are few, and none may be missed.
  const tall = Math.max(2, Math.round(2 * scale));
  const bad = packed(colours.bad);
  for (let y = 0; y < column.disputes.length; y++)
    if (column.disputes[y] > 0)
      for (let k = y; k < Math.min(column.disputes.length, y + tall); k++)
        buffer.fill(bad, k * width + left, k * width + left + each);
}

function drawCurve(
  context: CanvasRenderingContext2D,
  ratio: Float32Array,
  left: number,
  each: number,
  scale: number,
  ink: Rgb,
): void {
  const middle = left + each / 2;
  context.strokeStyle = css(ink, 0.85);
  context.lineWidth = scale;
  context.beginPath();
  let down = false;
  for (let y = 0; y < ratio.length; y++) {
    if (Number.isNaN(ratio[y])) {
      down = false;
      continue;
    }
    const x = middle + (Math.max(-1, Math.min(1, ratio[y] / EDGE)) * each) / 2;
    if (down) context.lineTo(x, y + 0.5);
    else context.moveTo(x, y + 0.5);
    down = true;
  }
  context.stroke();
}
