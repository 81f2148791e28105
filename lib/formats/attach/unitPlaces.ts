import type { TextState } from '@/lib/bitext/types';
import { splitSentences } from '@/lib/text/splitSentences';

/**
 * The units that a file may count in a text of ours, by where they begin; the last number is where the text ends. Either
 * its segments as they are, or its sentences where segments are longer.
 */
export type UnitPlaces = readonly number[];

/** As the text is cut now, and as it would be if every sentence were a segment too. */
export function unitPlaces({ borders, paragraphs, lang }: TextState): [UnitPlaces, UnitPlaces] {
  const segments = borders.map(({ at }) => at);
  const sentences = new Set(segments);
  for (const { start, content } of paragraphs)
    for (const offset of splitSentences(content, lang)) sentences.add(start + offset);
  return [segments, [...sentences].sort((a, b) => a - b)];
}

/** Numbers of the units by ids that count: `s12` through the text, `3:2` by paragraph. Null when one id does neither. */
export function countedIds(
  ids: ReadonlySet<string>,
  places: UnitPlaces,
  { paragraphs }: Pick<TextState, 'paragraphs'>,
): Map<string, number> | null {
  const numbers = new Map<string, number>();
  const starts = paragraphs.map(({ start }) => start);
  let inParagraph: number[] | null = null;
  for (const id of ids) {
    const through = /^[a-z]*[._-]?(\d+)$/iu.exec(id);
    const pair = /^[a-z]*(\d+)[:.](\d+)$/iu.exec(id);
    let number = -1;
    if (through) number = Number(through[1]) - 1;
    else if (pair) {
      inParagraph ??= starts.map((start) => places.indexOf(start));
      const [p, s] = [Number(pair[1]) - 1, Number(pair[2]) - 1];
      const first = inParagraph[p] ?? -1;
      const end = inParagraph[p + 1] ?? places.length - 1;
      if (first >= 0 && first + s < end) number = first + s;
    }
    if (number < 0 || number >= places.length - 1) return null;
    numbers.set(id, number);
  }
  return numbers;
}
