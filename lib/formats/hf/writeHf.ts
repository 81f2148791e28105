import { type ExportHeader, type ExportUnit, presentTexts, textOf, type Units } from '../ExportUnit';
import { wellFormedWriter } from '../flattenLine';
import { languageTag } from '../languageTag';
import type { WriteOptions } from '../WriteOptions';
import { countLeftOut, countWritten, emptyReport } from '../WriteReport';
import { writeLines } from '../writeLines';

/**
 * JSON Lines as the `Translation` feature of Hugging Face `datasets` has them: `{"id", "translation": {"en", "vi"}}`.
 * A language without counterpart is null; units of one language are left out unless `nulls` is `keep`.
 */
export function writeHf(
  header: ExportHeader,
  units: Units,
  options: WriteOptions = {},
): AsyncGenerator<string> {
  const report = options.report ?? emptyReport();
  const storable = wellFormedWriter(report);
  const { documents, derivedOver } = header;
  const tags = header.langs.map((lang) => [lang, languageTag(lang, options.languageTags)] as const);
  const writeUnit = (unit: ExportUnit): string => {
    if (options.nulls !== 'keep' && presentTexts(unit).length < 2) {
      countLeftOut(report, 'null');
      return '';
    }
    countWritten(report, unit);
    const translation = Object.fromEntries(
      tags.map(([lang, tag]) => {
        const text = textOf(unit, lang)?.text ?? null;
        return [tag, text === null ? null : storable(text)];
      }),
    );
    const { id, status, confidence, reason, change } = unit;
    const row: Record<string, unknown> = options.ids === false ? {} : { id };
    if (documents) row.document = documents[unit.document ?? 0];
    row.translation = translation;
    if (options.properties) Object.assign(row, { status, confidence, reason });
    // Nobody has aligned these two: that is told whatever else is left out.
    if (derivedOver) row.derived = languageTag(derivedOver, options.languageTags);
    if (options.changes && change) row.change = change;
    return `${JSON.stringify(row)}\n`;
  };
  return writeLines('', units, writeUnit, '');
}
