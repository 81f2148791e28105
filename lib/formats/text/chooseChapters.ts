import type { Chapter, ReadParagraphs } from './TextDraft';

const OPENING_CHARS = 120;

/**
 * The chapters of a book, and the paragraphs of those that were chosen: by ordinal, or all of the reading order.
 * A chapter that has lost all its paragraphs is none.
 *
 * @param starts first paragraph of each chapter, ascending
 */
export function chooseChapters(
  paragraphs: readonly string[],
  starts: NonNullable<ReadParagraphs['chapters']>,
  chosen?: readonly number[],
): { paragraphs: string[]; chapters: Chapter[] } {
  const wanted = chosen && new Set(chosen);
  const taken: string[] = [];
  const chapters: Chapter[] = [];
  for (const [at, { title, start, linear }] of starts.entries()) {
    // What stands before the first chapter belongs to it.
    const content = paragraphs.slice(at === 0 ? 0 : start, starts[at + 1]?.start ?? paragraphs.length);
    if (content.length === 0) continue;
    const ordinal = chapters.length + 1;
    const isChosen = wanted ? wanted.has(ordinal) : linear;
    chapters.push({
      ordinal,
      title,
      opening: openingOf(content, title),
      paragraphCount: content.length,
      characterCount: content.reduce((sum, paragraph) => sum + paragraph.length, 0),
      linear,
      chosen: isChosen,
    });
    if (isChosen) for (const paragraph of content) taken.push(paragraph);
  }
  return { paragraphs: taken, chapters };
}

function openingOf(content: readonly string[], title: string | null): string {
  const plain = (text: string) => text.replace(/\s+/gu, ' ').trim();
  const known = title === null ? '' : plain(title).toLowerCase();
  const below = content.filter((paragraph) => !known.includes(plain(paragraph).toLowerCase()));
  const text = plain((below.length > 0 ? below : content).slice(0, 3).join(' '));
  return text.length <= OPENING_CHARS ? text : `${text.slice(0, OPENING_CHARS).replace(/\s+\S*$/u, '')}…`;
}
