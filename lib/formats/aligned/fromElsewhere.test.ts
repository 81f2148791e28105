import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { AlignedOptions } from './AlignedDocument';
import { readAligned } from './readAligned';

/** What other programs write, as far as it once went wrong or is easily got wrong; each in words of our own. */

type Files = Record<string, string | Uint8Array>;
const bytes = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;
const read = (files: Files, options: AlignedOptions = {}) =>
  readAligned(
    Object.entries(files).map(([name, content]) => ({ name, bytes: bytes(content) })),
    options,
  );
async function good(files: Files, options: AlignedOptions = {}) {
  const answer = await read(files, options);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}
const rows = async (files: Files, options: AlignedOptions = {}) =>
  (await good(files, options)).units.map(({ sides }) =>
    sides.map((side) => side.map(({ text }) => text).join(' | ')),
  );
const utf16 = (content: string) => {
  const text = `\ufeff${content}`;
  return Uint8Array.from(
    { length: text.length * 2 },
    (_, k) => (text.charCodeAt(k >> 1) >> (8 * (k & 1))) & 255,
  );
};

describe('CSV from Excel', () => {
  it('is UTF-16 with tabs, or names its delimiter in a first line', async () => {
    expect(await rows({ 'a.txt': utf16('en\tvi\r\nOne.\tMột.\r\n') })).toEqual([['One.', 'Một.']]);
    expect(await rows({ 'a.csv': 'sep=;\r\nen;vi\r\nOne, two.;Một, hai.\r\n' })).toEqual([
      ['One, two.', 'Một, hai.'],
    ]);
  });
  it('has line breaks, delimiters and doubled quotes in its fields', async () => {
    const table = '\ufeff"en";"vi"\r\n"He said; ""Go.""\r\nAnd went.";"Anh nói: ""Đi.""\nRồi đi."\r\n';
    expect(await rows({ 'a.csv': table })).toEqual([
      ['He said; "Go."\r\nAnd went.', 'Anh nói: "Đi."\nRồi đi.'],
    ]);
  });
  it('is read the same however its bytes fall into slices', async () => {
    const row = (k: number) => `"One ""${k}"" ${'x'.repeat(k % 700)}\r\n";"Một ${k}, ${'ạ'.repeat(k % 300)}"`;
    const count = 1500;
    const table = ['en;vi', ...Array.from({ length: count }, (_, k) => row(k))].join('\r\n');
    const read = await rows({ 'a.csv': table });
    expect(read).toHaveLength(count);
    expect(read[1234]).toEqual([
      `One "1234" ${'x'.repeat(1234 % 700)}\r\n`,
      `Một 1234, ${'ạ'.repeat(1234 % 300)}`,
    ]);
  });
});

describe('a table read as a person says', () => {
  const TABLE = '1;Source note;Bonjour;Xin chào\n2;More;Merci;Cảm ơn\n';
  it('has the columns that were chosen', async () => {
    expect(await rows({ 'a.csv': TABLE }, { table: { columns: ['id', 'skip', 'text', 'text'] } })).toEqual([
      ['Bonjour', 'Xin chào'],
      ['Merci', 'Cảm ơn'],
    ]);
  });
  it('has the delimiter and the quotes that were chosen, and tells how it was read', async () => {
    const { table } = await good({ 'a.csv': "'a,b';'c'\n'd';'e'\n" });
    expect(table).toMatchObject({ delimiter: ';', quote: "'", header: false });
    expect(await rows({ 'a.csv': "'a;b';c\n" }, { table: { delimiter: ';', quote: '' } })).toEqual([
      ["'a", "b'", 'c'],
    ]);
  });
});

