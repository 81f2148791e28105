import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, Zip, type ZipInputFile, zipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it, vi } from 'vitest';
import { buildDocx, p } from '@/tests/fixtures/formats/buildDocx';
import { readText } from './readText';
import { MAX_FILE_BYTES } from './TextDraft';

const TOO_LONG_OR_EMPTY = ['import.empty', 'import.paragraphTooLong', 'import.lineTooLong'];
const docx = { fileName: 'a.docx' };

/** A zip of `part`: `piece` over and over; `claim` is what its headers say of its size. */
function bomb(part: string, piece: string, megabytes: number, claim = megabytes * 1024 * 1024): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const unpacked = Buffer.alloc(megabytes * 1024 * 1024, piece);
  unpacked.write('<x>'.padEnd(piece.length - 1)); // One root around it all.
  const packed = deflateRawSync(unpacked, { level: 6 });
  const entry: ZipInputFile = { filename: part, size: claim, crc: 0, compression: 8 };
  zip.add(entry);
  entry.ondata!(null, packed, true);
  zip.end();
  return new Uint8Array(Buffer.concat(chunks));
}

/** What was done, in units that no other load of the machine changes: characters parsed, and memory taken. */
async function worked<T>(run: () => Promise<T>) {
  const parse = vi.spyOn(SaxesParser.prototype, 'write');
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 5);
  try {
    const value = await run();
    peak = Math.max(peak, process.memoryUsage().rss);
    const characters = parse.mock.calls.reduce((sum, [piece]) => sum + String(piece ?? '').length, 0);
    return { value, characters, megabytes: (peak - before) / 1024 / 1024 };
  } finally {
    clearInterval(watch);
    parse.mockRestore();
  }
}

/**
 * How much longer it takes for four times as much, in time of our own on the processor: 4 when it is linear, 16 when it is
 * quadratic. What takes next to no time has no measure, and needs none.
 */
