import { type ExportHeader, partsOf, presentTexts, textOf, type Units } from '../ExportUnit';
import { fileTag } from '../languageTag';
import type { WriteOptions } from '../WriteOptions';
import { countLeftOut, countWritten, emptyReport } from '../WriteReport';
import { SentenceFile } from '../xml/SentenceFile';
import { xmlWriter } from '../xml/xmlWriter';
import { writeZip } from '../zip/writeZip';

const XML = '<?xml version="1.0" encoding="utf-8"?>\n';

/**
 * XCES alignment with its texts, laid out in one zip file as OPUS lays out its corpora: `Triptych/raw/en/1.xml`, one a
 * language, and `Triptych/raw/en-vi.xml`, one a pair (CES, part 5, `cesAlign`; OPUS, "XCES align").
 *
 * `fromDoc` and `toDoc` end in `.xml.gz` though the files do not: `opus_read` cuts three characters off and looks that
 * up in the zip. `xtargets` has the ids of fromDoc first. A link without counterpart has an empty side.
 *
 *     opus_read -d Triptych -p raw -s en -t vi -af en-vi.xml -sz corpus.opus.zip -tz corpus.opus.zip
 */
export function writeXces(
  header: ExportHeader,
  units: Units,
  options: WriteOptions = {},
): AsyncGenerator<Uint8Array> {
  const report = options.report ?? emptyReport();
  const { text } = xmlWriter(report);
  const [reference, ...translations] = header.langs.map((lang) => ({
    lang,
    tag: fileTag(lang, options.languageTags),
  }));
  const fileOf = (tag: string) => `Triptych/raw/${tag}/1.xml`;
  const linksOf = (tag: string) => `Triptych/raw/${reference.tag}-${tag}.xml`;
  const all = [reference, ...translations];
  const names = [...all.map(({ tag }) => fileOf(tag)), ...translations.map(({ tag }) => linksOf(tag))];
  const links = Object.fromEntries(translations.map(({ lang }) => [lang, 0]));
  const files: Record<string, SentenceFile> = {};
  return writeZip(names, units, {
    begin(zip) {
      for (const { lang, tag } of all) {
        zip.write(fileOf(tag), `${XML}<document id="1">\n`);
        files[lang] = new SentenceFile((xml) => zip.write(fileOf(tag), xml), text, {
          paragraph: (p) => `p${p}`,
          sentence: (_p, _s, n) => `s${n}`,
        });
      }
      for (const { tag } of translations)
        zip.write(
          linksOf(tag),
          `${XML}<!DOCTYPE cesAlign PUBLIC "-//CES//DTD XML cesAlign//EN" "">\n<cesAlign version="1.0">\n` +
            `<linkGrp targType="s" fromDoc="${reference.tag}/1.xml.gz" toDoc="${tag}/1.xml.gz">\n`,
        );
    },
    unit(zip, unit) {
      if (presentTexts(unit).length < 2 && options.nulls === 'leaveOut') return countLeftOut(report, 'null');
      countWritten(report, unit);
      const ids = Object.fromEntries(
        all.map(({ lang }) => [lang, files[lang].add(partsOf(textOf(unit, lang) ?? NO_TEXT))]),
      );
      for (const { lang, tag } of translations) {
        const [from, to] = [ids[reference.lang], ids[lang]];
        if (!from.length && !to.length) continue;
        const certainty =
          options.properties && unit.confidence !== null ? ` certainty="${unit.confidence.toFixed(4)}"` : '';
        zip.write(
          linksOf(tag),
          `<link id="SL${++links[lang]}" xtargets="${from.join(' ')};${to.join(' ')}"${certainty}/>\n`,
        );
      }
    },
    end(zip) {
      for (const { lang, tag } of all) {
        files[lang].end();
        zip.write(fileOf(tag), '</document>\n');
      }
      for (const { tag } of translations) zip.write(linksOf(tag), '</linkGrp>\n</cesAlign>\n');
    },
  });
}

const NO_TEXT = { lang: '', text: null, segments: 0 };
