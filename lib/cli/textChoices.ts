import {
  BOILERPLATE,
  LEGACY_FONTS,
  LETTERS,
  PARAGRAPH_STYLES,
  type ReadOptions,
} from '@/lib/formats/text/TextDraft';

const TEXT = { type: 'string' } as const;

/** Options of every command that reads texts: what the import page asks beside language, format and encoding. */
export const TEXT_CHOICES = {
  'paragraph-style': TEXT,
  chapters: TEXT,
  boilerplate: TEXT,
  letters: TEXT,
  'convert-font': TEXT,
} as const;

/** Their lines in a help. */
export const TEXT_CHOICES_HELP = `  --paragraph-style STYLE  plain text: ${PARAGRAPH_STYLES.join(', ')} (default: by the text)
  --chapters LIST        of a book, by commas and ranges: 2,4-7 (default: all of its reading order)
  --boilerplate HOW      menus, licences and the like around the text: ${BOILERPLATE.join(', ')} (default: keep)
  --letters HOW          written in pieces (NFD): ${LETTERS.join(', ')} them (default: keep)
  --convert-font FONT    text typed in an old font becomes Unicode: ${LEGACY_FONTS.join(', ')} (default: as it is)`;

type Values = { readonly [option in keyof typeof TEXT_CHOICES]?: string };
export type TextChoices = Pick<
  ReadOptions,
  'paragraphStyle' | 'chapters' | 'boilerplate' | 'letters' | 'convertFont'
>;

/** What was chosen; or, as a string, which option has a value that is none of its own. */
export function textChoices(values: Values): TextChoices | string {
  const wrong = (option: keyof Values, allowed: readonly string[]) =>
    `--${option} ${values[option]}: ${allowed.join(', ')}`;
  const paragraphStyle = PARAGRAPH_STYLES.find((one) => one === values['paragraph-style']);
  const boilerplate = BOILERPLATE.find((one) => one === values.boilerplate);
  const convertFont = LEGACY_FONTS.find((one) => one === values['convert-font']);
  const letters = LETTERS.find((one) => one === values.letters);
  if (values['paragraph-style'] !== undefined && !paragraphStyle)
    return wrong('paragraph-style', PARAGRAPH_STYLES);
  if (values.boilerplate !== undefined && !boilerplate) return wrong('boilerplate', BOILERPLATE);
  if (values.letters !== undefined && !letters) return wrong('letters', LETTERS);
  if (values['convert-font'] !== undefined && !convertFont) return wrong('convert-font', LEGACY_FONTS);
  const chapters = values.chapters === undefined ? undefined : ordinals(values.chapters);
  if (chapters === null) return wrong('chapters', ['1,3-5']);
  return { paragraphStyle, chapters, boilerplate, letters, convertFont };
}

const MAX_ORDINAL = 100_000;

/** `2,4-7` as 2, 4, 5, 6, 7; null when it is no such list. */
function ordinals(list: string): number[] | null {
  const found: number[] = [];
  for (const part of list.split(',')) {
    const range = /^\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*$/u.exec(part);
    if (!range) return null;
    const [from, to] = [Number(range[1]), Number(range[2] ?? range[1])];
    if (from < 1 || to < from || to > MAX_ORDINAL) return null;
    for (let ordinal = from; ordinal <= to; ordinal++) found.push(ordinal);
  }
  return found;
}
