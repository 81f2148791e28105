import { describe, expect, it } from 'vitest';
import { buildDocx, p } from '@/tests/fixtures/formats/buildDocx';
import { FINDING_CODES, type FindingCode } from './rules';
import { validateFiles } from './validateFiles';

const bytes = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

async function codesOf(files: Record<string, string | Uint8Array>): Promise<FindingCode[]> {
  const done = await validateFiles(
    Object.entries(files).map(([name, content]) => ({ name, bytes: bytes(content) })),
  );
  if (!done.ok) throw new Error(done.error.code);
  return done.value.findings.map(({ code }) => code).sort();
}

const HEADER =
  '<header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/>';
const tuv = (lang: string, text: string) => `<tuv xml:lang="${lang}"><seg>${text}</seg></tuv>`;
const tmx = (units: string, { header = HEADER, version = '1.4' } = {}) =>
  `<?xml version="1.0"?>\n<tmx version="${version}">\n${header}<body>\n${units}</body></tmx>`;
const TU = `<tu>${tuv('en', 'One')}${tuv('vi', 'Một')}</tu>`;

const xliff2 = (units: string, more = ' trgLang="vi"') =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en"${more}><file id="f">${units}</file></xliff>`;
const unit = (id: string, content: string) => `<unit id="${id}"><segment>${content}</segment></unit>`;
const BOTH = '<source>One</source><target>Một</target>';
const xliff1 = (units: string, more = ' target-language="vi"') =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="x" source-language="en"${more} datatype="plaintext"><body>${units}</body></file></xliff>`;

const opus = (links: string, docs = 'fromDoc="en/1.xml.gz" toDoc="vi/1.xml.gz"') =>
  `<cesAlign version="1.0"><linkGrp ${docs}>${links}</linkGrp></cesAlign>`;
const sentences = (...ids: string[]) =>
  `<document>${ids.map((id) => `<s id="${id}">x</s>`).join('')}</document>`;
const TEXTS = { 'en/1.xml': sentences('e1', 'e2'), 'vi/1.xml': sentences('v1', 'v2') };
const link = (xtargets: string) => `<link xtargets="${xtargets}"/>`;
const LINKS = link('e1;v1') + link('e2;v2');

const tei = (body: string, xmlns = ' xmlns="http://www.tei-c.org/ns/1.0"') =>
  `<TEI${xmlns}><text><body><s xml:id="a">A</s><s xml:id="b">B</s></body></text>${body}</TEI>`;
const LINKED = '<linkGrp><link target="#a #b"/></linkGrp>';

const TEXT = `${'Mặt trời lặn sau dãy núi và mọi người đi về nhà. '.repeat(4)}\n\n${'Nàng khóc và không ai thấy nàng trong căn nhà ấy. '.repeat(4)}`;
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

const CASES: [FindingCode, Record<string, string | Uint8Array>, ...FindingCode[]][] = [
  ['file.unreadable', { 'a.docx': buildDocx({ body: p('x'.repeat(3000)) }).subarray(0, 900) }],
  ['encoding.bom', { 'a.tmx': `\ufeff${tmx(TU)}` }],
  ['encoding.utf16', { 'a.tmx': new Uint8Array([0xff, 0xfe, ...Buffer.from(tmx(TU), 'utf16le')]) }],
  ['encoding.notUtf8', { 'a.tsv': latin('en\tro\nOne\tînc\u00e9put\n') }],
  ['encoding.declared', { 'a.tmx': tmx(TU).replace('?>', ' encoding="windows-1258"?>') }],
  ['chars.nul', { 'a.tsv': 'en\tvi\nOne\tM\0t\n' }],
  ['lines.breaks', { 'a.tsv': 'en\tvi\nOne\u2028two\tMột\n' }],
  ['lines.breaks', { 'c.en': 'One\u000btwo\n', 'c.vi': 'Một\n' }],
  ['lines.cr', { 'c.en': 'One\r\n', 'c.vi': 'Một\n' }],
  ['language.underscore', { 'a.tmx': tmx(`<tu>${tuv('en_US', 'One')}${tuv('vi', 'Một')}</tu>`) }],
  ['language.malformed', { 'a.tmx': tmx(`<tu>${tuv('en', 'One')}${tuv('Vietnamese!', 'Một')}</tu>`) }],
  ['xml.notWellFormed', { 'a.tmx': tmx('<tu><tuv xml:lang="en"><seg></tuv></tu>') }, 'tmx.emptySegment'],
  ['xml.entity', { 'a.tmx': tmx(`<tu>${tuv('en', '&lol;')}${tuv('vi', 'Một')}</tu>`) }],
  ['xml.externalDtd', { 'a.tmx': tmx(TU).replace('<tmx', '<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx') }],
  ['tmx.version', { 'a.tmx': tmx(TU, { version: '1.4.' }) }],
  ['tmx.structure', { 'a.tmx': tmx(`${TU}<tu><seg>One</seg></tu>`) }],
  ['tmx.structure', { 'a.tmx': tmx(TU).replace(HEADER, '') }],
  ['tmx.structure', { 'a.tmx': tmx(`<tu>loose${tuv('en', 'One')}${tuv('vi', 'Một')}</tu>`) }],
  ['tmx.attribute', { 'a.tmx': tmx(TU.replace('<tu>', '<tu colour="red">')) }],
  ['tmx.attributeMissing', { 'a.tmx': tmx(TU, { header: HEADER.replace('o-tmf="x" ', '') }) }],
  ['tmx.date', { 'a.tmx': tmx(TU.replace('<tu>', '<tu creationdate="2026-11-21">')) }],
  ['tmx.languageMissing', { 'a.tmx': tmx(TU.replace(' xml:lang="vi"', '')) }, 'tmx.oneLanguage'],
  ['tmx.sourceLanguage', { 'a.tmx': tmx(TU.replace('"en"', '"ro"')) }],
  ['tmx.oneLanguage', { 'a.tmx': tmx(`<tu>${tuv('en', 'One')}</tu>`) }],
  ['tmx.manyLanguages', { 'a.tmx': tmx(TU.replace('</tu>', `${tuv('ro', 'Unu')}</tu>`)) }],
  ['tmx.languageTwice', { 'a.tmx': tmx(`<tu>${tuv('en', 'One')}${tuv('EN', 'Two')}</tu>`) }],
  ['tmx.emptySegment', { 'a.tmx': tmx(TU.replace('Một', ' ')) }],
  ['tmx.codes', { 'a.tmx': tmx(TU.replace('Một', '<bpt i="1">b</bpt>Một')) }],
  ['tmx.codes', { 'a.tmx': tmx(TU.replace('Một', '<ept i="1">b</ept>Một<bpt i="1">b</bpt>')) }],
  ['xliff.version', { 'a.xlf': xliff2(unit('1', BOTH)).replace('"2.1"', '"two"') }],
  ['xliff.namespace', { 'a.xlf': xliff2(unit('1', BOTH)).replace(/ xmlns="[^"]*"/, '') }],
  ['xliff.languageMissing', { 'a.xlf': xliff2(unit('1', BOTH), '') }],
  ['xliff.languageMissing', { 'a.xliff': xliff1(`<trans-unit id="1">${BOTH}</trans-unit>`, '') }],
  ['xliff.idMissing', { 'a.xliff': xliff1(`<trans-unit>${BOTH}</trans-unit>`) }],
  ['xliff.idTwice', { 'a.xlf': xliff2(unit('1', BOTH) + unit('1', BOTH)) }],
  ['xliff.group', { 'a.xlf': xliff2(`<group id="g">${unit('1', BOTH)}</group>`) }],
  ['xliff.state', { 'a.xlf': xliff2(unit('1', BOTH).replace('<segment', '<segment state="done"')) }],
  [
    'xliff.state',
    { 'a.xliff': xliff1(`<trans-unit id="1">${BOTH.replace('<target', '<target state="ok"')}</trans-unit>`) },
  ],
  ['xliff.noTarget', { 'a.xlf': xliff2(unit('1', '<source>One</source>')) }],
  ['xliff.emptySource', { 'a.xlf': xliff2(unit('1', '<source/><target>Một</target>')) }],
  ['xliff.emptyTarget', { 'a.xlf': xliff2(unit('1', '<source>One</source><target/>')) }],
  [
    'xliff.severalSegments',
    { 'a.xlf': xliff2(`<unit id="1"><segment>${BOTH}</segment><segment>${BOTH}</segment></unit>`) },
  ],
  ['xliff.codes', { 'a.xlf': xliff2(unit('1', BOTH.replace('One', '<sc id="1"/>One'))) }],
  ['xces.documentMissing', { 'a.xml': opus(LINKS, 'fromDoc="en/1.xml.gz"'), ...TEXTS }],
  ['xces.ending', { 'a.xml': opus(LINKS, 'fromDoc="en/1.xml" toDoc="vi/1.xml"'), ...TEXTS }],
  ['xces.targets', { 'a.xml': opus(`${LINKS}${link('e1')}`), ...TEXTS }],
  ['xces.targets', { 'a.xml': opus(`${LINKS}${link(';')}`), ...TEXTS }],
  ['xces.nothingLinked', { 'a.xml': opus(''), ...TEXTS }],
  ['xces.order', { 'a.xml': opus(link('v1;e1') + link('v2;e2')), ...TEXTS }],
  ['xces.unknownId', { 'a.xml': opus(LINKS.replace('e2', 'e9')), ...TEXTS }],
  ['xces.idTwice', { 'a.xml': opus(LINKS), ...TEXTS, 'vi/1.xml': sentences('v1', 'v1', 'v2') }],
  ['xces.linkedTwice', { 'a.xml': opus(LINKS + link('e2;')), ...TEXTS }],
  ['xces.crossing', { 'a.xml': opus(link('e2;v1') + link('e1;v2')), ...TEXTS }],
  ['xces.noTexts', { 'a.xml': opus(LINKS) }],
  ['tei.namespace', { 'a.xml': tei(LINKED, '') }],
  ['tei.idTwice', { 'a.xml': tei(`<s xml:id="a">A</s>${LINKED}`) }],
  ['tei.targetMissing', { 'a.xml': tei(LINKED.replace('#b', '#nowhere')) }],
  ['tei.oneTarget', { 'a.xml': tei(LINKED.replace(' #b', '')) }],
  ['tei.nothingLinked', { 'a.xml': tei('') }],
  ['table.ragged', { 'a.tsv': 'en\tvi\nOne\tMột\tmore\n' }],
  ['table.openQuote', { 'a.csv': 'en,vi\n"One,Một\n' }, 'table.breakInCell', 'table.ragged'],
  ['table.strayQuote', { 'a.csv': 'en,vi\nOne "two",Một\n' }],
  ['table.strayQuote', { 'a.csv': 'en,vi\n"One" two,Một\n' }],
  ['table.noHeader', { 'a.tsv': 'One sunny day.\tMột ngày nắng.\nTwo.\tHai.\n' }],
  ['table.columnTwice', { 'a.tsv': 'en\ten\nOne\tTwo\n' }],
  ['table.delimiters', { 'a.tsv': 'en\tvi\nOne;Một\n' }, 'table.ragged'],
  ['table.emptyRow', { 'a.csv': 'en,vi\r\n\r\nOne,Một\r\n' }],
  ['table.formula', { 'a.csv': 'en,vi\nOne, -1+cmd\n' }],
  ['table.breakInCell', { 'a.csv': 'en,vi\n"One\rtwo",Một\n' }],
  ['table.tabInCell', { 'a.csv': 'en,vi\n"One\ttwo",Một\n' }],
  ['moses.oneFile', { 'c.en': 'One\n' }],
  ['moses.lineCount', { 'c.en': 'One\nTwo\n', 'c.vi': 'Một\n' }],
  ['moses.emptyLine', { 'c.en': 'One\n\n', 'c.vi': 'Một\nHai\n' }],
  ['jsonl.badLine', { 'a.jsonl': '{"en":"One","vi":"Một"}\n{"en":"Two",\n' }],
  ['jsonl.badLine', { 'a.json': '[{"en":"One"' }],
  ['jsonl.notObject', { 'a.jsonl': '{"en":"One","vi":"Một"}\n["Two","Hai"]\n' }],
  ['jsonl.blankLine', { 'a.jsonl': '{"en":"One","vi":"Một"}\n\n{"en":"Two","vi":"Hai"}\n' }],
  ['jsonl.keys', { 'a.jsonl': '{"en":"One","vi":"Một"}\n{"en":"Two","ro":"Doi"}\n' }],
  ['jsonl.emptyText', { 'a.jsonl': '{"translation":{"en":"One","vi":null}}\n' }],
  ['ladder.line', { 'l.ladder': '0\t0\t0\n1\t1\t0\nx\n2\t2\t0\n', ...lineTexts(2) }],
  ['ladder.start', { 'l.ladder': '1\t0\t0\n2\t2\t0\n', ...lineTexts(2) }],
  ['ladder.order', { 'l.ladder': '0\t0\t0\n2\t1\t0\n1\t2\t0\n2\t2\t0\n', ...lineTexts(2) }],
  ['ladder.range', { 'l.ladder': '0\t0\t0\n2\t3\t0\n', ...lineTexts(2) }],
  ['ladder.end', { 'l.ladder': '0\t0\t0\n1\t1\t0\n', ...lineTexts(2) }],
  ['ladder.standing', { 'l.ladder': '0\t0\t0\n1\t1\t0\n1\t1\t0\n2\t2\t0\n', ...lineTexts(2) }],
  ['links.line', { 'l.vecalign': '[0]:[0]:0.1\n[1]:[1]:0.1\nnonsense\n', ...lineTexts(2) }],
  ['links.order', { 'l.vecalign': '[1]:[0]:0.1\n[0]:[1]:0.1\n', ...lineTexts(2) }],
  ['links.twice', { 'l.vecalign': '[0]:[0]:0.1\n[0,1]:[1]:0.1\n', ...lineTexts(2) }],
  ['links.hole', { 'l.vecalign': '[0]:[0]:0.1\n[1]:[]:0.1\n', ...lineTexts(2) }],
  ['links.range', { 'l.vecalign': '[0]:[0]:0.1\n[1]:[1,2]:0.1\n', ...lineTexts(2) }],
  ['links.noTexts', { 'l.vecalign': '[0]:[0]:0.1\n' }],
  ['text.legacyEncoding', { 'a.txt': legacy() }, 'text.cedilla'],
  ['text.mojibake', { 'a.txt': TEXT.replaceAll('ặ', 'áº·') }],
  ['text.decomposed', { 'a.txt': TEXT.normalize('NFD') }],
  ['text.mixedForms', { 'a.txt': `${TEXT}\n\n${TEXT.normalize('NFD')}` }, 'text.decomposed'],
  [
    'text.cedilla',
    { 'a.txt': 'Aceşti oameni au venit acasă şi au plâns toată noaptea, fiindcă nu mai ştiau ce să facă.\n' },
  ],
  ['text.zeroWidth', { 'a.txt': TEXT.replace('khóc', 'khóc\u200b') }],
  ['text.bidi', { 'a.txt': TEXT.replace('khóc', '\u202ekhóc') }],
  ['text.softHyphen', { 'a.txt': TEXT.replace('khóc', 'kh\u00adóc') }],
  ['text.replacement', { 'a.txt': TEXT.replace('khóc', 'kh\ufffdc') }],
  ['text.control', { 'a.txt': TEXT.replace('khóc', 'kh\u0007óc') }],
  ['text.hardWraps', { 'a.txt': wrapped() }],
  ['text.longParagraph', { 'a.txt': TEXT.replaceAll('\n', ' ').repeat(60) }],
];

function lineTexts(lines: number): Record<string, string> {
  return { 'en.txt': 'One line\n'.repeat(lines), 'vi.txt': 'Một dòng\n'.repeat(lines) };
}

/** Romanian in ISO-8859-2. */
function legacy(): Uint8Array {
  const text =
    'Aceºti oameni au venit acasã ºi au plâns toatã noaptea, fiindcã nu mai ºtiau ce sã facã. '.repeat(6);
  return Uint8Array.from(text, (one) => (one === 'ã' ? 0xe3 : one.charCodeAt(0)));
}

function wrapped(): string {
  const words =
    'the sun set behind the mountains and everybody went back home to sleep until morning came again'.split(
      ' ',
    );
  const lines: string[] = [];
  let line = '';
  for (let k = 0; k < 400; k++) {
    const word = words[k % words.length];
    if (line.length + word.length > 70) {
      lines.push(line.trim());
      line = '';
    }
    line += `${word} `;
  }
  return `${lines.slice(0, 18).join('\n')}.\n\n${lines.slice(18, 30).join('\n')}.\n`;
}

/** Fires only where the reader of texts is in doubt, which takes a text that fits two encodings. */
const NOT_ALONE: FindingCode[] = ['text.uncertainEncoding', 'file.unknownFormat'];

describe('validateFiles', () => {
  it.each(CASES)('finds %s, and nothing else', async (code, files, ...besides) => {
    expect(await codesOf(files)).toEqual([code, ...besides].sort());
  });

  it('has a case for every rule', () => {
    const covered = new Set(CASES.map(([code]) => code));
    expect(FINDING_CODES.filter((code) => !covered.has(code) && !NOT_ALONE.includes(code))).toEqual([]);
  });

  it('is silent where all is well', async () => {
    for (const files of [
      { 'a.tmx': tmx(TU) },
      { 'a.xlf': xliff2(unit('1', BOTH)) },
      { 'a.xliff': xliff1(`<trans-unit id="1">${BOTH}</trans-unit>`) },
      { 'a.xml': opus(LINKS), ...TEXTS },
      { 'a.xml': tei(LINKED) },
      { 'a.tsv': 'id\ten\tvi\n1\tOne\tMột\n' },
      { 'a.csv': 'en,vi\r\n"One, ""two""",Một\r\n' },
      { 'c.en': 'One\n', 'c.vi': 'Một\n' },
      { 'a.jsonl': '{"en":"One","vi":"Một"}\n{"en":"Two","vi":"Hai"}\n' },
      { 'l.ladder': '0\t0\t0.5\n1\t1\t0.5\n2\t2\t0\n', ...lineTexts(2) },
      { 'l.vecalign': '[0]:[0]:0.1\n[1]:[1]:0.1\n', ...lineTexts(2) },
      { 'a.txt': TEXT },
    ])
      expect(await codesOf(files), Object.keys(files)[0]).toEqual([]);
  });

  it('says where, how often, and the first ones of many', async () => {
    const bad = Array.from(
      { length: 30 },
      (_, k) => `<tu tuid="u${k}">${tuv('en', 'x')}${tuv('vi', '')}</tu>\n`,
    );
    const done = await validateFiles([{ name: 'a.tmx', bytes: bytes(tmx(bad.join(''))) }]);
    if (!done.ok) throw new Error(done.error.code);
    const [finding] = done.value.findings;
    expect(finding).toMatchObject({ code: 'tmx.emptySegment', severity: 'warning', count: 30 });
    expect(finding.places).toHaveLength(10);
    expect(finding.places[1]).toEqual({ file: 'a.tmx', line: 5, unit: 'u1' });
  });
});