describe('a table of a localization program', () => {
  const langs = async (content: string) =>
    (await good({ 'a.csv': content })).languages.map(({ label }) => label);
  it('has comments and places beside its texts', async () => {
    const table =
      'location,source,target,id,fuzzy,context,translator_comments,developer_comments\nmain.c:1,One.,Một.,7,True,menu,sure?,short\nmain.c:2,Two.,Hai.,8,,,,\n';
    expect(await langs(table)).toEqual(['source', 'target']);
    expect((await good({ 'a.csv': table })).units.map(({ id }) => id)).toEqual(['7', '8']);
    expect(await langs('domain,en,vi,remarks\nui,One.,Một.,good\n')).toEqual(['en', 'vi']);
  });
  it.each([
    ['English;Tiếng Việt', ['en', 'vi']],
    ['Vietnamese;Romanian', ['vi', 'ro']],
    ['limba engleză;Română', ['en', 'ro']],
    ['Việt;Anh', ['vi', 'en']],
    ['sentence_en;sentence_vi', ['en', 'vi']],
    ['Source;Target', [null, null]],
  ])('is in the languages that its header names: %s', async (head, expected) => {
    const { languages, units } = await good({ 'a.csv': `${head}\nOne.;Một.\n` });
    expect(languages.map(({ lang }) => lang)).toEqual(expected);
    expect(units).toHaveLength(1);
  });
  it('has a header where its words say so, and none where they only look like tags', async () => {
    expect(await rows({ 'a.csv': 'Key,Value\nOne.,Một.\n' })).toEqual([['One.', 'Một.']]);
    expect(await rows({ 'a.csv': 'foo;baz\nOne.;Một.\n' })).toEqual([
      ['foo', 'baz'],
      ['One.', 'Một.'],
    ]);
  });
});

describe('text in one long line', () => {
  it('is no ladder and no list of links', async () => {
    const line = `${'One two three four five. '.repeat(400)}\n`;
    expect(await rows({ 'a.en': line, 'a.vi': line })).toEqual([[line.slice(0, -1), line.slice(0, -1)]]);
  });
});

const xliff = (units: string) =>
  `<xliff version="1.2"><file original="a" source-language="en" target-language="vi"><body>${units}</body></file></xliff>`;

describe('XLIFF of CAT tools', () => {
  const source =
    '<source>One. <g id="1">Two.</g></source><seg-source><mrk mtype="seg" mid="0">One.</mrk> <g id="1"><mrk mtype="seg" mid="1">Two.</mrk></g></seg-source>';
  it('is aligned by the segments that are marked in it, translated or not', async () => {
    const target = '<target><mrk mtype="seg" mid="1">Hai.</mrk></target>';
    expect(await rows({ 'a.sdlxliff': xliff(`<trans-unit id="u">${source}${target}</trans-unit>`) })).toEqual(
      [
        ['One.', ''],
        ['Two.', 'Hai.'],
      ],
    );
  });
  it('is one unit with several segments where they do not go together', async () => {
    const target = '<target><mrk mtype="seg" mid="1">Hai.</mrk><mrk mtype="seg" mid="0">Một.</mrk></target>';
    expect(await rows({ 'a.xlf': xliff(`<trans-unit id="u">${source}${target}</trans-unit>`) })).toEqual([
      ['One. | Two.', 'Hai. | Một.'],
    ]);
  });
  it('has white space that only lays it out, unless it says otherwise', async () => {
    const unit = (space: string) =>
      `<trans-unit id="u"${space}><source>One\n      two.</source><target>Một\n      hai.</target></trans-unit>`;
    expect(await rows({ 'a.xlf': xliff(unit('')) })).toEqual([['One two.', 'Một hai.']]);
    expect(await rows({ 'a.xlf': xliff(unit(' xml:space="preserve"')) })).toEqual([
      ['One\n      two.', 'Một\n      hai.'],
    ]);
  });
  it('begins and ends where its words do, though tags stand on lines of their own', async () => {
    const unit =
      '<trans-unit id="u"><source>\n    <x id="1"/>One\n  </source><target>\r\n\t\tMột \n</target></trans-unit>';
    expect(await rows({ 'a.xlf': xliff(unit) })).toEqual([['One', 'Một ']]);
  });
  it('breaks lines by codes', async () => {
    const unit =
      '<trans-unit id="u"><source>One<x id="1" ctype="lb"/>two</source><target>Một hai</target></trans-unit>';
    expect(await rows({ 'a.xlf': xliff(unit) })).toEqual([['One\ntwo', 'Một hai']]);
  });
});

