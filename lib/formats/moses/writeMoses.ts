import { type ExportHeader, type ExportUnit, textOf, type Units } from '../ExportUnit';
import { fieldWriter } from '../flattenLine';
import { fileTag } from '../languageTag';
import type { WriteOptions } from '../WriteOptions';
import { countLeftOut, countWritten, emptyReport } from '../WriteReport';
import { writeZip } from '../zip/writeZip';
import type { ZipStream } from '../zip/zipStream';

/**
 * Plain aligned lines, as Moses and most trainers take them: `corpus.<lang>` with one unit a line in each language,
 * in one zip file with `corpus.ids` (a unit's id on the same line), and `corpus.documents` (first line, last line and
 * title of each document, separated by tabs). UTF-8, LF. Breaks inside a text become spaces and are counted.
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
  let [lines, first, current] = [0, 1, 0];
  const titleOf = (document: number) => header.documents?.[document] ?? header.title;
  const border = (zip: ZipStream) => {
    if (lines >= first) zip.write('corpus.documents', `${first}\t${lines}\t${line(titleOf(current))}\n`);
    first = lines + 1;
  };
  const aboutOf = ({ status, confidence, reason, change }: ExportUnit): string[] => {
    const properties = options.properties ? [status, confidence?.toFixed(4) ?? '', reason ?? ''] : [];
    return options.changes ? [...properties, change?.by.join('; ') ?? '', change?.at ?? ''] : properties;
  };
  const aside = [...(options.ids === false ? [] : ['corpus.ids']), 'corpus.documents'];
  const parts = {
    unit(zip: ZipStream, unit: ExportUnit) {
      const texts = files.map(([lang]) => textOf(unit, lang)?.text ?? null);
      if (options.nulls !== 'keep' && texts.some((text) => text === null))
        return countLeftOut(report, 'null');
      countWritten(report, unit);
      if ((unit.document ?? 0) !== current) border(zip);
      current = unit.document ?? 0;
      lines++;
      for (const [at, [, name]] of files.entries()) zip.write(name, `${line(texts[at] ?? '')}\n`);
      if (options.ids === false) return;
      zip.write('corpus.ids', `${[unit.id, ...aboutOf(unit)].map(line).join('\t')}\n`);
    },
    end: border,
  };
  return writeZip([...files.map(([, name]) => name), ...aside], units, parts, options);
}
