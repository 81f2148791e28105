import type { BeadStatus } from '@/lib/bitext/types';
import { beadsOf, type ExportHeader, partsOf, presentTexts, textOf, type Units } from '../ExportUnit';
import { fileTag } from '../languageTag';
import type { WriteOptions } from '../WriteOptions';
import { countLeftOut, countWritten, emptyReport } from '../WriteReport';
import { derivedComment } from '../xml/derivedComment';
import { SentenceFile } from '../xml/SentenceFile';
import { xmlWriter } from '../xml/xmlWriter';
import { writeZip } from '../zip/writeZip';

const XML = '<?xml version="1.0" encoding="utf-8"?>\n';
/** InterText knows links that a program drew (`auto`), and links that a person has looked at (`man`). */
const LINK_STATUS: Record<BeadStatus, string> = {
  machine: 'auto',
  stale: 'auto',
  proposed: 'auto',
  confirmed: 'man',
  'self-reviewed': 'man',
  approved: 'man',
};

/**
 * InterText: `text.<lang>.xml`, one a language, with ids `paragraph:sentence`, and `text.<lang>.<lang>.alignment.xml`,
 * one a pair, in one zip file. As InterText writes it, `xtargets` and `type` have toDoc first: our reference is toDoc.
 */
export function writeInterText(
  header: ExportHeader,
  units: Units,
  options: WriteOptions = {},
): AsyncGenerator<Uint8Array> {
  const report = options.report ?? emptyReport();
  const { text, attribute } = xmlWriter(report);
  const all = header.langs.map((lang) => ({ lang, tag: fileTag(lang, options.languageTags) }));
  const [reference, ...translations] = all;
  const fileOf = (tag: string) => `text.${tag}.xml`;
  const linksOf = (tag: string) => `text.${reference.tag}.${tag}.alignment.xml`;
  const names = [...all.map(({ tag }) => fileOf(tag)), ...translations.map(({ tag }) => linksOf(tag))];
  const files: Record<string, SentenceFile> = {};
  return writeZip(
    names,
    units,
    {
      begin(zip) {
        for (const { lang, tag } of all) {
          zip.write(fileOf(tag), `${XML}<doc id="text" lang="${attribute(tag)}">\n`);
          files[lang] = new SentenceFile((xml) => zip.write(fileOf(tag), xml), text, {
            paragraph: (p) => `${p}`,
            sentence: (p, s) => `${p}:${s}`,
          });
        }
        for (const { tag } of translations)
          zip.write(
            linksOf(tag),
            `${XML}${derivedComment(header, options)}<linkGrp toDoc="${fileOf(reference.tag)}" fromDoc="${fileOf(tag)}">\n`,
          );
      },
      unit(zip, unit) {
        if (presentTexts(unit).length < 2 && options.nulls === 'leaveOut')
          return countLeftOut(report, 'null');
        countWritten(report, unit);
        const ids = Object.fromEntries(
          all.map(({ lang }) => [
            lang,
            files[lang].add(partsOf(textOf(unit, lang) ?? { lang, text: null, segments: 0 })),
          ]),
        );
        for (const { lang, tag } of translations) {
          for (const { i0, i1, j0, j1, status } of beadsOf(unit, lang)) {
            const [to, from] = [ids[reference.lang].slice(i0, i1), ids[lang].slice(j0, j1)];
            if (!from.length && !to.length) continue;
            zip.write(
              linksOf(tag),
              `<link type="${to.length}-${from.length}" xtargets="${to.join(' ')};${from.join(' ')}"` +
                ` status="${LINK_STATUS[status]}"/>\n`,
            );
          }
        }
      },
      end(zip) {
        for (const { lang, tag } of all) {
          files[lang].end();
          zip.write(fileOf(tag), '</doc>\n');
        }
        for (const { tag } of translations) zip.write(linksOf(tag), '</linkGrp>\n');
      },
    },
    options,
  );
}
