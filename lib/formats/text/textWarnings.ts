import { PIECES } from './composeLetters';
import type { Warning, WarningCode } from './TextDraft';

/** Longer than this is a paragraph that people find hard to align by eye; most are under a thousand characters. */
const LONG_PARAGRAPH_CHARS = 5_000;

/** `rare` is a cheap look for what most paragraphs lack; only those that have it are counted. */
const PATTERNS: readonly { code: WarningCode; rare: RegExp; pattern: RegExp }[] = [
  { code: 'nfd', ...PIECES },
  same('zeroWidth', /[\u200b-\u200d\u2060\ufeff]/gu),
  same('softHyphen', /\u00ad/gu),
  same('bidi', /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu),
  same('nbsp', /[\u00a0\u202f\u2007]/gu),
  same('cedilla', /[şŞţŢ]/gu),
  { code: 'doubleSpace', rare: /[ \u00a0]{2}/u, pattern: /(?<=\S)[ \u00a0]{2,}(?=\S)/gu },
  // biome-ignore lint/suspicious/noControlCharactersInRegex: counting them is the point
  same('controlCharacter', /[\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/gu),
  same('replacementCharacter', /\ufffd/gu),
  // What ends lines in a plain text, and has been counted there, stands inside the paragraphs of other formats.
  same('lineSeparator', /[\u2028\u2029]/gu),
  same('nextLine', /\u0085/gu),
  // biome-ignore lint/suspicious/noControlCharactersInRegex: counting them is the point
  same('formFeed', /[\u000b\u000c]/gu),
  same('loneCr', /\r(?!\n)/gu),
];

function same(code: WarningCode, pattern: RegExp) {
  return { code, rare: new RegExp(pattern.source, 'u'), pattern };
}

/**
 * What a person should know of the paragraphs before accepting them; nothing of it has been changed.
 *
 * @param counted codes of what the reader has counted itself
 */
export function paragraphWarnings(
  paragraphs: readonly string[],
  counted: ReadonlySet<WarningCode> = new Set(),
): Warning[] {
  const warnings: Warning[] = [];
  for (const { code, rare, pattern } of PATTERNS) {
    if (counted.has(code)) continue;
    addCount(warnings, code, paragraphs, (paragraph) =>
      rare.test(paragraph) ? (paragraph.match(pattern)?.length ?? 0) : 0,
    );
  }
  addCount(warnings, 'longParagraph', paragraphs, (paragraph) =>
    paragraph.length > LONG_PARAGRAPH_CHARS ? 1 : 0,
  );
  return warnings;
}

function addCount(
  warnings: Warning[],
  code: WarningCode,
  paragraphs: readonly string[],
  countIn: (paragraph: string) => number,
): void {
  let count = 0;
  let first = 0;
  for (const [at, paragraph] of paragraphs.entries()) {
    const found = countIn(paragraph);
    if (found > 0 && first === 0) first = at + 1;
    count += found;
  }
  if (count > 0) warnings.push({ code, params: { count, paragraph: first } });
}
