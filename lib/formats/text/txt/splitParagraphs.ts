import { isBlank, type Line, splitLines } from '../lines';
import type { ParagraphStyle } from '../TextDraft';

/** A line that somebody's editor wrapped is at most this long, in UTF-16 units. */
const WRAPPED_CHARS = 120;

/**
 * Paragraphs of a plain text. With blank lines between them, a paragraph is all lines up to the next blank one,
 * with its inner line ends exactly as typed; without, every line is one. A line of nothing but white space is blank.
 *
 * The content is `text.slice` from the first to the last character of the paragraph: white space at its ends and
 * inside it stays, only the line end that closes it is left out.
 */
export function splitParagraphs(
  text: string,
  style?: ParagraphStyle,
): { paragraphs: string[]; style: ParagraphStyle } {
  const blocks = splitBlocks(text, splitLines(text));
  const chosen = style ?? guessStyle(blocks);
  const paragraphs =
    chosen === 'line'
      ? blocks.flat().map((line) => text.slice(line.start, line.end))
      : blocks.map((block) => text.slice(block[0]!.start, block.at(-1)!.end));
  return { paragraphs, style: chosen };
}

/** Runs of lines that are not blank. */
function splitBlocks(text: string, lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [];
  let block: Line[] = [];
  for (const line of lines) {
    if (!isBlank(text.slice(line.start, line.end))) {
      block.push(line);
    } else if (block.length > 0) {
      blocks.push(block);
      block = [];
    }
  }
  if (block.length > 0) blocks.push(block);
  return blocks;
}

/**
 * Blank lines part paragraphs, unless they part only sections of a text with one paragraph a line: then most line
 * ends stand inside blocks and the lines are longer than anybody wraps them.
 */
function guessStyle(blocks: readonly Line[][]): ParagraphStyle {
  if (blocks.length <= 1) return 'line';
  const lines = blocks.flat();
  const inner = lines.length - blocks.length;
  const long = lines.filter((line) => line.end - line.start > WRAPPED_CHARS).length;
  return inner > blocks.length && long * 3 > lines.length ? 'line' : 'blankLine';
}