describe('TMX', () => {
  it('may leave the language of a variant to its place, and have the first of a language blank', async () => {
    const tmx =
      '<tmx version="1.4."><header/><body><tu><tuv><seg>One.</seg></tuv><tuv><seg>Một.</seg></tuv></tu>' +
      '<tu><tuv xml:lang="en"><seg> </seg></tuv><tuv xml:lang="en"><seg>Two.</seg></tuv><tuv xml:lang="vi"><seg>Hai.</seg></tuv></tu></body></tmx>';
    const { languages, units } = await good({ 'a.tmx': tmx });
    expect(languages.map(({ label }) => label)).toEqual(['1', '2', 'en', 'vi']);
    expect(units[1].sides[2].map(({ text }) => text)).toEqual(['Two.']);
  });
  it('is told by its root, whatever comments and declarations stand before it', async () => {
    const tmx =
      '<?xml version="1.0"?><!-- <xliff> of old --><!DOCTYPE tmx SYSTEM "tmx14.dtd" [ <!-- <TEI> --> ]>' +
      '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>One.</seg></tuv><tuv xml:lang="vi"><seg>Một.</seg></tuv></tu></body></tmx>';
    expect((await good({ 'a.xml': tmx })).format).toBe('tmx');
  });
});

describe('TEI', () => {
  const text = (lang: string, prefix: string, sentences: string[]) =>
    `<text${lang}><body><p>${sentences.map((one, k) => `<s xml:id="${prefix}${k + 1}">${one}</s>`).join('')}</p></body></text>`;
  const links = (list: string[]) =>
    `<standOff><linkGrp type="translation">${list.map((one) => `<link target="${one}"/>`).join('')}</linkGrp></standOff>`;
  it('may hold two texts side by side without saying their languages', async () => {
    const tei = `<TEI>${links(['#a1 #b1', '#a2 #b2'])}${text('', 'a', ['One.', 'Two.'])}${text('', 'b', ['Một.', 'Hai.'])}</TEI>`;
    expect(await rows({ 'a.xml': tei })).toEqual([
      ['One.', 'Một.'],
      ['Two.', 'Hai.'],
    ]);
  });
  it('joins more than two texts over the first', async () => {
    const tei =
      `<TEI>${links(['#a1 #b1', '#a2 #b2', '#a3 #b2', '#a1 #c1', '#a2 #c1', '#a3 #c2'])}` +
      text(' xml:lang="en"', 'a', ['One.', 'Two.', 'Three.', 'Four.']) +
      text(' xml:lang="vi"', 'b', ['Một.', 'Hai ba.']) +
      `${text(' xml:lang="ro"', 'c', ['Unu doi.', 'Trei.', 'Cinci.'])}</TEI>`;
    const { languages } = await good({ 'a.xml': tei });
    expect(languages.map(({ lang }) => lang)).toEqual(['en', 'vi', 'ro']);
    expect(await rows({ 'a.xml': tei })).toEqual([
      ['One. | Two. | Three.', 'Một. | Hai ba.', 'Unu doi. | Trei.'],
      ['Four.', '', ''],
      ['', '', 'Cinci.'],
    ]);
  });
  it('may have the same ids in two files, and says which one it means', async () => {
    const files = (target: string) => ({
      'en.xml': `<TEI>${text(' xml:lang="en"', 's', ['One.', 'Two.'])}</TEI>`,
      'vi.xml': `<TEI>${text(' xml:lang="vi"', 's', ['Một.', 'Hai.'])}</TEI>`,
      'links.xml': `<TEI><linkGrp><link target="${target}"/></linkGrp></TEI>`,
    });
    expect(await rows(files('en.xml#s2 vi.xml#s2'))).toContainEqual(['Two.', 'Hai.']);
    expect(await read(files('#s2 #s2'))).toMatchObject({ error: { code: 'import.ambiguousId' } });
  });
});

