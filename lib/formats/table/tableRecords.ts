/** `quote` is empty when quotation marks are text. Both are single UTF-16 units. */
export type TableShape = { delimiter: string; quote: string };
/** `line` is where the record begins, from 1. `open`: its last quote is never closed. */
export type TableRecord = { line: number; fields: string[]; open: boolean };

const [LF, CR] = [10, 13];
/** `closing`: after a quote that closes the field, unless a second one follows. */
type State = 'start' | 'plain' | 'quoted' | 'closing' | 'cr';

/**
 * The records of a table (RFC 4180) that comes in slices: a quoted field holds delimiters and line breaks, a doubled
 * quote in it is one. Lines end with LF or CRLF, and with a lone CR save where tabs delimit: there it is text. What
 * follows a closing quote belongs to the field: readers differ, nobody throws it away.
 */
export function* tableRecords(slices: Iterable<string>, shape: TableShape): Generator<TableRecord> {
  const delimiter = shape.delimiter.charCodeAt(0);
  const quote = shape.quote === '' ? -1 : shape.quote.charCodeAt(0);
  const crIsText = shape.delimiter === '\t';
  let state: State = 'start';
  let line = 1;
  let begins = 1;
  let fields: string[] = [];
  /** Pieces of the field so far: one that is longer than a slice is joined once. */
  let pieces: string[] = [];
  const endField = () => {
    fields.push(pieces.length === 1 ? pieces[0] : pieces.join(''));
    pieces = [];
    state = 'start';
  };
  const endRecord = (open = false): TableRecord => {
    endField();
    const record = { line: begins, fields, open };
    fields = [];
    begins = ++line;
    return record;
  };
  for (const slice of slices) {
    let at = 0;
    while (at < slice.length) {
      if (state === 'quoted') {
        const found = slice.indexOf(shape.quote, at);
        const end = found < 0 ? slice.length : found;
        for (let k = slice.indexOf('\n', at); k >= 0 && k < end; k = slice.indexOf('\n', k + 1)) line++;
        if (end > at) pieces.push(slice.slice(at, end));
        if (found >= 0) state = 'closing';
        at = end + 1;
        continue;
      }
      const code = slice.charCodeAt(at);
      if (state === 'cr' && code !== LF) {
        if (!crIsText) yield endRecord();
        else {
          pieces.push('\r');
          state = 'plain';
        }
      }
      if (state === 'closing' && code === quote) {
        pieces.push(shape.quote);
        state = 'quoted';
        at++;
      } else if (state === 'start' && code === quote) {
        state = 'quoted';
        at++;
      } else if (code === delimiter) {
        endField();
        at++;
      } else if (code === LF) {
        yield endRecord();
        at++;
      } else if (code === CR) {
        state = 'cr';
        at++;
      } else {
        const from = at;
        for (; at < slice.length; at++) {
          const next = slice.charCodeAt(at);
          if (next === delimiter || next === LF || next === CR) break;
        }
        pieces.push(slice.slice(from, at));
        state = 'plain';
      }
    }
  }
  if (state !== 'start' || pieces.length || fields.length) yield endRecord((state as State) === 'quoted');
}
