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
 * for approved beads only: that and the state are words of XLIFF's own, without which programs take a unit for
 * unfinished work, and are always said. Units of one language are left out unless `nulls` is `keep`: then the source is empty, or
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
  const [sourceTag, targetTag] = [tag(source), tag(target)];
  const version = xml.attribute(header.toolVersion);
  const { derivedOver } = header;
  const derived = derivedOver ? `<note from="${NOTE}-derived">${tag(derivedOver)}</note>` : '';
  const head = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">',
    `  <file original="${xml.attribute(header.title)}" source-language="${sourceTag}"` +
      ` target-language="${targetTag}" datatype="plaintext" tool-id="${NOTE}">`,
    `    <header><tool tool-id="${NOTE}" tool-name="Triptych" tool-version="${version}"/>${derived}</header>`,
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
    let unitXml =
      `      <trans-unit id="${xml.attribute(unit.id)}" approved="${approved}" xml:space="preserve">\n` +
      `        <source xml:lang="${sourceTag}">${xml.text(textOf(unit, source)?.text ?? '')}</source>\n`;
    if (targetText !== null)
      unitXml += `        <target xml:lang="${targetTag}" state="${XLIFF1_STATE[unit.status]}">${xml.text(targetText)}</target>\n`;
    if (options.properties) unitXml += notes(unit);
    if (options.changes) unitXml += changeNotes(unit, xml.text);
    return `${unitXml}      </trans-unit>\n`;
  };
  return writeLines(head, units, writeUnit, '    </body>\n  </file>\n</xliff>\n');
}

/** What XLIFF 1.2 has no place for. `value` is escaped. */
const note = (name: string, value: string): string =>
  `        <note from="${NOTE}-${name}">${value}</note>\n`;

function notes(unit: ExportUnit): string {
  let all = note('status', unit.status);
  if (unit.confidence !== null) all += note('confidence', unit.confidence.toFixed(4));
  if (unit.reason !== null && isNullUnit(unit)) all += note('null-reason', unit.reason);
  return all;
}

function changeNotes({ change }: ExportUnit, text: (value: string) => string): string {
  if (!change) return '';
  const by = change.by.length ? note('changed-by', text(change.by.join('; '))) : '';
  return by + note('changed-at', change.at);
}
