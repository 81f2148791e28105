import { readText } from '../text/readText';
import type { TextDraft, WarningCode } from '../text/TextDraft';
import type { LintFile } from './decoded';
import type { Findings } from './Findings';
import type { FindingCode } from './rules';

/** What a reader of texts says of a file, in the words of the linter. What is of no consequence is left out. */
const OF_WARNING: Partial<Record<WarningCode, FindingCode>> = {
  uncertainEncoding: 'text.uncertainEncoding',
  nfd: 'text.decomposed',
  cedilla: 'text.cedilla',
  zeroWidth: 'text.zeroWidth',
  bidi: 'text.bidi',
  softHyphen: 'text.softHyphen',
  replacementCharacter: 'text.replacement',
  controlCharacter: 'text.control',
  nul: 'chars.nul',
  longParagraph: 'text.longParagraph',
  loneCr: 'lines.cr',
  lineSeparator: 'lines.breaks',
  formFeed: 'lines.breaks',
  nextLine: 'lines.breaks',
};

/** UTF-8 that was read as windows-1252 and written again: `Ã©`, `áº¿`, `È™`. */
const TWICE_ENCODED =
  /Ã[\u0080-\u00bf]|á[º»][\u0080-\u00bf\u2010-\u2122]|È[\u0098-\u009b\u02dc\u2122\u0161]|Ä[\u0080-\u0091\u0192]|â€[\u0080-\u00bf\u0153\u201c\u201d\u2122]/gu;

/** A text as its reader sees it. */
export async function lintText(source: LintFile, findings: Findings): Promise<void> {
  const { name: file, bytes } = source;
  const read = await readText(bytes, { fileName: file });
  if (!read.ok) {
    findings.add('file.unreadable', { file }, { reason: read.error.code, ...read.error.params });
    return;
  }
  const { encoding, warnings, paragraphStyle, fontText } = read.value;
  if (encoding.startsWith('utf-16')) findings.add('encoding.utf16', { file }, { encoding });
  else if (!/^(?:utf-8|us-ascii)$/u.test(encoding))
    findings.add('text.legacyEncoding', { file }, { encoding });
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    findings.add('encoding.bom', { file, line: 1 });
  for (const { code, params } of warnings) {
    const found = OF_WARNING[code];
    const unit = params.paragraph > 0 ? String(params.paragraph) : null;
    if (found) findings.add(found, { file, unit }, { count: params.count, ...detailOf(code) });
  }
  if (fontText) findings.add('text.mojibake', { file }, { kind: fontText.font, count: fontText.count });
  if (paragraphStyle === 'wrapped') findings.add('text.hardWraps', { file });
  lookAtWords(read.value, file, findings);
}

const detailOf = (code: WarningCode): Record<string, string> => {
  if (code === 'loneCr') return { where: 'inside' };
  if (code === 'lineSeparator') return { character: 'U+2028' };
  if (code === 'formFeed') return { character: 'U+000C' };
  return code === 'nextLine' ? { character: 'U+0085' } : {};
};

/** What shows only in the words: mixed normal forms, and text that was encoded twice. */
function lookAtWords({ paragraphs }: TextDraft, file: string, findings: Findings): void {
  let [composed, decomposed, twice] = [0, 0, 0];
  let firstTwice: number | null = null;
  for (const [at, paragraph] of paragraphs.entries()) {
    const found = paragraph.match(TWICE_ENCODED)?.length ?? 0;
    if (found) firstTwice ??= at + 1;
    twice += found;
    if (/\p{M}/u.test(paragraph) && paragraph.normalize('NFC') !== paragraph) decomposed++;
    else if (paragraph.normalize('NFD') !== paragraph) composed++;
  }
  // One may be a name; several are a file that was read wrongly once.
  if (twice > 2)
    findings.add('text.mojibake', { file, unit: String(firstTwice) }, { kind: 'twice', count: twice });
  if (composed && decomposed) findings.add('text.mixedForms', { file }, { composed, decomposed });
}
