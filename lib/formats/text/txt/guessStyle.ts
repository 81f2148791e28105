import { isBlank, type TextLine } from '../lines';
import type { ParagraphStyle } from '../TextDraft';
import { isIndented } from './isIndented';

/** Enough lines to know how a text is laid out. */
const SAMPLE_LINES = 20_000;
/** A line that somebody's editor wrapped is at most this long, in UTF-16 units. */
const WRAPPED_CHARS = 120;
/** Nobody wraps prose more narrowly; shorter lines are verse, lists and addresses. */
const NARROWEST = 50;
/** How far before the margin a wrapped line may end: the word that did not fit any more. */
const LONGEST_WORD = 16;
/** Dialogue has paragraphs of one line, one indented line after the other. */
const LED_SHARE = 0.35;

/** `columns`: at which the text is wrapped. `tightDashes`: most of its dashes stand without spaces beside them. */
export type TextLayout = { style: ParagraphStyle; columns: number; tightDashes: boolean };

const TIGHT_DASH = /[^\s–—-](?:--|[–—])(?=[^\s–—-])/gu;
const LOOSE_DASH = /\s(?:--|[–—])(?=\s)/gu;

/**
 * How the lines of a text make paragraphs, and the columns at which it is wrapped.
 *
 * Blank lines part paragraphs, unless they part only sections of a text with one paragraph a line: then most line ends
 * stand inside blocks and the lines are longer than anybody wraps them. If the lines inside blocks mostly end a word
 * short of one margin, an editor wrapped them and their ends mean nothing. The same goes for a text whose paragraphs
 * begin with an indented line, of which the last lines are left aside.
 */
export function guessStyle(lines: Iterable<TextLine>): TextLayout {
  const dashes = { tight: 0, loose: 0 };
  const layout = (style: ParagraphStyle, columns: number): TextLayout => ({
    style,
    columns,
    tightDashes: dashes.tight > dashes.loose,
  });
  let blocks = 0;
  let count = 0;
  let long = 0;
  /** Lengths of the lines that another line follows in their block. */
  const inner: number[] = [];
  /** Those of them that a line follows which is not indented. */
  const flowing: number[] = [];
  const indents = { inner: 0, leading: 0 };
  let before = -1;
  let wasIndented = false;
  for (const { content } of lines) {
    if (isBlank(content)) {
      before = -1;
      continue;
    }
    dashes.tight += content.match(TIGHT_DASH)?.length ?? 0;
    dashes.loose += content.match(LOOSE_DASH)?.length ?? 0;
    const indented = isIndented(content);
    if (before < 0) blocks++;
    else {
      inner.push(before);
      if (indented) indents.inner++;
      else {
        flowing.push(before);
        if (wasIndented) indents.leading++;
      }
    }
    wasIndented = indented;
    before = content.trimEnd().length;
    if (before > WRAPPED_CHARS) long++;
    if (++count >= SAMPLE_LINES) break;
  }
  const margin = marginOf(flowing);
  if (isLed(indents, count) && isWrapped(flowing, margin)) return layout('indented', margin);
  const columns = marginOf(inner);
  if (blocks <= 1) return layout(isWrapped(inner, columns) ? 'wrapped' : 'line', columns);
  if (inner.length > blocks && long * 3 > count) return layout('line', columns);
  return layout(isWrapped(inner, columns) ? 'wrapped' : 'blankLine', columns);
}

/** The length that hardly a line exceeds: the 98th of a hundred, since some words stick out. */
function marginOf(lengths: readonly number[]): number {
  const sorted = [...lengths].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * 0.98)] ?? 0;
}

/** Counted by characters, so that lists and tables between the paragraphs weigh little. */
function isWrapped(inner: readonly number[], columns: number): boolean {
  if (inner.length < 2 || columns < NARROWEST || columns > WRAPPED_CHARS) return false;
  const sum = (lengths: readonly number[]) => lengths.reduce((total, length) => total + length, 0);
  const full = inner.filter((length) => length >= columns - LONGEST_WORD && length <= columns + LONGEST_WORD);
  return sum(full) > sum(inner) * 0.6;
}

/**
 * Whether indented lines begin paragraphs: they stand inside blocks, are no rarity, and lines that are not indented follow
 * them, as they do not in verse, lists and quotations.
 *
 * @param indents `inner`: those that are not the first of their block; `leading`: all that another kind of line follows
 */
function isLed(indents: { inner: number; leading: number }, lines: number): boolean {
  return (
    indents.leading >= 3 &&
    indents.inner >= 2 &&
    indents.inner * 40 >= lines &&
    indents.leading >= indents.inner * LED_SHARE
  );
}
