import type { PdfRun } from './PdfLine';

/** A gap wider than this many letters' heights parts columns, or cells of a table; justified words stand closer. */
const COLUMN_GAP = 1.8;
/** A gap narrower than this is kerning, not a space. */
const WORD_GAP = 0.13;
const NOTE_MARK = /^(?:\d{1,3}|[*†‡§]{1,4}|[ivxlc]{1,5})$/u;

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
  const base = largest(row);
  const [first, ...rest] = row.sort((a, b) => a.x0 - b.x0).map((run) => marked(run, base));
  const joined = { ...first! };
  for (const run of rest) append(joined, run);
  return { ...joined, y: base.y, size: base.size };
}

const largest = (line: readonly PdfRun[]): PdfRun => line.reduce((a, b) => (b.size > a.size ? b : a));

/** Marks of notes are smaller than the line, and stand higher. */
function marked(run: PdfRun, base: PdfRun): PdfRun {
  const raised = run.size < 0.8 * base.size && base.y - run.y > 0.1 * base.size;
  if (!raised || !NOTE_MARK.test(run.text)) return run;
  return { ...run, marks: [{ at: 0, length: run.text.length }] };
}

function append(run: PdfRun, piece: PdfRun): void {
  if (piece.x0 - run.x1 > COLUMN_GAP * piece.size) run.cells = [...(run.cells ?? []), piece.x0];
  const gap = piece.x0 - run.x1 > WORD_GAP * piece.size;
  if (gap && !/\s$/u.test(run.text) && !/^\s/u.test(piece.text)) run.text += ' ';
  const moved = (piece.marks ?? []).map(({ at, length }) => ({ at: at + run.text.length, length }));
  if (moved.length > 0) run.marks = [...(run.marks ?? []), ...moved];
  run.text += piece.text;
  run.x1 = Math.max(run.x1, piece.x1);
}
