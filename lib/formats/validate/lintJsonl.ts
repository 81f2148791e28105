import { decoded, type LintFile } from './decoded';
import type { Findings } from './Findings';

type Row = Record<string, unknown>;
type Place = { file: string; line: number; unit: string | null };

/** JSON Lines: an object a line, the same languages in each. A JSON document of rows is looked at as a whole. */
export function lintJsonl(source: LintFile, findings: Findings): void {
  const { name: file } = source;
  let first: string | null = null;
  const check = (row: unknown, line: number) => {
    if (!isObject(row)) {
      findings.add('jsonl.notObject', { file, line });
      return;
    }
    const place = { file, line, unit: row.id === undefined ? null : String(row.id) };
    const keys = keysOf(row);
    first ??= keys;
    if (keys !== first) findings.add('jsonl.keys', place, { expected: first, found: keys });
    checkTexts(row, place, findings);
  };
  if (isDocument(source)) {
    const text = [...decoded(source, findings)].join('');
    try {
      const value: unknown = JSON.parse(text);
      const rows = Array.isArray(value)
        ? value
        : isObject(value) && Array.isArray(value.units)
          ? value.units
          : [value];
      for (const [at, row] of rows.entries()) check(row, at + 1);
    } catch (cause) {
      findings.add('jsonl.badLine', { file }, { reason: reasonOf(cause) });
    }
    return;
  }
  for (const { text, number } of plainLines(source, findings)) {
    if (text.trim() === '') findings.add('jsonl.blankLine', { file, line: number });
    else
      try {
        check(JSON.parse(text), number);
      } catch (cause) {
        findings.add('jsonl.badLine', { file, line: number }, { reason: reasonOf(cause) });
      }
  }
}

/** Not as `linesIn`: whatever else ends a line for some is text in JSON. */
function* plainLines(source: LintFile, findings: Findings) {
  let [rest, number] = ['', 0];
  for (const slice of decoded(source, findings)) {
    const pieces = (rest + slice).split('\n');
    rest = pieces.pop()!;
    for (const text of pieces) yield { text, number: ++number };
  }
  if (rest !== '') yield { text: rest, number: ++number };
}

/** Whether it is one JSON document rather than one a line: an array, or an object that goes on after its first line. */
function isDocument({ bytes }: LintFile): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 4096)).trimStart();
  return head.startsWith('[') || /^\{\s*\n/u.test(head);
}

/** Which languages a row has, and in which shape. */
function keysOf(row: Row): string {
  if (isObject(row.translation)) return `translation: ${Object.keys(row.translation).sort().join(', ')}`;
  if (Array.isArray(row.texts))
    return `texts: ${row.texts.map((one: unknown) => (isObject(one) ? String(one.lang) : '?')).join(', ')}`;
  return Object.keys(row).sort().join(', ');
}

function checkTexts(row: Row, place: Place, findings: Findings): void {
  // Only these rows are read as Hugging Face's Translation feature; others have a way to say that there is no text.
  const texts = isObject(row.translation) ? Object.values(row.translation) : [];
  if (texts.some((text) => text === null || text === '')) findings.add('jsonl.emptyText', place);
}

const isObject = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message.slice(0, 120) : '');
