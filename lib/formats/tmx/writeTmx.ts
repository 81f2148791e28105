import { type ExportHeader, type ExportUnit, isNullUnit, presentTexts, type Units } from '../ExportUnit';
import { languageTag } from '../languageTag';
import type { WriteOptions } from '../WriteOptions';
import { countLeftOut, countWritten, emptyReport } from '../WriteReport';
import { writeLines } from '../writeLines';
import { type EscapedXml, escapeXmlAttribute, escapeXmlText } from '../xml/escapeXml';
import { segmentType } from './segmentType';

/**
 * TMX 1.4b (LISA OSCAR, 2005-04-26), UTF-8 without byte order mark, one `tu` a unit, the reference's `tuv` first.
 *
 * There is no DOCTYPE: many readers would go looking for the file that it names. A unit with fewer than two texts
 * pairs nothing and is left out unless `nulls` is `keep`; of a unit with three languages the missing one is left out.
 */
export function writeTmx(
  header: ExportHeader,
  units: Units,
  options: WriteOptions = {},
): AsyncGenerator<string> {
  const report = options.report ?? emptyReport();
  const counted = ({ xml, replaced }: EscapedXml): string => {
    report.replacedCharacters += replaced;
    return xml;
  };
  const text = (value: string) => counted(escapeXmlText(value));
  const attribute = (value: string) => counted(escapeXmlAttribute(value));
  const tag = (lang: string) => attribute(languageTag(lang, options.languageTags));

  const head = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<tmx version="1.4">',
    `  <header creationtool="Triptych" creationtoolversion="${attribute(header.toolVersion)}" segtype="sentence"` +
      ` o-tmf="Triptych" adminlang="en" srclang="${tag(header.referenceLang)}" datatype="plaintext"` +
      ` creationdate="${tmxDate(header.createdAt)}"${header.title ? '>' : '/>'}`,
    ...(header.title ? [`    <prop type="x-title">${text(header.title)}</prop>`, '  </header>'] : []),
    '  <body>',
    '',
  ].join('\n');

  const writeUnit = (unit: ExportUnit): string => {
    const present = presentTexts(unit);
    if (present.length === 0 || (present.length < 2 && options.nulls !== 'keep')) {
      countLeftOut(report, 'null');
      return '';
    }
    countWritten(report, unit);
    const properties = options.properties ? unitProperties(unit) : [];
    return [
      `    <tu tuid="${attribute(unit.id)}" segtype="${segmentType(unit)}">`,
      ...properties.map(([type, value]) => `      <prop type="${type}">${text(value)}</prop>`),
      ...present.map((one) => `      <tuv xml:lang="${tag(one.lang)}"><seg>${text(one.text)}</seg></tuv>`),
      '    </tu>',
      '',
    ].join('\n');
  };

  return writeLines(head, units, writeUnit, '  </body>\n</tmx>\n');
}

function unitProperties(unit: ExportUnit): [type: string, value: string][] {
  const properties: [string, string][] = [['x-status', unit.status]];
  if (unit.confidence !== null) properties.push(['x-confidence', unit.confidence.toFixed(4)]);
  if (unit.reason !== null && isNullUnit(unit)) properties.push(['x-null-reason', unit.reason]);
  return properties;
}

/** `YYYYMMDDThhmmssZ`, TMX 1.4b section "creationdate". */
function tmxDate(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d+/gu, '');
}
