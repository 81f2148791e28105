import { BEAD_STATUSES } from '@/lib/bitext/types';
import {
  beadsOf,
  type ExportHeader,
  type ExportUnit,
  pagesOf,
  partsOf,
  presentTexts,
  textOf,
  type Units,
} from '../ExportUnit';
import { fileTag, languageTag } from '../languageTag';
import { memorySpool } from '../Spool';
import { TextSpool } from '../TextSpool';
import type { WriteOptions } from '../WriteOptions';
import { countLeftOut, countWritten, emptyReport } from '../WriteReport';
import { SentenceFile } from '../xml/SentenceFile';
import { xmlWriter } from '../xml/xmlWriter';

/**
 * TEI P5 (guidelines 16.4 "Correspondence and Alignment" and 16.10 "Standoff Markup"), one file: a `text` with one
 * inner `text` a language in `p` and `s`, and a `standOff` with one `linkGrp` a pair. A TEI link joins pointers, not
 * groups of them: a side of several sentences is a `join` in the `joinGrp` before, and the link names that. Sentences
 * without counterpart stand in a `spanGrp`, with the reason. `ana` says the status, `n` the confidence.
 */
export async function* writeTei(
  header: ExportHeader,
  units: Units,
  options: WriteOptions = {},
): AsyncGenerator<string | Uint8Array> {
  const report = options.report ?? emptyReport();
  const { text, attribute } = xmlWriter(report);
  const make = options.spool ?? memorySpool;
  const all = header.langs.map((lang) => ({
    lang,
    tag: fileTag(lang, options.languageTags),
    spool: new TextSpool(make),
    joins: new TextSpool(make),
    links: new TextSpool(make),
    nulls: new TextSpool(make),
  }));
  const [reference, ...translations] = all;
  const files = Object.fromEntries(
    all.map(({ lang, tag, spool }) => [
      lang,
      new SentenceFile(
        (xml) => spool.write(xml),
        text,
        { paragraph: (p) => `${tag}.p${p}`, sentence: (_p, _s, n) => `${tag}.s${n}` },
        'xml:id',
      ),
    ]),
  );
  const { derivedOver } = header;
  const derived = derivedOver ? `, joined over ${text(languageTag(derivedOver, options.languageTags))}` : '';
  const made = header.createdAt ? `, ${header.createdAt.toISOString()}` : '';
  let count = 0;
  const add = (unit: ExportUnit): void => {
    if (presentTexts(unit).length < 2 && options.nulls === 'leaveOut')
      return void countLeftOut(report, 'null');
    countWritten(report, unit);
    count++;
    const ids = Object.fromEntries(
      all.map(({ lang }) => [
        lang,
        files[lang].add(partsOf(textOf(unit, lang) ?? { lang, text: null, segments: 0 })),
      ]),
    );
    for (const { lang, tag, joins, links, nulls } of translations) {
      const beads = beadsOf(unit, lang);
      for (const [k, { i0, i1, j0, j1, status, confidence, reason }] of beads.entries()) {
        const sides = [ids[reference.lang].slice(i0, i1), ids[lang].slice(j0, j1)];
        if (sides.every((side) => !side.length)) continue;
        const about = options.properties
          ? ` ana="#status.${status}"${confidence === null ? '' : ` n="${confidence.toFixed(4)}"`}`
          : '';
        const lone = sides.find((_, at) => !sides[1 - at].length);
        if (lone) {
          nulls.write(
            `<span target="${targetOf(lone)}"${about}>${options.properties ? (reason ?? '') : ''}</span>\n`,
          );
          continue;
        }
        const number = beads.length > 1 ? `${count}-${k + 1}` : count;
        const pointers = sides.map((side, at) => {
          if (side.length === 1) return targetOf(side);
          const id = `${at === 0 ? reference.tag : tag}.j${number}.${tag}`;
          joins.write(`<join xml:id="${id}" target="${targetOf(side)}"/>\n`);
          return `#${id}`;
        });
        links.write(`<link target="${pointers.join(' ')}"${about}/>\n`);
      }
    }
  };
  try {
    for await (const page of pagesOf(units)) for (const unit of page) add(unit);
    yield [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<TEI xmlns="http://www.tei-c.org/ns/1.0">',
      '<teiHeader><fileDesc>',
      `<titleStmt><title>${text(header.title) || 'untitled'}</title></titleStmt>`,
      `<publicationStmt><p>Exported from Triptych ${text(header.toolVersion)}${made}</p></publicationStmt>`,
      `<sourceDesc><p>Aligned texts: ${all.map(({ tag }) => tag).join(', ')}${derived}</p></sourceDesc>`,
      '</fileDesc></teiHeader>',
      '<text><group>\n',
    ].join('\n');
    for (const { lang, tag, spool } of all) {
      files[lang].end();
      const xmlLang = attribute(languageTag(lang, options.languageTags));
      yield `<text xml:id="${tag}" xml:lang="${xmlLang}"><body>\n`;
      yield* spool.read();
      yield '</body></text>\n';
    }
    yield '</group></text>\n<standOff>\n';
    if (options.properties) yield STATUSES;
    for (const { tag, joins, links, nulls } of translations) {
      const about = `corresp="#${reference.tag} #${tag}"`;
      yield* group('joinGrp', `type="sides" ${about}`, joins);
      yield* group('linkGrp', `type="alignment" ${about}`, links);
      yield* group('spanGrp', `type="no-counterpart" ${about}`, nulls);
    }
    yield '</standOff>\n</TEI>\n';
  } finally {
    for (const { spool, joins, links, nulls } of all)
      for (const one of [spool, joins, links, nulls]) one.drop();
  }
}

const targetOf = (side: readonly string[]): string => side.map((id) => `#${id}`).join(' ');

/** A group of nothing is not allowed. */
function* group(name: string, attributes: string, content: TextSpool): Generator<string | Uint8Array> {
  if (content.isEmpty) return;
  yield `<${name} ${attributes}>\n`;
  yield* content.read();
  yield `</${name}>\n`;
}

/** What `ana` points at. */
const STATUSES = `<interpGrp type="status">${BEAD_STATUSES.map(
  (status) => `<interp xml:id="status.${status}">${status}</interp>`,
).join('')}</interpGrp>\n`;
