import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { AlignedDocument, AlignedOptions } from './AlignedDocument';
import { coverTexts } from './coverTexts';
import { readAligned } from './readAligned';

type Content = string | Uint8Array;
const read = (files: Record<string, Content>, options?: AlignedOptions) =>
  readAligned(
    Object.entries(files).map(([name, content]) => ({
      name,
      bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    })),
    options,
  );
async function good(files: Record<string, Content>, options?: AlignedOptions): Promise<AlignedDocument> {
  const result = await read(files, options);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
const rows = ({ units }: AlignedDocument) =>
  units.map(({ sides }) => sides.map((side) => side.map(({ text }) => text).join(' | ')));
const langs = ({ languages }: AlignedDocument) => languages.map(({ lang }) => lang);
const warned = ({ warnings }: AlignedDocument) =>
  Object.fromEntries(warnings.map(({ code, params }) => [code, params.count]));

const tmx = (body: string, head = '<header srclang="en"/>') =>
  `<tmx version="1.4">${head}<body>${body}</body></tmx>`;
const tuv = (lang: string, seg: string) => `<tuv xml:lang="${lang}"><seg>${seg}</seg></tuv>`;

describe('TMX from elsewhere', () => {
  it('is read past a DTD that is not there (OmegaT), with inline codes and notes', async () => {
    const file = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header creationtool="OmegaT" srclang="EN-US" segtype="sentence"/><body>
<tu><note>x</note><tuv lang="EN-US"><seg>A <bpt i="1">&lt;b&gt;</bpt><hi>bold</hi><ept i="1">&lt;/b&gt;</ept> word</seg></tuv>
<tuv lang="vi_VN"><seg><![CDATA[x < y]]></seg></tuv></tu></body></tmx>`;
    const document = await good({ 'a.tmx': file });
    expect(langs(document)).toEqual(['en-US', 'vi-VN']);
    expect(rows(document)).toEqual([['A bold word', 'x < y']]);
  });

  it('is read when it calls itself version "1.4." and lacks header attributes (OpusTools)', async () => {
    const file = `<?xml version="1.0" encoding="utf-8"?>\n<tmx version="1.4.">\n<header srclang="en"\n\tadminlang="en"\n\tsegtype="sentence"\n\tdatatype="PlainText" />\n\t<body>\n\t\t<tu>\n\t\t\t${tuv('en', 'One')}\n\t\t\t${tuv('vi', 'Một')}\n\t\t</tu>\n\t</body>\n</tmx>`;
    expect(rows(await good({ 'a.tmx': file }))).toEqual([['One', 'Một']]);
  });

  it('is refused with its line when a side is not closed (OpusTools, empty side)', async () => {
    const file = `<tmx version="1.4."><header srclang="en"/><body>\n<tu>\n<tuv xml:lang="en"><seg></tuv>\n</tu></body></tmx>`;
    expect(await read({ 'a.tmx': file })).toMatchObject({
      error: { code: 'import.brokenXml', params: { file: 'a.tmx', line: 3, reason: 'tags' } },
    });
  });

  it('has the source language first wherever it stands, and the first of several texts', async () => {
    const document = await good({
      'a.tmx': tmx(
        `<tu>${tuv('vi', 'Một')}${tuv('en', 'One')}${tuv('vi', 'Mốt')}</tu><tu>${tuv('vi', 'Hai')}</tu>`,
      ),
    });
    expect(langs(document)).toEqual(['en', 'vi']);
    expect(rows(document)).toEqual([
      ['One', 'Một'],
      ['', 'Hai'],
    ]);
    expect(warned(document)).toEqual({ alternatives: 1 });
  });

  it('is read in UTF-16 with its mark', async () => {
    const text = `\ufeff${tmx(`<tu>${tuv('en', 'One')}${tuv('vi', 'Một')}</tu>`)}`;
    const bytes = new Uint8Array(Buffer.from(text, 'utf16le'));
    const document = await good({ 'a.tmx': bytes });
    expect(document.encoding).toBe('utf-16le');
    expect(rows(document)).toEqual([['One', 'Một']]);
  });
});

describe('tables', () => {
  it('finds the delimiter, quotes and header', async () => {
    const document = await good({
      'a.csv': 'en;vi\r\n"He said ""no""; really";"Không;\nthật"\r\nTwo;Hai\r\n',
    });
    expect(langs(document)).toEqual(['en', 'vi']);
    expect(rows(document)[0]).toEqual(['He said "no"; really', 'Không;\nthật']);
  });

  it('reads TSV without header or quotes, and leaves numbers and addresses out', async () => {
    const document = await good({
      'a.tsv': 'http://a.b\t"Oh," she said\tỒ\t0.87\nhttp://a.c\tTwo "words\tHai\t0.5\n',
    });
    expect(rows(document)).toEqual([
      ['"Oh," she said', 'Ồ'],
      ['Two "words', 'Hai'],
    ]);
    expect(document.languages.map(({ label }) => label)).toEqual(['2', '3']);
  });

  it('takes or leaves the header as it is told', async () => {
    expect(rows(await good({ 'a.tsv': 'en\tvi\nOne\tMột\n' }, { table: { header: false } }))).toHaveLength(2);
    expect(rows(await good({ 'a.tsv': 'A\tB\nOne\tMột\n' }, { table: { header: true } }))).toHaveLength(1);
  });

  it('reads the text output of hunalign', async () => {
    const document = await good({ 'a.txt': 'One. ~~~ Two.\tMột hai.\t0.9\n\tBa.\t-0.3\n' });
    expect(rows(document)).toEqual([
      ['One. | Two.', 'Một hai.'],
      ['', 'Ba.'],
    ]);
  });

  it('counts rows that are not as wide as the others', async () => {
    expect(warned(await good({ 'a.csv': 'en,vi\nOne,Một,x\nTwo,Hai\n' }))).toEqual({ uneven: 1 });
  });

  it('names the line of a quote that is never closed', async () => {
    expect(await read({ 'a.csv': 'en,vi\nOne,Một\nTwo,"Hai\n' })).toMatchObject({
      error: { code: 'import.brokenLine', params: { line: 3, reason: 'quote' } },
    });
  });
});

describe('lines in several files', () => {
  it('splits lines at LF and CRLF only (Moses)', async () => {
    const document = await good({ 'c.en': 'One\u2028and\nTwo\r\n', 'c.vi': 'Một\nHai\n' });
    expect(rows(document)).toEqual([
      ['One\u2028and', 'Một'],
      ['Two', 'Hai'],
    ]);
    expect(langs(document)).toEqual(['en', 'vi']);
  });

  it('refuses files of different length, with both numbers', async () => {
    expect(await read({ 'c.en': 'One\nTwo\n', 'c.vi': 'Một\n' })).toEqual({
      ok: false,
      error: {
        code: 'import.linesDiffer',
        params: { first: 'c.en', firstLines: 2, second: 'c.vi', secondLines: 1 },
      },
    });
  });

  it('gives a ladder the text that is as long as it says, whichever comes first', async () => {
    const document = await good({
      'vi.txt': 'Một hai.\n',
      'en.txt': 'One.\nTwo.\n',
      'a.ladder': '0\t0\t0.3\n2\t1\t0\n',
    });
    expect(langs(document)).toEqual(['en', 'vi']);
    expect(rows(document)).toEqual([['One. | Two.', 'Một hai.']]);
  });

  it('reads vecalign, with crossing and missing lines', async () => {
    const document = await good({
      'x.en': 'A\nB\nC\nD\n',
      'x.vi': 'a\nb\nc\n',
      'links.txt': '[0]:[0]:0.1\n[1]:[2]:0.2\n[2]:[1]:0.3\n[]:[]:0\n',
    });
    expect(rows(document)).toEqual([
      ['A', 'a'],
      ['B | C', 'b | c'],
      ['D', ''],
    ]);
    expect(warned(document)).toMatchObject({ crossing: 1, unlinked: 1 });
  });

  it('refuses a ladder that fits neither way, or goes backwards', async () => {
    const texts = { 'x.en': 'A\nB\n', 'x.vi': 'a\n' };
    expect(await read({ ...texts, 'l.txt': '0\t0\t0\n3\t1\t0\n' })).toMatchObject({
      error: { code: 'import.ladderDiffers', params: { source: 3, target: 1, first: 2, second: 1 } },
    });
    expect(await read({ ...texts, 'l.txt': '0\t0\t0\n2\t1\t0\n1\t1\t0\n' })).toMatchObject({
      error: { code: 'import.brokenLine', params: { line: 3, reason: 'ladder' } },
    });
  });
});

describe('XML links with their texts', () => {
  const en = '<text><p id="p1"><s id="en1">One.</s> <s id="en2">Two.</s></p></text>';
  const vi = '<text><p id="q1"><s id="vi1"><w>Một</w><w>hai</w><pc>.</pc></s></p></text>';
  const link = '<link xtargets="en1 en2;vi1"/>';
  const texts = { 'corpus/en/1.xml': en, 'corpus/vi/1.xml': vi };

  it('reads XCES with .xml.gz names (OPUS), tokens set apart by spaces', async () => {
    const document = await good({
      'en-vi.xml': `<?xml version="1.0"?><!DOCTYPE cesAlign PUBLIC "-//CES//DTD XML cesAlign//EN" ""><cesAlign version="1.0"><linkGrp fromDoc="en/1.xml.gz" toDoc="vi/1.xml.gz">${link}</linkGrp></cesAlign>`,
      ...texts,
    });
    expect(rows(document)).toEqual([['One. | Two.', 'Một hai .']]);
    expect(langs(document)).toEqual(['en', 'vi']);
    expect(document.units[0]!.sides[0]!.map(({ opens }) => opens)).toEqual([true, false]);
  });

  it('looks the ids up: InterText has toDoc first, with the same attributes', async () => {
    const document = await good({
      'b.xml': `<linkGrp toDoc='en/1.xml' fromDoc='vi/1.xml'><link type='2-1' xtargets='en1 en2;vi1' status='man'/></linkGrp>`,
      ...texts,
    });
    expect(rows(document)).toEqual([['One. | Two.', 'Một hai .']]);
    expect(document.units[0]!.status).toBe('confirmed');
    const turned = await good({
      'b.xml': `<linkGrp toDoc='vi/1.xml' fromDoc='en/1.xml'>${link}</linkGrp>`,
      ...texts,
    });
    expect(langs(turned)).toEqual(['en', 'vi']);
    expect(rows(turned)).toEqual(rows(document));
  });

  it('names the line of an id that is in neither text, and says which text is missing', async () => {
    const links = `<cesAlign><linkGrp fromDoc="en/1.xml.gz" toDoc="vi/1.xml.gz">\n${link}\n<link xtargets="en9;vi1"/></linkGrp></cesAlign>`;
    expect(await read({ 'a.xml': links, ...texts })).toMatchObject({
      error: { code: 'import.unknownId', params: { line: 3, id: 'en9' } },
    });
    expect(await read({ 'a.xml': links, 'en/1.xml': en })).toMatchObject({
      error: { code: 'import.textsMissing' },
    });
  });

  it('reads TEI with corresp, and links over joins', async () => {
    const body = (lang: string, content: string) =>
      `<text xml:lang="${lang}"><body><p>${content}</p></body></text>`;
    const corresp = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><group>${body('en', '<s xml:id="e1">One.</s>')}${body('vi', '<s xml:id="v1" corresp="#e1">Một.</s>')}</group></text></TEI>`;
    expect(rows(await good({ 'a.xml': corresp }))).toEqual([['One.', 'Một.']]);
    const text = (lang: string, s: string) =>
      `<TEI xml:lang="${lang}"><text><body><p>${s}</p></body></text></TEI>`;
    const document = await good({
      'links.xml':
        '<TEI><standOff><linkGrp><link target="en.xml#j vi.xml#v1"/></linkGrp><joinGrp><join xml:id="j" target="en.xml#e1 en.xml#e2"/></joinGrp></standOff></TEI>',
      'en.xml': text('en', '<s xml:id="e1">One.</s><s xml:id="e2">Two.</s>'),
      'vi.xml': text('vi', '<s xml:id="v1">Một hai.</s>'),
    });
    expect(rows(document)).toEqual([['One. | Two.', 'Một hai.']]);
  });
});

describe('XLIFF from elsewhere', () => {
  it('reads 1.2 with groups, alternatives and inline elements', async () => {
    const file = `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="en" target-language="vi-VN" original="a" datatype="plaintext"><body><group><trans-unit id="1"><source>A <g id="1">big</g> <x id="2"/>dog</source><seg-source><mrk mtype="seg">no</mrk></seg-source><target>Con <mrk mtype="term">chó</mrk> to</target><alt-trans><source>x</source><target>y</target></alt-trans></trans-unit></group></body></file></xliff>`;
    const document = await good({ 'a.xlf': file });
    expect(rows(document)).toEqual([['A big dog', 'Con chó to']]);
    expect(langs(document)).toEqual(['en', 'vi-VN']);
    expect(document.units[0]!.status).toBeNull();
  });

  it('reads each segment of a 2.0 unit', async () => {
    const file = `<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="vi"><file id="f"><unit id="u"><segment id="a" state="final"><source>One <pc id="1">x</pc></source><target>Một</target></segment><ignorable><source> </source></ignorable><segment><source>Two</source></segment></unit></file></xliff>`;
    const document = await good({ 'a.xlf': file });
    expect(rows(document)).toEqual([
      ['One x', 'Một'],
      ['Two', ''],
    ]);
    expect(document.units.map(({ status }) => status)).toEqual(['approved', null]);
  });
});

describe('JSON Lines from elsewhere', () => {
  it('reads translations, and flat rows', async () => {
    expect(
      rows(
        await good({
          'a.jsonl': '{"translation":{"en":"One","vi":"Một"}}\n{"translation":{"en":"Two","vi":null}}',
        }),
      ),
    ).toEqual([
      ['One', 'Một'],
      ['Two', ''],
    ]);
    expect(rows(await good({ 'a.jsonl': '{"id":7,"en":"One","vi":"Một","note":"x"}\n' }))).toEqual([
      ['One', 'Một'],
    ]);
  });

  it('names the line that is broken', async () => {
    const rest = '{"translation":{"en":"One","vi":"Một"}}\n';
    expect(await read({ 'a.jsonl': `${rest}{"translation":{"en":"Tw` })).toMatchObject({
      error: { code: 'import.brokenLine', params: { line: 2, reason: 'json' } },
    });
    expect(await read({ 'a.jsonl': `${rest}{"x":1}` })).toMatchObject({
      error: { code: 'import.brokenLine', params: { line: 2, reason: 'unit' } },
    });
  });
});

describe('hostile files', () => {
  it.each([100, 300_000, 1_500_000])(
    'says of a file of %i characters that it ends within one',
    async (chars) => {
      const whole = new TextEncoder().encode(tmx(`<tu>${tuv('vi', `${'Một, hai.\n'.repeat(chars / 10)}ở`)}`));
      const end = whole.lastIndexOf(0xe1);
      const name = 'a.tmx';
      for (const encoding of [undefined, 'utf-8'])
        expect(await readAligned([{ name, bytes: whole.subarray(0, end + 2) }], { encoding })).toMatchObject({
          ok: false,
          error: { code: 'import.cutOff', params: { offset: end } },
        });
    },
  );

  const file = (body: string) => tmx(`<tu>${tuv('en', body)}${tuv('vi', 'x')}</tu>`);
  it.each([
    [
      'a bomb of entities',
      `<!DOCTYPE t [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${file('&b;')}`,
      'import.brokenXml',
    ],
    [
      'an external entity',
      `<!DOCTYPE t [<!ENTITY a SYSTEM "file:///etc/passwd">]>${file('&a;')}`,
      'import.brokenXml',
    ],
    ['a thousand elements deep', file('<hi>'.repeat(1000)), 'import.brokenXml'],
    ['a control character', file('\u0001'), 'import.brokenXml'],
    ['half a file', file('One').slice(0, -20), 'import.brokenXml'],
    ['a paragraph without end', file('x'.repeat(200_000)), 'import.paragraphTooLong'],
    ['one language', tmx(`<tu>${tuv('en', 'One')}</tu>`), 'import.oneLanguage'],
    ['nothing', '', 'import.empty'],
    ['only blanks', tmx(`<tu>${tuv('en', ' ')}${tuv('vi', '\n')}</tu>`), 'import.empty'],
    ['XML without links', '<TEI><text><p>x</p></text></TEI>', 'import.notAligned'],
    ['many columns', `${'a,'.repeat(100)}a\n`.repeat(3), 'import.tooManyLanguages'],
  ])('refuses %s', async (_, content, code) => {
    expect(await read({ 'a.tmx': content })).toMatchObject({ ok: false, error: { code } });
  });

  it('bounds what an archive unpacks to, whatever it says', async () => {
    const bomb = zipSync({ 'a.tmx': new Uint8Array(220 * 1024 * 1024) }, { level: 9 });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await read({ 'a.zip': bomb })).toMatchObject({ error: { code: 'import.unpacksTooLarge' } });
    expect(await read({ 'a.tmx.gz': gzipSync(new Uint8Array(220 * 1024 * 1024)) })).toMatchObject({
      error: { code: 'import.unpacksTooLarge' },
    });
  }, 120_000);

  it('refuses archives that are cut off, and takes names that climb for names', async () => {
    const whole = zipSync({
      '../../c.en': strToU8('One\n'.repeat(100)),
      '/etc/c.vi': strToU8('Một\n'.repeat(100)),
    });
    expect(rows(await good({ 'a.zip': whole }))).toHaveLength(100);
    expect(await read({ 'a.zip': whole.slice(0, 60) })).toMatchObject({
      error: { code: 'import.brokenArchive' },
    });
    expect(await read({ 'a.gz': gzipSync(strToU8('x'.repeat(999))).slice(0, 20) })).toMatchObject({
      error: { code: 'import.brokenArchive' },
    });
  });
});

describe('coverTexts', () => {
  it('covers both texts once and in order, whatever the links', () => {
    const { runs } = coverTexts(
      [
        { source: [4], target: [0, 1], data: 1 },
        { source: [1, 2], target: [3], data: 2 },
        { source: [0], target: [], data: 3 },
      ],
      6,
      5,
    );
    expect(runs.map(({ i0, i1, j0, j1 }) => [i0, i1, j0, j1])).toEqual([
      [0, 1, 0, 0],
      [1, 5, 0, 4],
      [5, 6, 4, 4],
      [6, 6, 4, 5],
    ]);
  });
});
