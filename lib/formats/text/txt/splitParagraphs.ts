import { isBlank, type TextLine } from '../lines';
import { MAX_PARAGRAPH_CHARS, type ParagraphStyle } from '../TextDraft';
import { guessStyle } from './guessStyle';
import { isIndented } from './isIndented';
import { unwrap } from './unwrap';

/**
 * Paragraphs of a plain text. `line`: every line that is not blank. `blankLine`: all lines up to the next blank one, with
 * their inner line ends exactly as typed. `wrapped`: the same, with a space for each line end that only wrapping made.
 * `indented`: as `wrapped`, and every indented line begins a paragraph.
 *
 * White space at the ends of a paragraph and inside it stays as it is; only the line end that closes it is left out.
 *
 * @param lines can be gone through again and again: first for the style, then for the text
 */
export function splitParagraphs(
  lines: () => Iterable<TextLine>,
  style?: ParagraphStyle,
): { paragraphs: string[]; style: ParagraphStyle } {
  const guess = guessStyle(lines());
  const chosen = style ?? guess.style;
  const paragraphs: string[] = [];
  let block: TextLine[] = [];
  let blockChars = 0;
  const close = () => {
    if (block.length > 0)
      paragraphs.push(chosen === 'wrapped' || chosen === 'indented' ? unwrap(block, guess) : joined(block));
    block = [];
    blockChars = 0;
  };
  for (const line of lines()) {
    const blank = isBlank(line.content);
    if (blank || chosen === 'line' || (chosen === 'indented' && isIndented(line.content))) close();
    if (blank) continue;
    block.push(line);
    blockChars += line.content.length;
    // A guess that makes a paragraph nobody can store was wrong.
    if (!style && chosen !== 'line' && blockChars > MAX_PARAGRAPH_CHARS)
      return splitParagraphs(lines, 'line');
  }
  close();
  return { paragraphs, style: chosen };
}

/** The lines with what stands between them. */
export function joined(block: readonly TextLine[]): string {
  const last = block.length - 1;
  return block.map(({ content, lineEnd }, at) => (at < last ? content + lineEnd : content)).join('');
}
