import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTmx } from '@/tests/fixtures/formats/parseTmx';
import { collect, header, unit } from '@/tests/fixtures/formats/units';
import { emptyReport } from '../WriteReport';
import { checkDtd } from './checkDtd';

import { writeTmx } from './writeTmx';

const dtd = readFileSync('tests/schemas/tmx14.dtd', 'utf8');
/** Any string of code points, and often the ones that XML, tabs and lines trip over. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '&',
      '<',
      '>',
      '"',
      "'",
      ']]>',
      '\r',
      '\n',
      '\t',
      '\0',
      '\u000b',
      '\ufffe',
      '\ud800',
      '\u2028',
      '👩‍👩‍👧',
      'ê\u0301',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.string({ minLength: 1, maxLength: 5 }),
  ),
});
/** What a round trip may change: characters outside XML 1.0 come back as U+FFFD. */
const legal = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: production 2 of XML 1.0
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '\ufffd');

describe('writeTmx', () => {
  it('writes a document that is valid against the TMX 1.4 DTD', async () => {
    const units = [
      unit('a', { en: 'Tom & “Jerry” <b>', vi: 'Tiếng Việt 👍', ro: 'și țară' }),
      unit('b"<&', { en: 'one', vi: null, ro: 'unu' }, { confidence: null, status: 'approved' }),
      unit('c', { en: 'alone', vi: null, ro: null }, { reason: 'omitted' }),
    ];
    const tmx = await collect(writeTmx(header, units, { properties: true, nulls: 'keep' }));
    expect(checkDtd(tmx, dtd)).toEqual([]);
    expect(tmx).toContain('<tu tuid="b&quot;&lt;&amp;" segtype="sentence">');
    expect(tmx).toContain('<prop type="x-null-reason">omitted</prop>');
    expect(tmx).toContain('creationdate="20261121T010203Z"');
    expect(tmx.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n')).toBe(true);
  });

  it('is valid and empty without units', async () => {
    const tmx = await collect(writeTmx({ ...header, title: '' }, []));
    expect(checkDtd(tmx, dtd)).toEqual([]);
    expect(parseTmx([tmx]).units).toEqual([]);
  });

  it('gives back any Unicode text, save what XML 1.0 cannot hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(anyText, anyText), { maxLength: 5 }),
        anyText,
        async (pairs, title) => {
          const units = pairs.map(([en, vi], at) => unit(`u${at}`, { en, vi }));
          const report = emptyReport();
          const tmx = await collect(writeTmx({ ...header, title }, units, { properties: true, report }));
          expect(checkDtd(tmx, dtd)).toEqual([]);
          const read = parseTmx([tmx]);
          expect(read.sourceLang).toBe('en');
          expect(read.units.map(({ texts }) => texts.map(({ text }) => text))).toEqual(
            pairs.map((pair) => pair.map(legal)),
          );
          expect(report.units).toBe(pairs.length);
          const replaced = [...pairs.flat(), title].join('\n');
          expect(report.replacedCharacters).toBe(
            legal(replaced).split('\ufffd').length - replaced.split('\ufffd').length,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('puts the reference first and leaves out units that pair nothing', async () => {
    const report = emptyReport();
    const units = [
      unit('1', { en: 'one', vi: 'một', ro: 'unu' }),
      unit('2', { en: 'two', vi: null, ro: null }),
      unit('3', { en: null, vi: 'ba', ro: null }),
      unit('4', { en: 'four', vi: null, ro: 'patru' }),
    ];
    const { units: read } = parseTmx([await collect(writeTmx(header, units, { report }))]);
    expect(read.map(({ texts }) => texts.map(({ lang }) => lang))).toEqual([
      ['en', 'vi', 'ro'],
      ['en', 'ro'],
    ]);
    expect(report.leftOut.null).toBe(2);
    expect(report.perLang).toEqual({
      en: { units: 2, chars: 7 },
      vi: { units: 1, chars: 3 },
      ro: { units: 2, chars: 8 },
    });
  });

  it('says of a unit without the reference what its source is', async () => {
    const units = [
      unit('1', { en: 'one', vi: 'một', ro: 'unu' }),
      unit('2', { en: null, vi: 'hai', ro: 'doi' }),
      unit('3', { en: null, vi: null, ro: 'trei' }),
    ];
    const tmx = await collect(writeTmx(header, units, { nulls: 'keep', languageTags: 'region' }));
    expect(tmx.match(/<tu [^>]*>/gu)).toEqual([
      '<tu tuid="1" segtype="sentence">',
      '<tu tuid="2" segtype="sentence" srclang="vi-VN">',
      '<tu tuid="3" segtype="sentence" srclang="ro-RO">',
    ]);
    expect(checkDtd(tmx, dtd)).toEqual([]);
  });

  it('has no date where nobody knows one', async () => {
    const { createdAt: _, ...converted } = header;
    const tmx = await collect(writeTmx(converted, [unit('1', { en: 'one', vi: 'một' })]));
    expect(tmx).not.toContain('creationdate');
    expect(checkDtd(tmx, dtd)).toEqual([]);
  });

  it('states the segment type of each unit', async () => {
    const texts = (en: number, vi: number) => [
      { lang: 'en', text: 'x', segments: en },
      { lang: 'vi', text: 'y', segments: vi },
    ];
    const units = [texts(1, 1), texts(3, 1), texts(3, 2), texts(1, 2)].map((two, at) =>
      unit(String(at), {}, { texts: two }),
    );
    const { units: read } = parseTmx([await collect(writeTmx(header, units))]);
    expect(read.map(({ segmentType }) => segmentType)).toEqual(['sentence', 'paragraph', 'block', 'block']);
  });

  it('writes language tags with hyphens, and with regions on wish', async () => {
    const units = [unit('1', { en: 'a', vi: 'b', pt_BR: 'c' })];
    const plain = parseTmx([await collect(writeTmx(header, units))]);
    expect(plain.units[0].texts.map(({ lang }) => lang)).toEqual(['en', 'vi', 'pt-BR']);
    const region = parseTmx([await collect(writeTmx(header, units, { languageTags: 'region' }))]);
    expect(region.units[0].texts.map(({ lang }) => lang)).toEqual(['en-US', 'vi-VN', 'pt-BR']);
    expect(region.sourceLang).toBe('en-US');
  });

  it('streams: half a million units in chunks, a page of units at a time', async () => {
    let made = 0;
    let ahead = 0;
    function* many() {
      for (; made < 500_000; made++) yield unit(String(made), { en: 'A sentence.', vi: 'Một câu.' });
    }
    let written = 0;
    for await (const chunk of writeTmx(header, many())) {
      written += chunk.split('</tu>').length - 1;
      ahead = Math.max(ahead, made - written);
      expect(chunk.length).toBeLessThan(70_000);
    }
    expect(written).toBe(500_000);
    expect(ahead).toBeLessThan(1001);
  });
});

describe('checkDtd', () => {
  it('finds what a validating reader would', async () => {
    const good = await collect(writeTmx(header, [unit('1', { en: 'a', vi: 'b' })]));
    for (const [from, to] of [
      [' srclang="en"', ''],
      ['version="1.4"', 'version="1.4."'],
      ['segtype="sentence" o-tmf', 'segtype="verse" o-tmf'],
      [' xml:lang="vi"', ''],
      ['<seg>b</seg>', ''],
      ['<seg>b</seg>', '<seg>b</seg><seg>c</seg>'],
      ['<body>', '<body>text'],
      ['<body>', '<body><extra/>'],
      ['</tu>', '<note>late</note></tu>'],
    ]) {
      expect(good).toContain(from);
      expect(checkDtd(good.replace(from, to), dtd), `${from} -> ${to}`).not.toEqual([]);
    }
  });
});

describe('parseTmx', () => {
  it('reads old files and inline codes, and loads nothing from outside', () => {
    const old = `<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.1"><header srclang="en"/><body>
      <tu><tuv lang="EN"><seg>A <bpt i="1">&lt;b&gt;</bpt><hi>bold</hi><ept i="1">&lt;/b&gt;</ept> word</seg></tuv>
      <tuv lang="VI"><seg><![CDATA[x < y]]></seg></tuv></tu></body></tmx>`;
    expect(parseTmx(old.match(/[\s\S]{1,7}/gu)!).units).toEqual([
      {
        id: null,
        segmentType: null,
        texts: [
          { lang: 'EN', text: 'A bold word' },
          { lang: 'VI', text: 'x < y' },
        ],
        properties: [],
      },
    ]);
  });

  it('defines no entities', () => {
    const bomb =
      '<!DOCTYPE tmx [<!ENTITY a "aaaa">]><tmx version="1.4"><body><tu><tuv><seg>&a;</seg></tuv></tu></body></tmx>';
    expect(() => parseTmx([bomb])).toThrow(/entity/u);
  });
});
