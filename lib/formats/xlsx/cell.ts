import type { WriteReport } from '../WriteReport';
import { xmlWriter } from '../xml/xmlWriter';

/** ECMA-376 holds it back from no program: Excel refuses a workbook with a longer cell. UTF-16 units. */
const MAX_CELL_CHARS = 32_767;

// biome-ignore lint/suspicious/noControlCharactersInRegex: what is no `Char` of XML 1.0, save surrogates; and CR
const NO_CHAR = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[\dA-Fa-f]{4}_)/gu;

/**
 * A cell with an inline string. What XML cannot hold is written `_xHHHH_` (ECMA-376-1, 22.9.2.19 ST_Xstring), and so
 * is an underscore that would read as the beginning of one. A text too long for Excel is cut, and counted as replaced.
 */
export function cellWriter(report: WriteReport): (text: string, style?: number) => string {
  const { text: escapeText } = xmlWriter(report);
  return (text, style) => {
    if (text === '') return '<c/>';
    let fitting = text;
    if (text.length > MAX_CELL_CHARS) {
      report.replacedCharacters += text.length - MAX_CELL_CHARS;
      fitting = text.slice(0, MAX_CELL_CHARS);
    }
    const coded = fitting.replace(
      NO_CHAR,
      (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
    const styled = style === undefined ? '' : ` s="${style}"`;
    return `<c t="inlineStr"${styled}><is><t xml:space="preserve">${escapeText(coded)}</t></is></c>`;
  };
}

/** What `_xHHHH_` stands for. */
export const decodeCell = (text: string): string =>
  text.replace(/_x([\dA-Fa-f]{4})_/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
