import { type ExportHeader, type ExportUnit, presentTexts, type Units } from '../ExportUnit';
import { fieldWriter } from '../flattenLine';
import { tableColumns } from '../tableColumns';
import type { WriteOptions } from '../WriteOptions';
import { countLeftOut, countWritten, emptyReport } from '../WriteReport';
import { writeLines } from '../writeLines';

/**
 * Tab-separated values (IANA `text/tab-separated-values`), UTF-8 without byte order mark, LF: a header line
 * `id <languages> status confidence reason`, then one line a unit. The format has no escapes and no quotes, so that
 * a tab or line break inside a text becomes one space and is counted; everything else is exact. Lone surrogates, which
 * UTF-8 cannot hold, become U+FFFD.
 *
 * A language without counterpart is an empty field. Units of one language are kept unless `nulls` is `leaveOut`.
 */
export function writeTsv(
  header: ExportHeader,
  units: Units,
  options: WriteOptions = {},
): AsyncGenerator<string> {
  const report = options.report ?? emptyReport();
  const field = fieldWriter(report);
  const columns = tableColumns(header, options);
  const writeUnit = (unit: ExportUnit): string => {
    if (options.nulls === 'leaveOut' && presentTexts(unit).length < 2) {
      countLeftOut(report, 'null');
      return '';
    }
    countWritten(report, unit);
    let line = '';
    for (const [at, { read }] of columns.entries()) {
      if (at) line += '\t';
      line += field(read(unit) ?? '');
    }
    return `${line}\n`;
  };
  return writeLines(`${columns.map(({ name }) => field(name)).join('\t')}\n`, units, writeUnit, '');
}