async function growth(run: (share: number) => Promise<unknown>): Promise<number> {
  const seconds = async (share: number) => {
    const start = process.cpuUsage();
    await run(share);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
  await seconds(1 / 16); // Compiled by then.
  const [quarter, whole] = [await seconds(1 / 4), await seconds(1)];
  return whole < 0.5 ? 0 : whole / quarter;
}
const LINEAR = 10;

describe('readText on hostile input', () => {
  it.each([
    ['blanks', 'word/document.xml', '    ', undefined, 0, 'import.unpacksTooLarge'],
    ['blanks, of a size it lies about', 'word/document.xml', '    ', 1000, 5, 'import.brokenFile'],
    [
      'elements, of a size it lies about',
      'word/document.xml',
      `<a>${'x'.repeat(92)}</a>\n`,
      1000,
      17,
      'import.unpacksTooLarge',
    ],
    ['elements in an odt', 'content.xml', `<a>${'x'.repeat(92)}</a>\n`, 1000, 17, 'import.unpacksTooLarge'],
  ])(
    'refuses 600 MB of %s, after a small part and in little memory',
    async (_, part, piece, claim, parsedMb, code) => {
      const packed = bomb(part, piece, 600, claim);
      expect(packed.length).toBeLessThan(10 * 1024 * 1024);
      const { value, characters, megabytes } = await worked(() => readText(packed, {}));
      expect(value).toMatchObject({ ok: false, error: { code, params: { part } } });
      expect(characters).toBeLessThanOrEqual(parsedMb * 1024 * 1024);
      expect(megabytes).toBeLessThan(200);
    },
  );

  it('refuses XML bombs in a docx', async () => {
    const xml = (text: string) =>
      readText(buildDocx({ body: '', extra: { 'word/document.xml': strToU8(text) } }), docx);
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>';
    const external = '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>';
    const undefinedEntity = '<x>&b;</x>';
    for (const text of [laughs, external, undefinedEntity])
      expect(await xml(text)).toMatchObject({
        error: { code: 'import.brokenFile', params: { part: 'word/document.xml' } },
      });
    const attributes = (name: (at: number) => string) =>
      `<a ${Array.from({ length: 3_000_000 }, (_, at) => `${name(at)}="" `).join('')}/>`;
    for (const [text, limit] of [
      ['<a>'.repeat(1_000_000), 128 * 1024],
      [attributes(() => 'b'), 4.5 * 1024 * 1024],
      [attributes((at) => `b${at}`), 4.5 * 1024 * 1024],
    ] as const) {
      const { value, characters } = await worked(() => xml(text));
      expect(value).toMatchObject({ ok: false, error: { params: { part: 'word/document.xml' } } });
      expect(characters).toBeLessThan(limit);
    }
  });

  it('stops counting elements before everybody has to wait, and says that it is too much', async () => {
    const part = strToU8(`<w:document xmlns:w="w"><w:body>${'<w:p/>'.repeat(9_000_000)}`);
    // Not packed: nothing but the number of its elements is wrong with it.
    const { value, characters } = await worked(() =>
      readText(zipSync({ 'word/document.xml': part }, { level: 0 }), docx),
    );
    expect(value).toEqual({
      ok: false,
      error: { code: 'import.unpacksTooLarge', params: { part: 'word/document.xml', limitMb: 22 } },
    });
    expect(characters).toBeLessThan(24 * 1024 * 1024 + 64 * 1024);
  });

  it('finds no way out of the archive by names', async () => {
    const tricks = {
      '../../etc/passwd': strToU8('x'),
      '/word/../word/document.xml': strToU8('<evil/>'),
      'C:\\word\\document.xml': strToU8('<evil/>'),
      __proto__x: strToU8('x'),
    };
    expect(await readText(buildDocx({ body: p('good'), extra: tricks }), docx)).toMatchObject({
      value: { paragraphs: ['good'] },
    });
    const outside = strToU8(
      '<Relationships><Relationship Type="a/officeDocument" Target="../../../etc/passwd"/></Relationships>',
    );
    expect(
      await readText(buildDocx({ body: p('x'), extra: { '_rels/.rels': outside } }), docx),
    ).toMatchObject({
      error: { code: 'import.brokenFile', params: { part: 'etc/passwd' } },
    });
  });

  it('names the place in a docx that was cut off anywhere', async () => {
    const whole = buildDocx({
      body: p('văn bản '.repeat(500)),
      footnotes: `<w:footnote>${p('x')}</w:footnote>`,
    });
    for (let length = 4; length < whole.length; length += 37) {
      const read = await readText(whole.subarray(0, length), docx);
      expect(read).toMatchObject({
        ok: false,
        error: { code: 'import.brokenFile', params: { part: expect.any(String) } },
      });
    }
  });

  it('survives a docx with any bytes changed', async () => {
    const whole = buildDocx({ body: p('text') + p('more') });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const bytes = whole.slice();
          for (const [at, byte] of changes) bytes[at] = byte;
          const read = await readText(bytes, docx);
          if (!read.ok) expect(read.error.code).toMatch(/^import\./u);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('answers any bytes, under any name, with a draft or a code', async () => {
    const names = fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.docx', 'a', undefined);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), names, async (bytes, fileName) => {
        const read = await readText(bytes, { fileName });
        if (read.ok) expect(read.value.paragraphs.every((paragraph) => paragraph.trim() !== '')).toBe(true);
        else expect(read.error.code).toMatch(/^import\./u);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses a megabyte of random bytes as no text', async () => {
    let seed = 1;
    const bytes = Uint8Array.from({ length: 1_000_000 }, () => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed >> 16;
    });
    for (const fileName of ['a.txt', 'a.md', 'a.html']) {
      expect(await readText(bytes, { fileName })).toMatchObject({ error: { code: 'import.binary' } });
    }
    const noZeros = bytes.map((byte) => byte || 1);
    expect(await readText(noZeros, { fileName: 'a.txt' })).toMatchObject({
      error: { code: 'import.binary' },
    });
  });

  it.each(['a.txt', 'a.md', 'a.srt'])(
    'refuses a line without end by its number, and reads on no further: %s',
    async (fileName) => {
      const subtitle = fileName === 'a.srt' ? '00:00:01,000 --> 00:00:02,000' : 'first';
      const bytes = strToU8(`${subtitle}\n${'lâu '.repeat(8_000_000)}`);
      const decode = vi.spyOn(TextDecoder.prototype, 'decode');
      const value = await readText(bytes, { fileName });
      const decoded = decode.mock.calls.length;
      decode.mockRestore();
      expect(value).toEqual({
        ok: false,
        error: { code: 'import.lineTooLong', params: { line: 2, limit: 100_000 } },
      });
      // Slices of 256 KB: a few for each of the looks at its beginning, of 150.
      expect(decoded).toBeLessThan(15);
    },
  );

  it.each([
    ['nested tags', '<b>', 1_000_000, ''],
    ['tables in tables', '<table><tr><td>', 300_000, ''],
    ['attributes', ' a', 300_000, '<p'],
    ['an open comment', '-', 3_000_000, 'x<!--'],
    ['an open script', '<', 3_000_000, '<p>x<script>'],
    ['entities', '&amp', 500_000, ''],
    ['one text in millions of line breaks', '<br>', 700_000, 'x'],
  ])('reads HTML of %s in linear time', async (_, piece, count, before) => {
    const read = async (share: number) => {
      // Attributes of one name would be one.
      const body = Array.from({ length: count * share }, (_, at) => (piece === ' a' ? ` a${at}` : piece));
      const value = await readText(strToU8(`<html>${before}${body.join('')}`), { fileName: 'a.html' });
      if (!value.ok) expect(TOO_LONG_OR_EMPTY).toContain(value.error.code);
    };
    expect(await growth(read)).toBeLessThan(LINEAR);
  });

  it.each([
    ['spaces', ' ', 3_000_000, '', ''],
    ['line ends', '\r\n', 1_000_000, '', ''],
    ['short lines', 'a\n', 400_000, '', ''],
    ['carriage returns', 'a\r\r', 100_000, '', ''],
    ['combining marks', '\u0301', 90_000, 'a', ''],
    ['markdown quotes', '>', 100_000, '', '\n'],
    ['markdown rules', '-|', 45_000, '|', '\n'],
    ['markdown list', '- a\n', 200_000, '', ''],
    ['hash signs', '# ', 45_000, '', 'x'],
  ])('reads plain text and Markdown of %s in linear time', async (_, piece, count, before, after) => {
    for (const fileName of ['a.txt', 'a.md']) {
      const read = async (share: number) => {
        const text = before + piece.repeat(count * share) + after;
        const value = await readText(strToU8(text), { fileName });
        if (!value.ok) expect(TOO_LONG_OR_EMPTY).toContain(value.error.code);
      };
      expect(await growth(read)).toBeLessThan(LINEAR);
    }
  });

  it('refuses more than it can hold', async () => {
    expect(await readText(new Uint8Array(MAX_FILE_BYTES + 1), { fileName: 'a.txt' })).toMatchObject({
      error: { code: 'import.tooLarge', params: { sizeMb: 201, limitMb: 200 } },
    });
    expect(await readText(strToU8('a\n'.repeat(1_000_001)), { fileName: 'a.txt' })).toMatchObject({
      error: { code: 'import.tooManyParagraphs', params: { count: 1_000_001, limit: 1_000_000 } },
    });
  });

  it('knows a zip that is no Word document', async () => {
    const zip = zipSync({ 'a.txt': strToU8('x') });
    expect(await readText(zip, { fileName: 'a.txt' })).toMatchObject({
      error: { code: 'import.binary', params: { kind: 'zip' } },
    });
    expect(await readText(zip, docx)).toMatchObject({
      error: { code: 'import.brokenFile', params: { part: 'word/document.xml' } },
    });
  });
});
