import { type TableShape, tableRecords } from './tableRecords';

export const DELIMITERS = ['\t', ',', ';', '|'] as const;
export const QUOTES = ['"', "'"] as const;

/** Excel names the delimiter in a first line of its own, which is no record. */
const NAMED = /^sep=(.)(?:\r\n|\n|\r)/u;

/** The delimiter that the table itself names, and how many characters that takes. */
export function namedDelimiter(head: string): { delimiter: string; length: number } | null {
  const named = NAMED.exec(head);
  return named && { delimiter: named[1], length: named[0].length };
}

/**
 * How a table is written: the delimiter that stands equally often in all lines of its beginning, more than once if
 * possible. A table with tabs has no quotes (IANA), unless every field that begins with one also ends with one.
 *
 * @param head the beginning of the text. @param chosen what a person says of it, which is not detected.
 * @param isWhole whether it is all of the text: else its last record is cut off.
 */
export function tableShape(head: string, chosen: Partial<TableShape> = {}, isWhole = false): TableShape {
  const delimiters = chosen.delimiter ? [chosen.delimiter] : DELIMITERS;
  let best: TableShape & { score: number } = { delimiter: delimiters[0], quote: '', score: -1 };
  for (const delimiter of delimiters) {
    const quote = chosen.quote ?? quoteOf(head, delimiter);
    const records = [...tableRecords([head], { delimiter, quote })];
    const widths = records.slice(0, isWhole ? undefined : -1).map(({ fields }) => fields.length);
    if (!widths.length) widths.push(head.split(delimiter).length);
    const width = mostFrequent(widths);
    if (width < 2 && delimiters.length > 1) continue;
    // Agreement counts first; a tab is never part of a text, a comma often is.
    const score =
      widths.filter((one) => one === width).length / widths.length + (delimiter === '\t' ? 0.5 : 0);
    if (score > best.score) best = { delimiter, quote, score };
  }
  return { delimiter: best.delimiter, quote: best.quote };
}

/** Single quotes are apostrophes, unless nearly all fields stand in them and none in double ones. */
function quoteOf(head: string, delimiter: string): string {
  if (delimiter === '\t') return tabsAreQuoted(head) ? '"' : '';
  const lines = head.split(/\r\n|[\n\r]/u).slice(0, 200);
  const fields = lines.flatMap((line) => line.split(delimiter)).filter(Boolean);
  const single = fields.filter((field) => field.length > 1 && /^'.*'$/u.test(field)).length;
  return single > fields.length * 0.6 && !fields.some((field) => field.startsWith('"')) ? "'" : '"';
}

function tabsAreQuoted(head: string): boolean {
  const fields = head.split(/[\t\r\n]+/u).slice(0, -1);
  const opening = fields.filter((field) => field.startsWith('"'));
  return (
    opening.some((field) => field.slice(1, -1).includes('""')) &&
    opening.every((field) => field.length > 1 && /^"(?:[^"]|"")*"$/u.test(field))
  );
}

function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
