import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { splitUnits } from '@/tests/fixtures/formats/splitUnits';
import { collectBytes, header } from '@/tests/fixtures/formats/units';
import { readAttachment } from '../attach/readAttachment';
import { ALIGNED_FORMATS, type ExportFormatId } from '../formats';
import { jsonItems } from '../json/jsonItems';
import { linesOf } from '../lines/linesOf';
import { tableRecords } from '../table/tableRecords';
import { writeAlignment } from '../writeAlignment';
import { readAligned } from './readAligned';

/** No file of this size may keep anybody waiting. */
const MOST_MS = 5000;
const RUNS = Number(process.env.FUZZ_RUNS ?? 300);
vi.setConfig({ testTimeout: 60 * 60_000 });
const encode = (text: string) => new TextEncoder().encode(text);

/** Bytes and marks that mean something to one reader or another. */
const PIECES = [
  ...[
    '<',
    '>',
    '&x;',
    '&#0;',
    '<!--',
    ']]>',
    '<![CDATA[',
    '<tu>',
    '</tu>',
    '<tuv lang="x">',
    '<seg>',
    '<mrk mtype="seg" mid="1">',
  ],
  ...[
    '<link xtargets="a;b"/>',
    '<linkGrp fromDoc="a" toDoc="b">',
    '"',
    "'",
    ';',
    '\t',
    '\r',
    '\n',
    '\\',
    '\\u0000',
    '{',
    '[',
    '}',
    ']',
  ],
  ...[
    '99999999999',
    '-1',
    '0\t0\n',
    '[0]:[1]',
    '\0',
    '\ufeff',
    '\u2028',
    '_x0000_',
    'PK\u0003\u0004',
    '<!DOCTYPE a [<!ENTITY x "y">]>',
  ],
];
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constant(1e9)),
  put: fc.oneof(fc.uint8Array({ maxLength: 12 }), fc.constantFrom(...PIECES).map(encode)),
  copies: fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constant(5000) }),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function edited(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  let all = bytes;
  for (const { at, cut, put, copies } of edits) {
    const from = Math.floor(at * all.length);
    const rest = all.subarray(Math.min(all.length, from + cut));
    const made = new Uint8Array(from + put.length * copies + rest.length);
    made.set(all.subarray(0, from));
    for (let k = 0; k < copies; k++) made.set(put, from + k * put.length);
    made.set(rest, from + put.length * copies);
    all = made;
  }
  return all;
}

async function answersWell(files: { name: string; bytes: Uint8Array }[], options = {}): Promise<void> {
  const began = performance.now();
  const read = await readAligned(files, options);
  expect(performance.now() - began).toBeLessThan(MOST_MS);
  if (!read.ok) expect(read.error.code).toMatch(/^import\./u);
  else {
    expect(read.value.units.length).toBeGreaterThan(0);
    for (const { sides } of read.value.units)
      for (const text of sides.flat().map((part) => part.text)) {
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toContain('\0');
      }
  }
  const attached = readAttachment(files, options);
  if (!attached.ok) expect(attached.error.code).toMatch(/^import\./u);
}

const wholes = ALIGNED_FORMATS.filter(({ writes }) => writes).map(({ id }) => id as ExportFormatId);
async function whole(id: ExportFormatId): Promise<Uint8Array> {
  const chunks = await writeAlignment({ ...header, langs: ['en', 'vi'] }, splitUnits, id, {
    properties: true,
    nulls: 'keep',
  });
  if (!chunks.ok) throw new Error(chunks.error.code);
  return collectBytes(chunks.value);
}

describe('readers of aligned data', () => {
  it.each(wholes)('answer with an error or a document, whatever became of %s', async (id) => {
    const bytes = await whole(id);
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) =>
        answersWell([{ name: 'x', bytes: edited(bytes, edits) }]),
      ),
      { numRuns: RUNS },
    );
  });

  it('answer to any bytes, under any name, packed or not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.constantFrom('a.xml', 'a.en', 'a.vi', 'a.ladder', 'en/1.xml', '../../x', '.ids'),
            fc.uint8Array({ maxLength: 400 }),
          ),
          { minLength: 1, maxLength: 4 },
        ),
        fc.boolean(),
        async (list, packed) => {
          const files = list.map(([name, bytes]) => ({ name, bytes }));
          const zip = zipSync(Object.fromEntries(list));
          await answersWell(packed ? [{ name: 'a.zip', bytes: zip }] : files);
        },
      ),
      { numRuns: RUNS * 2 },
    );
  });

  it('answer to texts made of what they look for, read in any way that can be chosen', async () => {
    const text = fc
      .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 8 })), {
        maxLength: 60,
      })
      .map((parts) => parts.join(''));
    const table = fc.record(
      {
        header: fc.boolean(),
        delimiter: fc.constantFrom('\t', ',', ';', '|', '"', '\n', '\r', 'a'),
        quote: fc.constantFrom('', '"', "'"),
        columns: fc.array(fc.constantFrom('text', 'id', 'status', 'skip'), { maxLength: 4 }),
      },
      { requiredKeys: [] },
    );
    const options = fc.record(
      {
        table,
        alignment: fc.nat(5),
        encoding: fc.constantFrom('utf-8', 'utf-16le', 'tcvn3', 'windows-1258', 'shift_jis', 'no such'),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(text, options, (content, chosen) =>
        answersWell([{ name: 'a', bytes: encode(content) }], chosen),
      ),
      { numRuns: RUNS * 2 },
    );
  });
});

describe('what reads slice by slice', () => {
  /** The same text in slices of any length. */
  const sliced = fc
    .tuple(
      fc.array(
        fc.constantFrom(
          '"',
          ';',
          '\t',
          '\r',
          '\n',
          '\r\n',
          'a',
          'ạ',
          '""',
          '{',
          '}',
          '[',
          ']',
          ',',
          '\\',
          ':',
        ),
        { maxLength: 60 },
      ),
      fc.array(fc.nat(60), { maxLength: 8 }),
    )
    .map(([parts, cuts]) => {
      const text = parts.join('');
      const ends = [...new Set([0, ...cuts.map((cut) => Math.min(cut, text.length)), text.length])].sort(
        (a, b) => a - b,
      );
      return { text, slices: ends.slice(1).map((end, k) => text.slice(ends[k], end)) };
    });
  const source = (slices: string[]) => ({ slices: () => slices });
  it('finds the same records, lines and items wherever the slices end', () => {
    fc.assert(
      fc.property(
        sliced,
        fc.constantFrom(';', '\t'),
        fc.constantFrom('"', ''),
        ({ text, slices }, delimiter, quote) => {
          expect([...tableRecords(slices, { delimiter, quote })]).toEqual([
            ...tableRecords([text], { delimiter, quote }),
          ]);
          expect([...linesOf(source(slices))]).toEqual([...linesOf(source([text]))]);
          expect([...jsonItems([`[${text}`, ...slices])]).toEqual([...jsonItems([`[${text}${text}`])]);
        },
      ),
      { numRuns: 20_000 },
    );
  });
  it('finds lines as split does, and records as RFC 4180 has them', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '"', ';', '\n', '\r', 'ạ', "'"), maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        (rows) => {
          const text = rows
            .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(';'))
            .join('\r\n');
          const read = [...tableRecords([text], { delimiter: ';', quote: '"' })].map(({ fields }) => fields);
          expect(read).toEqual(rows);
        },
      ),
      { numRuns: 20_000 },
    );
  });
});
