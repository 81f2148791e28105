import { type ExportHeader, type ExportUnit, presentTexts, type UnitLink, type Units } from '../ExportUnit';
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
    ...(header.derivedOver ? { derivedOver: languageTag(header.derivedOver, options.languageTags) } : {}),
    createdAt: header.createdAt?.toISOString(),
    toolVersion: header.toolVersion,
  };
  const head = `${JSON.stringify(about, null, 2).slice(0, -2)},\n  "units": [`;
  let separator = '\n    ';
  const write = unitWriter(header, options);
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
  header: ExportHeader,
  units: Units,
  options: WriteOptions = {},
): AsyncGenerator<string> {
  const write = unitWriter(header, options);
  return writeLines('', units, (unit) => endLine(write(unit)), '');
}

/** A unit as JSON on one line; '' for one that is left out. */
function unitWriter(header: ExportHeader, options: WriteOptions): (unit: ExportUnit) => string {
  const report = options.report ?? emptyReport();
  const { languageTags, ids = true, properties = true, changes = false } = options;
  const { documents, derivedOver } = header;
  const tags = new Map(header.langs.map((lang) => [lang, languageTag(lang, languageTags)]));
  return (unit) => {
    if (options.nulls === 'leaveOut' && presentTexts(unit).length < 2) {
      countLeftOut(report, 'null');
      return '';
    }
    countWritten(report, unit);
    const { id, texts, links, status, confidence, reason, change } = unit;
    const tagged = texts.map(({ lang, text, segments, parts }, at) => {
      const one = { lang: tags.get(lang) ?? languageTag(lang, languageTags), text, segments };
      // The text alone does not say where several segments meet.
      const inParts = parts && parts.length > 1 ? { ...one, parts: parts.map((part) => part.text) } : one;
      const own = properties && at > 0 ? links?.[at - 1] : undefined;
      return own?.length ? { ...inParts, ...saidOf(own) } : inParts;
    });
    const row: Record<string, unknown> = ids ? { id } : {};
    if (documents) row.document = documents[unit.document ?? 0];
    row.texts = tagged;
    if (properties) Object.assign(row, { status, confidence, reason });
    if (derivedOver) row.derived = languageTag(derivedOver, languageTags);
    if (changes && change) row.change = change;
    return JSON.stringify(row);
  };
}

/** What is known of a translation where the languages of a unit do not agree; its beads, when they are several. */
function saidOf(links: readonly UnitLink[]): object {
  const [{ status, confidence, reason }] = links;
  if (links.length === 1) return { status, confidence, reason };
  return {
    beads: links.map(({ i0, i1, j0, j1, ...about }) => ({ reference: [i0, i1], own: [j0, j1], ...about })),
  };
}

function endLine(json: string): string {
  return json === '' ? '' : `${json}\n`;
}
