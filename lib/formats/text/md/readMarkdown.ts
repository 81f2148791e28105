import { isBlank, type TextLine } from '../lines';
import type { ParagraphStyle, ReadParagraphs } from '../TextDraft';
import { guessStyle } from '../txt/guessStyle';
import { joined } from '../txt/splitParagraphs';
import { frontMatter } from './frontMatter';
import { cellsOf, type TableKind, tableRule } from './tables';
import { unwrapMarkdown } from './unwrapMarkdown';

const FENCE = /^ {0,3}(`{3,}|~{3,})/u;
const HEADING = /^ {0,3}#{1,6}(?:[ \t]+|$)(.*?)(?:[ \t]+#+)?[ \t]*$/u;
const THEMATIC_BREAK = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/u;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/u;
const QUOTE = /^ {0,3}>[ \t]?/u;
const BULLET = /^[ \t]*[-+*][ \t]+(?:\[[ xX]\][ \t]+)?/u;
const NUMBERED = /^[ \t]*\d{1,9}[.)][ \t]+/u;
/** A line of verse as pandoc writes it: a bar, and all that follows one space. */
const LINE_BLOCK = /^\|[ ](?!.*\|[ \t]*$)/u;

/**
 * Paragraphs of a Markdown text after CommonMark 0.31, block structure only. Headings, list items and the cells
 * of tables are paragraphs of their own. Left out: the marks that lead a line (`#`, `-`, `*`, `+`, `>`), rules, underlines of
 * headings, code fences and front matter. Kept: the numbers of numbered lists, and all that is inside a line
 * (emphasis, links, code), as typed.
 *
 * Lines of a paragraph stay joined by the line ends of the file (`blankLine`), or by a space where those are soft line
 * breaks (`wrapped`); with `line` each is a paragraph. Code keeps its lines.
 */
export function readMarkdown(lines: () => Iterable<TextLine>, wanted?: ParagraphStyle): ReadParagraphs {
  const guess = guessStyle(lines()).style;
  // In Markdown an indent means nothing, or code.
  const style =
    wanted === 'indented'
      ? 'wrapped'
      : (wanted ?? (guess === 'wrapped' || guess === 'indented' ? 'wrapped' : 'blankLine'));
  const paragraphs: string[] = [];
  let title: string | null = null;
  let open: TextLine[] = [];
  let fence: string | null = null;
  let table: TableKind | null = null;
  const close = (): string => {
    const text = style === 'wrapped' && !fence ? unwrapMarkdown(open) : joined(open);
    if (!isBlank(text)) paragraphs.push(text);
    open = [];
    return text.trim();
  };
  const matter = frontMatter(lines());
  let skip = matter.lines;
  for (const { content: raw, lineEnd } of lines()) {
    if (skip-- > 0) continue;
    const fenceMark = FENCE.exec(raw)?.[1];
    if (fence ? fenceMark?.startsWith(fence) : fenceMark) {
      close();
      fence = fence ? null : fenceMark!.slice(0, 3);
      continue;
    }
    const content = fence ? raw : raw.replace(QUOTE, '');
    const heading = fence ? null : HEADING.exec(content);
    const rule = fence ? null : tableRule(content);
    if (rule && (table || open.length > 0 || content.startsWith('+'))) {
      // The line above the first rule is the head of the table.
      const head = table ? undefined : open.pop();
      close();
      if (head) paragraphs.push(...cellsOf(head.content, rule));
      table = rule;
      continue;
    }
    if (isBlank(content) || heading) table = null;
    if (table) {
      paragraphs.push(...cellsOf(content, table));
      continue;
    }
    const underlined = !fence && open.length > 0 && UNDERLINE.test(content);
    if (heading) {
      close();
      open = [{ content: heading[1]!, lineEnd }];
      title ??= close() || null;
    } else if (underlined) {
      title ??= close();
    } else if (isBlank(content) || (!fence && (THEMATIC_BREAK.test(content) || rule))) {
      close();
    } else {
      const startsBlock =
        style === 'line' ||
        (!fence && (BULLET.test(content) || NUMBERED.test(content) || content.trimStart().startsWith('|')));
      if (startsBlock) close();
      open.push({ content: fence ? content : content.replace(BULLET, '').replace(LINE_BLOCK, ''), lineEnd });
    }
  }
  close();
  return { paragraphs, title: matter.title ?? title, paragraphStyle: style };
}
