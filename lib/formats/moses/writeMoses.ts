import { type ExportHeader, textOf, type Units } from '../ExportUnit';
import { fieldWriter } from '../flattenLine';
import { fileTag } from '../languageTag';
import type { WriteOptions } from '../WriteOptions';
import { countLeftOut, countWritten, emptyReport } from '../WriteReport';
import { writeZip } from '../zip/writeZip';

/**
 * Plain aligned lines, as Moses and most trainers take them: `corpus.<lang>` with one unit a line in each language,
 * in one zip file with `corpus.ids` (a unit's id on the same line), and `corpus.documents` (first line, last line,
 * title, separated by tabs). UTF-8, LF. Breaks inside a text become spaces and are counted.
 *
 * Trainers stumble over empty lines: a unit without text in *any* of the languages is left out unless `nulls` is `keep`.
 */
export function writeMoses(
  header: ExportHeader,
  units: Units,
  options: WriteOptions = {},
): AsyncGenerator<Uint8Array> {
  const report = options.report ?? emptyReport();
  const line = fieldWriter(report);
  const files = header.langs.map((lang) => [lang, `corpus.${fileTag(lang, options.languageTags)}`] as const);
  let lines = 0;
  return writeZip([...files.map(([, name]) => name), 'corpus.ids', 'corpus.documents'], units, {
    unit(zip, unit) {
      const texts = files.map(([lang]) => textOf(unit, lang)?.text ?? null);
      if (options.nulls !== 'keep' && texts.some((text) => text === null))
        return countLeftOut(report, 'null');
      countWritten(report, unit);
      lines++;
      for (const [at, [, name]] of files.entries()) zip.write(name, `${line(texts[at] ?? '')}\n`);
      const about = options.properties
        ? `\t${unit.status}\t${unit.confidence?.toFixed(4) ?? ''}\t${unit.reason ?? ''}`
        : '';
      zip.write('corpus.ids', `${line(unit.id)}${about}\n`);
    },
    end(zip) {
      if (lines) zip.write('corpus.documents', `1\t${lines}\t${line(header.title)}\n`);
    },
  });
}
