import {
  beadsOf,
  type ExportHeader,
  type ExportUnit,
  partsOf,
  presentTexts,
  textOf,
  type Units,
} from '../ExportUnit';
import { fileTag } from '../languageTag';
import type { WriteOptions } from '../WriteOptions';
import { countLeftOut, countWritten, emptyReport } from '../WriteReport';
import { derivedComment } from '../xml/derivedComment';
import { SentenceFile } from '../xml/SentenceFile';
import { xmlWriter } from '../xml/xmlWriter';
import { writeZip } from '../zip/writeZip';
import type { ZipStream } from '../zip/zipStream';

const XML = '<?xml version="1.0" encoding="utf-8"?>\n';

/**
 * XCES alignment with its texts, laid out in one zip file as OPUS lays out its corpora: `Triptych/raw/en/1.xml`, one a
 * language and document, and `Triptych/raw/en-vi.xml`, one a pair with a `linkGrp` a document (CES, part 5, `cesAlign`; OPUS, "XCES align").
 *
 * `fromDoc` and `toDoc` end in `.xml.gz` though the files do not: `opus_read` cuts three characters off and looks that
 * up in the zip. `xtargets` has the ids of fromDoc first. A link without counterpart has an empty side. OPUS knows a
 * pair by its languages in the order of the alphabet, and `opus_read` takes fromDoc for the first of them.
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
  const fileOf = (tag: string, document: number) => `Triptych/raw/${tag}/${document + 1}.xml`;
  /** The reference and its translation, each in its place. */
  const inOrder = <T>(tag: string, one: T, other: T): [T, T] =>
    tag < reference.tag ? [other, one] : [one, other];
  const linksOf = (tag: string) => `Triptych/raw/${inOrder(tag, reference.tag, tag).join('-')}.xml`;
  const all = [reference, ...translations];
  let open: number | null = null;
  let files: Record<string, SentenceFile> = {};
  const links: Record<string, number> = {};

  const begin = (zip: ZipStream, document: number) => {
    open = document;
    files = Object.fromEntries(
      all.map(({ lang, tag }) => {
        const entry = zip.open(fileOf(tag, document));
        entry.write(`${XML}<document id="${document + 1}">\n`);
        return [lang, new SentenceFile((xml) => entry.write(xml), text, NAMES)];
      }),
    );
    for (const { lang, tag } of translations) {
      links[lang] = 0;
      const [from, to] = inOrder(tag, reference.tag, tag).map((one) => `${one}/${document + 1}.xml.gz`);
      zip.write(linksOf(tag), `<linkGrp targType="s" fromDoc="${from}" toDoc="${to}">\n`);
    }
  };
  const close = (zip: ZipStream) => {
    if (open === null) return;
    for (const { lang, tag } of all) {
      files[lang].end();
      zip.write(fileOf(tag, open), '</document>\n');
      zip.close(fileOf(tag, open));
    }
    for (const { tag } of translations) zip.write(linksOf(tag), '</linkGrp>\n');
  };
  const parts = {
    begin(zip: ZipStream) {
      for (const { tag } of translations)
        zip.write(
          linksOf(tag),
          `${XML}${DOCTYPE}${derivedComment(header, options)}<cesAlign version="1.0">\n`,
        );
    },
    unit(zip: ZipStream, unit: ExportUnit) {
      if (presentTexts(unit).length < 2 && options.nulls === 'leaveOut') return countLeftOut(report, 'null');
      countWritten(report, unit);
      const document = unit.document ?? 0;
      if (document !== open) {
        close(zip);
        begin(zip, document);
      }
      const ids = Object.fromEntries(
        all.map(({ lang }) => [lang, files[lang].add(partsOf(textOf(unit, lang) ?? NO_TEXT))]),
      );
      for (const { lang, tag } of translations) {
        for (const { i0, i1, j0, j1, confidence } of beadsOf(unit, lang)) {
          const [from, to] = inOrder(tag, ids[reference.lang].slice(i0, i1), ids[lang].slice(j0, j1));
          if (!from.length && !to.length) continue;
          const certainty =
            options.properties && confidence !== null ? ` certainty="${confidence.toFixed(4)}"` : '';
          zip.write(
            linksOf(tag),
            `<link id="SL${++links[lang]}" xtargets="${from.join(' ')};${to.join(' ')}"${certainty}/>\n`,
          );
        }
      }
    },
    end(zip: ZipStream) {
      // A corpus without a unit still has its texts, empty.
      if (open === null) begin(zip, 0);
      close(zip);
      for (const { tag } of translations) zip.write(linksOf(tag), '</cesAlign>\n');
    },
  };
  return writeZip(
    translations.map(({ tag }) => linksOf(tag)),
    units,
    parts,
    options,
  );
}

const DOCTYPE = '<!DOCTYPE cesAlign PUBLIC "-//CES//DTD XML cesAlign//EN" "">\n';
const NAMES = { paragraph: (p: number) => `p${p}`, sentence: (_p: number, _s: number, n: number) => `s${n}` };
const NO_TEXT = { lang: '', text: null, segments: 0 };
