import type { PdfRun } from './PdfLine';

/** A gap wider than this many letters' heights parts columns, or cells of a table; justified words stand closer. */
const COLUMN_GAP = 1.8;
/** A gap narrower than this is kerning, not a space. */
const WORD_GAP = 0.13;

/**
 * Words in the order in which the page draws them, joined to runs: those on one baseline that stand side by side, or
 * that were drawn later into a gap. Letters drawn twice, for bold or shadow, are there once.
 */
export function joinWords(words: readonly PdfRun[]): PdfRun[] {
  const runs: PdfRun[][] = [];
  let reach = { x0: 0, x1: 0 };
  for (const word of words) {
    const run = runs.at(-1);
    if (run && belongs(word, run[0]!, reach)) {
      if (!run.slice(-40).some((other) => isTwice(word, other))) run.push(word);
      reach = { x0: Math.min(reach.x0, word.x0), x1: Math.max(reach.x1, word.x1) };
    } else {
      runs.push([word]);
      reach = { x0: word.x0, x1: word.x1 };
    }
  }
  return runs.map(joinRow);
}

/** On the baseline of the run, and not a column's gap away from it. */
function belongs(word: PdfRun, first: PdfRun, { x0, x1 }: { x0: number; x1: number }): boolean {
  const size = Math.max(word.size, first.size);
  return (
    Math.abs(word.y - first.y) < 0.4 * size &&
    word.x1 > x0 - COLUMN_GAP * size &&
    word.x0 - x1 < COLUMN_GAP * size
  );
}

function isTwice(word: PdfRun, other: PdfRun): boolean {
  return (
    word.text === other.text &&
    Math.abs(word.x0 - other.x0) < 0.12 * word.size &&
    Math.abs(word.y - other.y) < 0.12 * word.size
  );
}

/** All runs of a column, joined to lines from top to bottom; what stands a little higher or lower is part of its line. */
export function joinLines(runs: readonly PdfRun[]): PdfRun[] {
  const lines: PdfRun[][] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x0 - b.x0)) {
    const line = lines.at(-1);
    const base = line && largest(line);
    if (base && Math.abs(run.y - base.y) < 0.5 * Math.max(run.size, base.size)) line.push(run);
    else lines.push([run]);
  }
  return lines.map(joinRow);
}

function joinRow(row: PdfRun[]): PdfRun {
  const [first, ...rest] = row.sort((a, b) => a.x0 - b.x0);
  const joined = { ...first! };
  for (const run of rest) append(joined, run);
  const { y, size } = largest(row);
  return { ...joined, y, size };
}

const largest = (line: readonly PdfRun[]): PdfRun => line.reduce((a, b) => (b.size > a.size ? b : a));

function append(run: PdfRun, piece: PdfRun): void {
  const gap = piece.x0 - run.x1 > WORD_GAP * piece.size;
  run.text += gap && !/\s$/u.test(run.text) && !/^\s/u.test(piece.text) ? ` ${piece.text}` : piece.text;
  run.x1 = Math.max(run.x1, piece.x1);
}
