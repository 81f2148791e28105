import type { TextLine } from '../lines';

/** A longer block is no front matter. */
const MAX_LINES = 500;

/** The block between `---` lines at the very start, as static site generators and pandoc write it: its lines, its title. */
export function frontMatter(lines: Iterable<TextLine>): { lines: number; title: string | null } {
  const none = { lines: 0, title: null };
  let count = 0;
  let fields = 0;
  let title: string | null = null;
  for (const { content } of lines) {
    if (count++ === 0) {
      if (!/^---[ \t]*$/u.test(content)) return none;
    } else if (/^(?:---|\.\.\.)[ \t]*$/u.test(content)) {
      return fields > 0 ? { lines: count, title: title || null } : none;
    } else {
      const field = /^([\w-]+)[ \t]*:[ \t]*(.*)$/u.exec(content);
      if (field) fields++;
      if (field?.[1] === 'title') title = field[2]!.trim().replace(/^(["'])(.*)\1$/u, '$2');
      if (count > MAX_LINES) return none;
    }
  }
  return none;
}
