import { chooseChapters } from './chooseChapters';
import { composeLetters, countPieces } from './composeLetters';
import { gutenbergBoilerplate } from './gutenberg';
import { convertFont, findFontText } from './legacyFont';
import type { Chapter, ReadOptions, ReadParagraphs, TextDraft } from './TextDraft';

type Finished = Pick<TextDraft, 'title' | 'paragraphs' | 'boilerplate' | 'pieces' | 'fontText'> & {
  chapters: Chapter[] | null;
};

/** What the person chose about the text that was read: what stands around it, chapters, old fonts. */
export function finishDraft(read: ReadParagraphs, options: ReadOptions): Finished {
  const around = new Set([...(read.boilerplate ?? []), ...gutenbergBoilerplate(read.paragraphs)]);
  // A text of nothing but menus is not around anything.
  const count = around.size < read.paragraphs.length ? around.size : 0;
  const leftOut = count > 0 && options.boilerplate === 'leaveOut';
  const kept = leftOut ? read.paragraphs.filter((_, at) => !around.has(at)) : read.paragraphs;
  const starts = leftOut ? movedStarts(read, around) : read.chapters;
  const chosen = starts
    ? chooseChapters(kept, starts, options.chapters)
    : { paragraphs: kept, chapters: null };
  const fontText = findFontText(chosen.paragraphs);
  const convert = options.convertFont && fontText?.font === options.convertFont;
  const converted = convert ? convertFont(chosen.paragraphs, fontText.font) : chosen.paragraphs;
  const pieces = countPieces(converted);
  const composed = pieces > 0 && options.letters === 'compose';
  const title = convert && read.title ? (convertFont([read.title], fontText.font)[0] ?? null) : read.title;
  return {
    title,
    paragraphs: composed ? converted.map(composeLetters) : converted,
    chapters:
      convert && chosen.chapters
        ? chosen.chapters.map((one) => convertTitle(one, fontText.font))
        : chosen.chapters,
    pieces: pieces > 0 ? { count: pieces, composed } : null,
    boilerplate: count > 0 ? { count, leftOut } : null,
    fontText: fontText && { ...fontText, converted: Boolean(convert) },
  };
}

function convertTitle(chapter: Chapter, font: NonNullable<ReadOptions['convertFont']>): Chapter {
  const [title = '', opening = ''] = convertFont([chapter.title ?? '', chapter.opening], font);
  return { ...chapter, title: title || null, opening };
}

/** Starts of chapters, counted without the paragraphs that were left out. */
function movedStarts(
  { paragraphs, chapters }: ReadParagraphs,
  leftOut: ReadonlySet<number>,
): ReadParagraphs['chapters'] {
  const before = new Int32Array(paragraphs.length + 1);
  for (let at = 0; at < paragraphs.length; at++) before[at + 1] = before[at]! + (leftOut.has(at) ? 1 : 0);
  return chapters?.map((chapter) => ({ ...chapter, start: chapter.start - before[chapter.start]! }));
}
