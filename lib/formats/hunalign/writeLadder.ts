import { beadsOf, type ExportHeader, partsOf, presentTexts, textOf, type Units } from '../ExportUnit';
import { fieldWriter } from '../flattenLine';
import { fileTag } from '../languageTag';
import type { WriteOptions } from '../WriteOptions';
import { countLeftOut, countWritten, emptyReport } from '../WriteReport';
import { writeZip } from '../zip/writeZip';

/**
 * A hunalign ladder with its texts, in one zip file: `<lang>.txt` with one segment a line, and `<lang>-<lang>.ladder`
 * with one rung a line: line in the first text, line in the second, score of the rung that begins there, by tabs. The
 * last rung stands at the end of both texts. The score is the confidence; a rung that a person drew has 1.
 */
export function writeLadder(
  header: ExportHeader,
  units: Units,
  options: WriteOptions = {},
): AsyncGenerator<Uint8Array> {
  const report = options.report ?? emptyReport();
  const line = fieldWriter(report);
  const all = header.langs.map((lang) => ({ lang, tag: fileTag(lang, options.languageTags) }));
  const [reference, ...translations] = all;
  const linksOf = (tag: string) => `${reference.tag}-${tag}.ladder`;
  const lines = Object.fromEntries(all.map(({ lang }) => [lang, 0]));
  const names = [...all.map(({ tag }) => `${tag}.txt`), ...translations.map(({ tag }) => linksOf(tag))];
  return writeZip(
    names,
    units,
    {
      unit(zip, unit) {
        if (presentTexts(unit).length < 2 && options.nulls === 'leaveOut')
          return countLeftOut(report, 'null');
        countWritten(report, unit);
        const parts = Object.fromEntries(
          all.map(({ lang }) => [lang, partsOf(textOf(unit, lang) ?? { lang, text: null, segments: 0 })]),
        );
        for (const { lang, tag } of translations) {
          for (const { i0, i1, j0, j1, confidence } of beadsOf(unit, lang)) {
            if (i0 === i1 && j0 === j1) continue;
            const score = (confidence ?? 1).toFixed(4);
            zip.write(linksOf(tag), `${lines[reference.lang] + i0}\t${lines[lang] + j0}\t${score}\n`);
          }
        }
        for (const { lang, tag } of all) {
          for (const { text } of parts[lang]) zip.write(`${tag}.txt`, `${line(text)}\n`);
          lines[lang] += parts[lang].length;
        }
      },
      end(zip) {
        for (const { lang, tag } of translations)
          zip.write(linksOf(tag), `${lines[reference.lang]}\t${lines[lang]}\t0\n`);
      },
    },
    options,
  );
}