describe('several alignments at once', () => {
  const zip = (files: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, bytes(content)])));
  it('can be chosen among the corpora of an archive', async () => {
    const corpora = zip({
      'a.en': 'One.\n',
      'a.vi': 'Một.\n',
      'b.en': 'Two.\nThree.\n',
      'b.vi': 'Hai.\nBa.\n',
    });
    expect((await good({ 'x.zip': corpora })).alternatives).toEqual({
      names: ['a', 'b'],
      chosen: 0,
      joined: 2,
    });
    expect(await rows({ 'x.zip': corpora }, { alignment: 1 })).toEqual([
      ['Two.', 'Hai.'],
      ['Three.', 'Ba.'],
    ]);
  });
  it('takes the documents of an OPUS alignment whose texts are there, and counts the others', async () => {
    const sentences = (content: string) => `<document><s id="1">${content}</s></document>`;
    const group = (n: number) =>
      `<linkGrp fromDoc="en/${n}.xml.gz" toDoc="vi/${n}.xml.gz"><link xtargets="1;1"/></linkGrp>`;
    const document = await good({
      'en-vi.xml': `<cesAlign>${group(1)}${group(2)}</cesAlign>`,
      'en/2.xml': sentences('Two.'),
      'vi/2.xml': sentences('Hai.'),
    });
    expect(document.units.map(({ sides }) => sides.map(([part]) => part.text))).toEqual([['Two.', 'Hai.']]);
    expect(document.warnings).toContainEqual({ code: 'missingTexts', params: { count: 1, place: 0 } });
  });
  it('knows the languages of OPUS by the folders that its links name', async () => {
    const { languages } = await good({
      'links.xml':
        '<cesAlign><linkGrp fromDoc="en/Hound.xml.gz" toDoc="vi/Hound.xml.gz"><link xtargets="1;2"/></linkGrp></cesAlign>',
      'first.xml': '<text><s id="1">One.</s></text>',
      'second.xml': '<text><s id="2">Một.</s></text>',
    });
    expect(languages.map(({ lang }) => lang)).toEqual(['en', 'vi']);
  });
});

describe('what holds no alignment', () => {
  const zip = (files: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, bytes(content)])));
  it.each<[string, string | Uint8Array, string]>([
    ['docx', zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }), 'a.xlsx'],
    ['odt', zip({ mimetype: 'application/vnd.oasis.opendocument.text' }), 'a.tmx'],
    ['ods', zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }), 'a.xlsx'],
    ['epub', zip({ mimetype: 'application/epub+zip' }), 'a.zip'],
    ['pdf', '%PDF-1.7\n%âãÏÓ\n', 'a.tmx'],
    ['html', '<?xml version="1.0"?>\n<!DOCTYPE html><html><body><p>One</p></body></html>', 'a.xml'],
    ['ole', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]), 'a.xls'],
  ])('is called what it is: %s', async (kind, content, name) => {
    expect(await read({ [name]: content })).toMatchObject({
      error: { code: 'import.notAligned', params: { file: name, kind } },
    });
  });
});

describe('a workbook', () => {
  const sheet = (cells: string) => `<worksheet><sheetData>${cells}</sheetData></worksheet>`;
  const workbook = {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="Empty" r:id="a"/><sheet name="Texts" r:id="b"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="a" Target="worksheets/sheet2.xml"/><Relationship Id="b" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
    'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet2.xml': sheet(''),
    'xl/worksheets/sheet1.xml': sheet(
      '<row><c t="inlineStr"><is><t>en</t></is></c><c t="inlineStr"><is><t>vi</t></is></c></row>' +
        '<row><c s="1"><v>45000</v></c><c t="str"><f>A1</f><v>Ngày ấy</v></c></row>' +
        '<row><c t="inlineStr"><is><t>One.</t></is></c><c t="inlineStr"><is><t>Một.</t></is></c></row>',
    ),
  };
  it('is read from the first sheet that holds something, dates as dates and formulas as shown', async () => {
    const file = zipSync(
      Object.fromEntries(Object.entries(workbook).map(([name, content]) => [name, bytes(content)])),
    );
    const document = await good({ 'a.xlsx': file });
    expect(document.alternatives).toEqual({ names: ['Empty', 'Texts'], chosen: 1 });
    expect(document.units.map(({ sides }) => sides.map(([part]) => part.text))).toEqual([
      ['2023-03-15', 'Ngày ấy'],
      ['One.', 'Một.'],
    ]);
  });
});

