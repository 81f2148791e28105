import type { WriteReport } from './WriteReport';

/** All that some reader takes for a border of a field or a line, Python's `splitlines` included; NUL ends strings. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that break a line format
const BREAKS = /\r\n|[\u0000\t\n\u000b\u000c\r\u001c-\u001e\u0085\u2028\u2029]/gu;
const ANY_BREAK = new RegExp(BREAKS.source, 'u');

/** For formats without escapes: each break becomes one space, and half a character U+FFFD; both are counted. */
export function fieldWriter(report: WriteReport): (text: string) => string {
  const storable = wellFormedWriter(report);
  return (text) => {
    const whole = storable(text);
    if (!ANY_BREAK.test(whole)) return whole;
    return whole.replace(BREAKS, () => {
      report.flattenedBreaks++;
      return ' ';
    });
  };
}

/** For formats in UTF-8 that hold everything else: lone surrogates become U+FFFD and are counted. */
export function wellFormedWriter(report: WriteReport): (text: string) => string {
  return (text) => {
    if (text.isWellFormed()) return text;
    report.replacedCharacters += text.match(/\p{Cs}/gu)?.length ?? 0;
    return text.toWellFormed();
  };
}
