/** Characters of a line; one event may have drawn every bead of a document. */
const MAX_LINE = 256 * 1024 ** 2;
/** PostgreSQL stores no zero character, wherever it hides. */
const ZERO = /(?<!\\)(?:\\\\)*\\u0000/;
/** Half of a character outside the basic plane, as JSON writes it when it stands alone. */
const HALF = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;
/** Deeper than anything that is written; recursion has an end. */
const MAX_DEPTH = 40;

/** A line that is no row. */
export class LineRefusal extends Error {
  override name = 'LineRefusal';
  constructor(
    readonly file: string,
    readonly line: number,
  ) {
    super(`${file}, line ${line}`);
  }
}

/**
 * The values of an entry's lines, as many at a time as a piece of it has.
 * @throws LineRefusal
 */
export async function* parsedLines(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
): AsyncGenerator<unknown[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 0;
  const values = (lines: readonly string[]): unknown[] =>
    lines.map((one) => {
      line++;
      if (ZERO.test(one)) throw new LineRefusal(file, line);
      try {
        return JSON.parse(one);
      } catch {
        throw new LineRefusal(file, line);
      }
    });
  const decoded = (chunk?: Uint8Array): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new LineRefusal(file, line + 1);
    }
  };
  const waiting: string[] = [];
  let waitingChars = 0;
  for await (const chunk of chunks) {
    const text = decoded(chunk);
    const end = text.lastIndexOf('\n');
    if (end < 0) {
      waiting.push(text);
      waitingChars += text.length;
      if (waitingChars > MAX_LINE) throw new LineRefusal(file, line + 1);
      continue;
    }
    const whole = waiting.join('') + text.slice(0, end);
    waiting.length = 0;
    waiting.push(text.slice(end + 1));
    waitingChars = waiting[0].length;
    yield values(whole.split('\n'));
  }
  // Every line has its end; a last one without is cut off.
  if (waiting.join('') + decoded()) throw new LineRefusal(file, line + 1);
}

/** Whether a value goes deeper than those who walk through it can. */
export function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length; depth++) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}

/** Whether a value has text that PostgreSQL refuses. Not for values that are too deep. */
export const isUnstorable = (value: unknown): boolean => HALF.test(JSON.stringify(value));
