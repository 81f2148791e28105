import { isBlank, splitLines } from '../lines';
import type { ReadParagraphs } from '../TextDraft';

const FENCE = /^ {0,3}(`{3,}|~{3,})/u;
const HEADING = /^ {0,3}#{1,6}(?:[ \t]+|$)(.*?)(?:[ \t]+#+)?[ \t]*$/u;
const THEMATIC_BREAK = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/u;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/u;
const QUOTE = /^ {0,3}>[ \t]?/u;
const BULLET = /^[ \t]*[-+*][ \t]+(?:\[[ xX]\][ \t]+)?/u;
const NUMBERED = /^[ \t]*\d{1,9}[.)][ \t]+/u;
const TABLE_RULE = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/u;

/**
 * Paragraphs of a Markdown text after CommonMark 0.31, block structure only. Headings, list items and table rows
 * are paragraphs of their own. Left out: the marks that lead a line (`#`, `-`, `*`, `+`, `>`), rules, underlines of
 * headings, code fences and front matter. Kept: the numbers of numbered lists, and all that is inside a line
 * (emphasis, links, code), as typed. Lines of a paragraph stay joined by the line ends of the file.
 */
export function readMarkdown(text: string): ReadParagraphs {
  const paragraphs: string[] = [];
  let title: string | null = null;
  let open = '';
  let lineEnd = '';
  let fence: string | null = null;
  const close = () => {
    if (!isBlank(open)) paragraphs.push(open);
    open = '';
    lineEnd = '';
  };
  const body = skipFrontMatter(text);
  for (const line of splitLines(body.text)) {
    const raw = body.text.slice(line.start, line.end);
    const fenceMark = FENCE.exec(raw)?.[1];
    if (fence ? fenceMark?.startsWith(fence) : fenceMark) {
      close();
      fence = fence ? null : fenceMark!.slice(0, 3);
      continue;
    }
    const content = fence ? raw : raw.replace(QUOTE, '');
    const heading = fence ? null : HEADING.exec(content);
    const underlined = !fence && open !== '' && UNDERLINE.test(content);
    if (heading) {
      close();
      open = heading[1]!;
      title ??= open.trim() || null;
      close();
    } else if (underlined) {
      title ??= open.trim();
      close();
    } else if (isBlank(content) || (!fence && (THEMATIC_BREAK.test(content) || isTableRule(content)))) {
      close();
    } else {
      const startsBlock =
        !fence && (BULLET.test(content) || NUMBERED.test(content) || content.trimStart().startsWith('|'));
      if (startsBlock) close();
      open += lineEnd + (fence ? content : content.replace(BULLET, ''));
      lineEnd = body.text.slice(line.end, line.next);
    }
  }
  close();
  return { paragraphs, title: body.title ?? title };
}

function isTableRule(line: string): boolean {
  return line.includes('|') && TABLE_RULE.test(line);
}

/** The block between `---` lines at the very start, as static site generators write it. */
function skipFrontMatter(text: string): { text: string; title: string | null } {
  const match = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u.exec(text);
  if (!match || !/^[\w-]+[ \t]*:/mu.test(match[1]!)) return { text, title: null };
  const title = /^title[ \t]*:[ \t]*(.+)$/mu
    .exec(match[1]!)?.[1]
    ?.trim()
    .replace(/^(["'])(.*)\1$/u, '$2');
  return { text: text.slice(match[0].length), title: title || null };
}
