import {
  type ExportHeader,
  type ExportUnit,
  isNullUnit,
  presentTexts,
  textOf,
  type Units,
} from '../ExportUnit';
import { languageTag } from '../languageTag';
import type { WriteOptions } from '../WriteOptions';
import { countLeftOut, countWritten, emptyReport } from '../WriteReport';
import { writeLines } from '../writeLines';
import { xmlWriter } from '../xml/xmlWriter';
import { NOTE, XLIFF1_STATE } from './states';

/**
 * XLIFF 1.2 (OASIS Standard, 2008-02-01), one language pair, flat `trans-unit`s with unique ids. `approved` is `yes`
 * for approved beads only. Units of one language are left out unless `nulls` is `keep`: then the source is empty, or
 * the target missing.
 */
export function writeXliff1(
  header: ExportHeader,
  units: Units,
  options: WriteOptions = {},
): AsyncGenerator<string> {
  const report = options.report ?? emptyReport();
  const xml = xmlWriter(report);
  const [source = 'und', target = 'und'] = header.langs;
  const tag = (lang: string) => xml.attribute(languageTag(lang, options.languageTags));
  const version = xml.attribute(header.toolVersion);
  const head = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">',
    `  <file original="${xml.attribute(header.title)}" source-language="${tag(source)}"` +
      ` target-language="${tag(target)}" datatype="plaintext" tool-id="${NOTE}">`,
    `    <header><tool tool-id="${NOTE}" tool-name="Triptych" tool-version="${version}"/></header>`,
    '    <body>',
    '',
  ].join('\n');
  const writeUnit = (unit: ExportUnit): string => {
    const present = presentTexts(unit);
    if (present.length === 0 || (present.length < 2 && options.nulls !== 'keep')) {
      countLeftOut(report, 'null');
      return '';
    }
    countWritten(report, unit);
    const approved = unit.status === 'approved' ? 'yes' : 'no';
    const targetText = textOf(unit, target)?.text ?? null;
    const state = options.properties ? ` state="${XLIFF1_STATE[unit.status]}"` : '';
    return [
      `      <trans-unit id="${xml.attribute(unit.id)}"${options.properties ? ` approved="${approved}"` : ''} xml:space="preserve">`,
      `        <source xml:lang="${tag(source)}">${xml.text(textOf(unit, source)?.text ?? '')}</source>`,
      ...(targetText === null
        ? []
        : [`        <target xml:lang="${tag(target)}"${state}>${xml.text(targetText)}</target>`]),
      ...(options.properties ? notes(unit) : []),
      '      </trans-unit>',
      '',
    ].join('\n');
  };
  return writeLines(head, units, writeUnit, '    </body>\n  </file>\n</xliff>\n');
}

/** What XLIFF 1.2 has no place for. */
function notes(unit: ExportUnit): string[] {
  const note = (name: string, value: string) => `        <note from="${NOTE}-${name}">${value}</note>`;
  return [
    note('status', unit.status),
    ...(unit.confidence === null ? [] : [note('confidence', unit.confidence.toFixed(4))]),
    ...(unit.reason === null || !isNullUnit(unit) ? [] : [note('null-reason', unit.reason)]),
  ];
}
