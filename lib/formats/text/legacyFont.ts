import { decodeLegacy } from './legacyEncodings';
import { type FontText, LEGACY_FONTS, type LegacyFont } from './TextDraft';
import { isVietnameseSyllable } from './vietnameseSyllable';
import { fromVni } from './vni';

/** Paragraphs that are looked at to tell whether there is such text at all. */
const SAMPLE_PARAGRAPHS = 400;
const SAMPLE_CHARS = 160;
/** As much of a paragraph as tells what it was typed in. */
const TELLING_CHARS = 4_000;
/** Words with marks that are syllables, before and after: so many say that the conversion is right. */
const RIGHT_SHARE = 0.8;
const MIN_WORDS = 3;
/** What bytes above ASCII look like in Unicode. U+00AD, the soft hyphen, is the letter ư of TCVN3. */
const SUSPECT = /[\u00a1-\u00ff]/u;

/** TCVN 5712:1993, VN3: what each of the characters U+00A1 to U+00FF stands for under a `.Vn…` font. */
const TCVN3 = new Map(
  Array.from({ length: 0xff - 0xa0 }, (_, at) => 0xa1 + at).map((byte) => [
    String.fromCharCode(byte),
    decodeLegacy(Uint8Array.of(byte), 'tcvn3'),
  ]),
);

const CONVERT: Record<LegacyFont, (text: string) => string> = {
  tcvn3: (text) => text.replace(/[\u00a1-\u00ff]/gu, (sign) => TCVN3.get(sign)!),
  vni: fromVni,
};

/**
 * Vietnamese typed in a font of the time before Unicode and saved as Unicode since: valid text that reads as noise
 * ("Hµ Néi"). The font whose letters make Vietnamese syllables of it, or null.
 */
export function findFontText(paragraphs: readonly string[]): FontText | null {
  const sample: string[] = [];
  for (const paragraph of paragraphs) {
    if (SUSPECT.test(paragraph)) sample.push(paragraph);
    if (sample.length === SAMPLE_PARAGRAPHS) break;
  }
  if (sample.length === 0) return null;
  const ranked = LEGACY_FONTS.map((font) => {
    const changed = sample.filter((paragraph) => isTypedIn(paragraph, font));
    const words = changed.map((paragraph) => countSyllables(CONVERT[font](tellingPart(paragraph))));
    const marked = words.reduce((sum, word) => sum + word.marked, 0);
    const syllables = words.reduce((sum, word) => sum + word.syllables, 0);
    return { font, syllables, right: marked >= MIN_WORDS && syllables >= marked * RIGHT_SHARE };
  }).filter(({ right }) => right);
  const best = ranked.sort((a, b) => b.syllables - a.syllables)[0];
  if (!best) return null;
  const { font } = best;
  const count = paragraphs.reduce((sum, paragraph) => sum + (isTypedIn(paragraph, font) ? 1 : 0), 0);
  const first = sample.find((paragraph) => isTypedIn(paragraph, font))!;
  const before = around(first);
  return { font, count, before, after: CONVERT[font](before) };
}

/** The paragraphs as their readers saw them; those that were not typed in the font stay as they are. */
export function convertFont(paragraphs: readonly string[], font: LegacyFont): string[] {
  return paragraphs.map((paragraph) => (isTypedIn(paragraph, font) ? CONVERT[font](paragraph) : paragraph));
}

/** Does the paragraph hold more syllables when it is converted? */
function isTypedIn(paragraph: string, font: LegacyFont): boolean {
  if (!SUSPECT.test(paragraph)) return false;
  const telling = tellingPart(paragraph);
  const before = countSyllables(telling);
  const after = countSyllables(CONVERT[font](telling));
  return (
    after.syllables > before.syllables &&
    after.syllables * 2 > after.marked &&
    before.syllables * 2 <= before.marked
  );
}

/** From the word of the first sign in question on, so much that giants of a paragraph take no more than others. */
function tellingPart(paragraph: string): string {
  if (paragraph.length <= TELLING_CHARS) return paragraph;
  const first = paragraph.lastIndexOf(' ', paragraph.search(SUSPECT)) + 1;
  return paragraph.slice(first, first + TELLING_CHARS);
}

/** Words with letters outside ASCII, and those of them that are Vietnamese syllables. */
function countSyllables(text: string): { marked: number; syllables: number } {
  let marked = 0;
  let syllables = 0;
  for (const word of text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\u00a1-\u00bf]+/gu) ?? []) {
    // A sign alone, as in "£5" and "§ 7", is no word.
    if (word.length < 2 || !/[^\u0020-\u007e]/u.test(word)) continue;
    marked++;
    if (isVietnameseSyllable(word)) syllables++;
  }
  return { marked, syllables };
}

function around(paragraph: string): string {
  const first = Math.max(0, paragraph.search(SUSPECT) - 40);
  return paragraph.slice(first, first + SAMPLE_CHARS);
}
