import { type ExportHeader, type ExportUnit, presentTexts, type Units } from '../ExportUnit';
import { languageTag } from '../languageTag';
import type { WriteOptions } from '../WriteOptions';
import { countLeftOut, countWritten, emptyReport } from '../WriteReport';
import { writeLines } from '../writeLines';

/** One JSON document: what the export is, then `units`, one a line. Null units are kept unless asked otherwise. */
export function writeJson(
  header: ExportHeader,
  units: Units,
  options: WriteOptions = {},
): AsyncGenerator<string> {
  const about = {
    format: 'triptych-alignment',
    version: 1,
    title: header.title,
    referenceLang: languageTag(header.referenceLang, options.languageTags),
    langs: header.langs.map((lang) => languageTag(lang, options.languageTags)),
    createdAt: header.createdAt.toISOString(),
    toolVersion: header.toolVersion,
  };
  const head = `${JSON.stringify(about, null, 2).slice(0, -2)},\n  "units": [`;
  let separator = '\n    ';
  const write = unitWriter(options);
  const writeUnit = (unit: ExportUnit): string => {
    const json = write(unit);
    if (json === '') return '';
    const line = separator + json;
    separator = ',\n    ';
    return line;
  };
  return writeLines(head, units, writeUnit, '\n  ]\n}\n');
}

/** JSON Lines: one unit a line, no header. Null units are kept unless asked otherwise. */
export function writeJsonl(
  _header: ExportHeader,
  units: Units,
  options: WriteOptions = {},
): AsyncGenerator<string> {
  const write = unitWriter(options);
  return writeLines('', units, (unit) => endLine(write(unit)), '');
}

/** A unit as JSON on one line; '' for one that is left out. */
function unitWriter(options: WriteOptions): (unit: ExportUnit) => string {
  const report = options.report ?? emptyReport();
  return (unit) => {
    if (options.nulls === 'leaveOut' && presentTexts(unit).length < 2) {
      countLeftOut(report, 'null');
      return '';
    }
    countWritten(report, unit);
    const { id, texts, status, confidence, reason } = unit;
    const tagged = texts.map(({ lang, text, segments, parts }) => ({
      lang: languageTag(lang, options.languageTags),
      text,
      segments,
      // The text alone does not say where several segments meet.
      ...(parts && parts.length > 1 ? { parts: parts.map((part) => part.text) } : {}),
    }));
    return JSON.stringify(
      options.properties === false
        ? { id, texts: tagged }
        : { id, texts: tagged, status, confidence, reason },
    );
  };
}

function endLine(json: string): string {
  return json === '' ? '' : `${json}\n`;
}
