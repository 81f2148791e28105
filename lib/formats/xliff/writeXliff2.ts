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
import { NOTE, XLIFF2_STATE } from './states';
import { toNameToken } from './unitIds';

/**
 * XLIFF 2.1 (OASIS Standard, 2018-02-13), one language pair: flat units of one segment each, because some readers lose
 * groups, and each `target` filled. Control characters stand in `cp` (section 4.2.3.1); lone surrogates become U+FFFD.
 * The state is XLIFF's own word, and always said; ours stands beside it when asked for.
 * Units of one language are left out unless `nulls` is `keep`: then the source is empty, or the target missing.
 */
export function writeXliff2(
  header: ExportHeader,
  units: Units,
  options: WriteOptions = {},
): AsyncGenerator<string> {
  const report = options.report ?? emptyReport();
  const xml = xmlWriter(report);
  const [source, target] = header.langs;
  const tag = (lang = 'und') => xml.attribute(languageTag(lang, options.languageTags));
  const head = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"' +
      ` version="2.1" srcLang="${tag(source)}" trgLang="${tag(target)}">`,
    `  <file id="f1" original="${xml.attribute(header.title)}" xml:space="preserve">`,
    ...(header.derivedOver
      ? [`    <notes><note category="${NOTE}-derived">${tag(header.derivedOver)}</note></notes>`]
      : []),
    '',
  ].join('\n');
  let written = 0;
  const writeUnit = (unit: ExportUnit): string => {
    const present = presentTexts(unit);
    if (present.length === 0 || (present.length < 2 && options.nulls !== 'keep')) {
      countLeftOut(report, 'null');
      return '';
    }
    written++;
    countWritten(report, unit);
    const content = (lang: string) => withCodePoints(textOf(unit, lang)?.text ?? '', xml.text);
    const targetText = textOf(unit, target ?? '')?.text ?? null;
    const ours = options.properties ? ` subState="${NOTE}:${unit.status}"` : '';
    let unitXml = `    <unit id="${toNameToken(unit.id)}">\n${metadata(unit, options, xml.text)}`;
    unitXml += `      <segment state="${XLIFF2_STATE[unit.status]}"${ours}>\n        <source>${content(source ?? '')}</source>\n`;
    if (targetText !== null) unitXml += `        <target>${content(target ?? '')}</target>\n`;
    return `${unitXml}      </segment>\n    </unit>\n`;
  };
  // A file element without units is no XLIFF: an empty export has one empty unit.
  const tail = '  </file>\n</xliff>\n';
  const empty = '    <unit id="none"><segment><source/></segment></unit>\n';
  return closeWith(writeLines(head, units, writeUnit, ''), () => (written ? '' : empty) + tail);
}

async function* closeWith(chunks: AsyncGenerator<string>, tail: () => string): AsyncGenerator<string> {
  yield* chunks;
  yield tail();
}

/** XLIFF 2.1, section 5.7 (metadata module). */
function metadata(
  unit: ExportUnit,
  { properties, changes }: WriteOptions,
  text: (value: string) => string,
): string {
  const values: [string, string][] = [];
  if (properties && unit.confidence !== null) values.push(['confidence', unit.confidence.toFixed(4)]);
  if (properties && unit.reason !== null && isNullUnit(unit)) values.push(['null-reason', unit.reason]);
  if (changes && unit.change) {
    if (unit.change.by.length) values.push(['changed-by', unit.change.by.join('; ')]);
    values.push(['changed-at', unit.change.at]);
  }
  if (!values.length) return '';
  const metas = values.map(([type, value]) => `<mda:meta type="${type}">${text(value)}</mda:meta>`).join('');
  return `      <mda:metadata><mda:metaGroup category="${NOTE}">${metas}</mda:metaGroup></mda:metadata>\n`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what is no `Char` of XML 1.0, save surrogates
const NO_CHAR = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u;

/** Text with `<cp hex="000B"/>` for each character that XML cannot hold. */
function withCodePoints(text: string, escapeText: (value: string) => string): string {
  if (!NO_CHAR.test(text)) return escapeText(text);
  return text
    .split(new RegExp(`(${NO_CHAR.source})`, 'u'))
    .map((piece, at) =>
      at % 2 === 0
        ? escapeText(piece)
        : `<cp hex="${piece.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}"/>`,
    )
    .join('');
}
