import { type ExportHeader, type ExportUnit, isNullUnit, presentTexts, type Units } from '../ExportUnit';
import { languageTag } from '../languageTag';
import type { WriteOptions } from '../WriteOptions';
import { countLeftOut, countWritten, emptyReport } from '../WriteReport';
import { writeLines } from '../writeLines';
import { xmlWriter } from '../xml/xmlWriter';
import { segmentType } from './segmentType';

/**
 * TMX 1.4b (LISA OSCAR, 2005-04-26), UTF-8 without byte order mark, one `tu` a unit, the reference's `tuv` first.
 *
 * There is no DOCTYPE: many readers would go looking for the file that it names. A unit with fewer than two texts
 * pairs nothing and is left out unless `nulls` is `keep`; of a unit with three languages the missing one is left out.
 * Where that is the reference, the unit says what it has for a source instead (`srclang`).
 */
export function writeTmx(
  header: ExportHeader,
  units: Units,
  options: WriteOptions = {},
): AsyncGenerator<string> {
  const report = options.report ?? emptyReport();
  const { text, attribute } = xmlWriter(report);
  const { documents, derivedOver } = header;
  const tag = (lang: string) => attribute(languageTag(lang, options.languageTags));
  const tags = new Map(header.langs.map((lang) => [lang, tag(lang)]));
  const prop = (type: string, value: string) => `      <prop type="${type}">${text(value)}</prop>\n`;
  const derived = derivedOver ? languageTag(derivedOver, options.languageTags) : null;

  const about =
    (header.title ? prop('x-title', header.title) : '') + (derived ? prop('x-derived', derived) : '');
  const head =
    '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n' +
    `  <header creationtool="Triptych" creationtoolversion="${attribute(header.toolVersion)}" segtype="sentence"` +
    ` o-tmf="Triptych" adminlang="en" srclang="${tag(header.referenceLang)}" datatype="plaintext"` +
    (header.createdAt ? ` creationdate="${tmxDate(header.createdAt)}"` : '') +
    (about ? `>\n${about.replaceAll('      <prop', '    <prop')}  </header>\n` : '/>\n') +
    '  <body>\n';

  const properties = (unit: ExportUnit): string =>
    prop('x-status', unit.status) +
    (unit.confidence === null ? '' : prop('x-confidence', unit.confidence.toFixed(4))) +
    (unit.reason !== null && isNullUnit(unit) ? prop('x-null-reason', unit.reason) : '') +
    (derived ? prop('x-derived', derived) : '');

  const writeUnit = (unit: ExportUnit): string => {
    const present = presentTexts(unit);
    if (present.length === 0 || (present.length < 2 && options.nulls !== 'keep')) {
      countLeftOut(report, 'null');
      return '';
    }
    countWritten(report, unit);
    const id = options.ids === false ? '' : ` tuid="${attribute(unit.id)}"`;
    const change = options.changes ? changeOf(unit, attribute) : '';
    const [{ lang: first }] = present;
    const source = first === header.referenceLang ? '' : ` srclang="${tags.get(first) ?? tag(first)}"`;
    let xml = `    <tu${id} segtype="${segmentType(unit)}"${source}${change}>\n`;
    if (documents) xml += prop('x-document', documents[unit.document ?? 0]);
    if (options.properties) xml += properties(unit);
    for (const one of present)
      xml += `      <tuv xml:lang="${tags.get(one.lang) ?? tag(one.lang)}"><seg>${text(one.text)}</seg></tuv>\n`;
    return `${xml}    </tu>\n`;
  };

  return writeLines(head, units, writeUnit, '  </body>\n</tmx>\n');
}

function changeOf({ change }: ExportUnit, attribute: (value: string) => string): string {
  if (!change) return '';
  const by = change.by.length ? ` changeid="${attribute(change.by.join('; '))}"` : '';
  return ` changedate="${tmxDate(new Date(change.at))}"${by}`;
}

/** `YYYYMMDDThhmmssZ`, TMX 1.4b section "creationdate". */
function tmxDate(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d+/g, '');
}