describe('cells that are merged over rows', () => {
  const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const book = (cells: string, merged: string) =>
    zipSync({
      'xl/workbook.xml': bytes(
        '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="a"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': bytes(
        '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet1.xml': bytes(
        `<worksheet><sheetData>${cells}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`,
      ),
    });
  it('make one unit of them', async () => {
    const file = book(
      `<row r="1">${cell('A1', 'en')}${cell('B1', 'vi')}</row>` +
        `<row r="2">${cell('A2', 'One two.')}${cell('B2', 'Một.')}</row>` +
        `<row r="3">${cell('B3', 'Hai.')}</row>` +
        `<row r="4">${cell('A4', 'Three.')}${cell('B4', 'Ba.')}</row>` +
        `<row r="5">${cell('A5', 'Title')}</row>`,
      '<mergeCell ref="A2:A3"/><mergeCell ref="A5:B5"/>',
    );
    expect(await rows({ 'a.xlsx': file })).toEqual([
      ['One two.', 'Một. | Hai.'],
      ['Three.', 'Ba.'],
      ['Title', ''],
    ]);
  });
});

describe('texts in files of their own', () => {
  const links = '0 0\n1 1\n2 2\n';
  const languages = async (names: readonly [string, string]) =>
    (await good({ 'x.ladder': links, [names[0]]: 'One.\nTwo.\n', [names[1]]: 'Một.\nHai.\n' })).languages.map(
      ({ lang }) => lang,
    );
  it.each<[[string, string], (string | null)[]]>([
    [
      ['en.sen', 'vi.sen'],
      ['en', 'vi'],
    ],
    [
      ['book_en.txt', 'book_vi.txt'],
      ['en', 'vi'],
    ],
    [
      ['c.001_en.xml.tok', 'c.001_ro.xml.tok'],
      ['en', 'ro'],
    ],
    [
      ['en_Hound.raw', 'vi_Hound.raw'],
      ['en', 'vi'],
    ],
    [
      ['the_old_man.txt', 'go_to.txt'],
      [null, null],
    ],
    [
      ['one.foo', 'two.foo'],
      [null, null],
    ],
    [
      ['a.en', 'b.en'],
      [null, null],
    ],
  ])('are in the languages that their names tell, and never both in one: %s', async (names, expected) => {
    expect(await languages(names)).toEqual(expected);
  });
  it('keep paragraphs that have no id, and tell their language in their header', async () => {
    const text = (lang: string, body: string) =>
      `<TEI><teiHeader><profileDesc><langUsage><language ident="${lang}"/></langUsage></profileDesc></teiHeader><text><body><div>${body}</div></body></text></TEI>`;
    const files = {
      'doc_1.tei.xml': text('en', '<p xml:id="a">One.</p><p>Two.</p><p/>'),
      'doc_2.tei.xml': text('vi', '<p xml:id="b">Một.</p>'),
      'links.xml': '<TEI><linkGrp><link target="doc_1.tei.xml#a doc_2.tei.xml#b"/></linkGrp></TEI>',
    };
    const document = await good(files);
    expect(document.languages.map(({ lang }) => lang)).toEqual(['en', 'vi']);
    expect(await rows(files)).toEqual([
      ['One.', 'Một.'],
      ['Two.', ''],
    ]);
    expect(document.warnings).toContainEqual({ code: 'unlinked', params: { count: 1, place: 0 } });
  });
});

describe('a ladder that was made by hand', () => {
  const lines = (word: string, count: number) =>
    `${Array.from({ length: count }, (_, k) => word + k).join('\n')}\n`;
  it('may stop a little before the texts do', async () => {
    const files = { 'b.ladder': '0 0\n1 1\n3 2\n', 'b.en': lines('e', 4), 'b.vi': lines('v', 4) };
    expect(await rows(files)).toEqual([
      ['e0', 'v0'],
      ['e1 | e2', 'v1'],
      ['e3', ''],
      ['', 'v2'],
      ['', 'v3'],
    ]);
    expect((await good(files)).warnings).toContainEqual({ code: 'unlinked', params: { count: 3, place: 0 } });
  });
});

describe('JSON', () => {
  it('is read item by item, with brackets and quotes in its texts', async () => {
    const units = Array.from({ length: 3000 }, (_, k) => ({
      en: `[One] "{${k}}\\", ${'x'.repeat(k % 200)}`,
      vi: `Một ${k}]`,
    }));
    const read = await rows({ 'a.json': JSON.stringify(units, null, 1) });
    expect(read).toEqual(units.map(({ en, vi }) => [en, vi]));
  });
  it('says where it is cut off', async () => {
    expect(await read({ 'a.json': '[{"en":"One","vi":"Một"},{"en":"Two"' })).toMatchObject({
      error: { code: 'import.brokenLine', params: { line: 2, reason: 'item' } },
    });
  });
  it('takes fields for languages only when they are called like one', async () => {
    const line = '{"id":"7","url":"http://x","doc":"y","source":"One.","target":"Một."}';
    expect((await good({ 'a.jsonl': line })).languages.map(({ label }) => label)).toEqual([
      'source',
      'target',
    ]);
  });
  it('may tell the languages in fields of their own, or in the names of the fields', async () => {
    const labels = async (row: object) =>
      (await good({ 'a.json': JSON.stringify([row]) })).languages.map(({ lang }) => lang);
    const memory = {
      source_language: 'en',
      target_language: 'vi',
      source: 'One.',
      target: 'Một.',
      origin: 'x',
    };
    expect(await labels(memory)).toEqual(['en', 'vi']);
    expect(await labels({ english: 'One.', vietnamese: 'Một.', kind: 'x' })).toEqual(['en', 'vi']);
    expect(await labels({ text_en: 'One.', text_vi: 'Một.', kind: 'x' })).toEqual(['en', 'vi']);
  });
});

describe('ladders of several languages in one archive', () => {
  it('are joined over the text they share, and can be chosen one by one', async () => {
    const files = {
      'en.txt': 'One.\nTwo.\n',
      'vi.txt': 'Một.\nHai.\n',
      'ro.txt': 'Unu și doi.\n',
      'en-vi.ladder': '0\t0\t1\n1\t1\t1\n2\t2\t1\n',
      'en-ro.ladder': '0\t0\t1\n2\t1\t1\n',
    };
    expect((await good(files)).alternatives).toEqual({
      names: ['en-vi.ladder', 'en-ro.ladder', 'en-vi.ladder + en-ro.ladder'],
      ...{ chosen: 2, joined: 2 },
    });
    expect(await rows(files)).toEqual([['One. | Two.', 'Một. | Hai.', 'Unu și doi.']]);
    expect(await rows(files, { alignment: 0 })).toEqual([
      ['One.', 'Một.'],
      ['Two.', 'Hai.'],
    ]);
    expect(await rows(files, { alignment: 1 })).toEqual([['One. | Two.', 'Unu și doi.']]);
  });
});

describe('text outside of what links name', () => {
  const tei = (lang: string, body: string) =>
    `<TEI xml:lang="${lang}"><text><body>${body}</body></text></TEI>`;
  const files = (body: string) => ({
    'en.xml': tei('en', body),
    'vi.xml': tei('vi', '<p><s xml:id="v1">Một.</s></p>'),
    'links.xml': '<TEI><standOff><linkGrp><link target="en.xml#e1 vi.xml#v1"/></linkGrp></standOff></TEI>',
  });
  it('is kept where it stands, whatever element it is in', async () => {
    const body =
      '<head>A head.</head><p>Loose. <s xml:id="e1">One.</s> Behind.</p><list><item>An item.</item></list><note>A note.</note>';
    expect(await rows(files(body))).toEqual([
      ['A head.', ''],
      ['Loose.', ''],
      ['One.', 'Một.'],
      ['Behind.', ''],
      ['An item.', ''],
      ['A note.', ''],
    ]);
  });
  it('is told with its line where no text is expected', async () => {
    const text = (id: string, words: string) =>
      `<document>\nstray words\n<s id="${id}">${words}</s></document>`;
    const { warnings, units } = await good({
      'l.xml':
        '<cesAlign><linkGrp fromDoc="en.xml" toDoc="vi.xml"><link xtargets="1;1"/></linkGrp></cesAlign>',
      'en.xml': text('1', 'One.'),
      'vi.xml': text('1', 'Một.').replace('stray words', ''),
    });
    expect(units).toHaveLength(1);
    expect(warnings).toEqual([{ code: 'unnamedElements', params: { count: 1, place: 1 } }]);
  });
});
