import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEAD_STATUSES, type BeadStatus, NULL_REASONS } from '@/lib/bitext/types';
import { anyText, collectBytes, header, unit } from '@/tests/fixtures/formats/units';
import { type ExportUnit, isNullUnit } from '../ExportUnit';
import { ALIGNED_FORMATS, formatOf } from '../formats';
import { writeAlignment } from '../writeAlignment';
import { readAligned } from './readAligned';

type Holds = {
  text: (text: string) => string;
  /** Characters that the format's reader cannot meet in a text of ours. */
  without?: RegExp;
  id?: boolean;
  status?: (status: BeadStatus) => BeadStatus | null;
  confidence?: boolean;
  reason?: boolean;
  /** What has no counterpart comes reference first. */
  ordersNulls?: boolean;
  langs?: string[];
};

const stored = (text: string) => text.toWellFormed().replaceAll('\0', '\ufffd');
const legal = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: production 2 of XML 1.0
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '\ufffd');
const flat = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the breaks that line formats flatten
  text.toWellFormed().replace(/\r\n|[\u0000\t\n\u000b\u000c\r\u001c-\u001e\u0085\u2028\u2029]/gu, ' ');
const same = (status: BeadStatus) => status;
const ALL = { id: true, status: same, confidence: true, reason: true };
const LINKED = { text: (text: string) => legal(text).trim(), ordersNulls: true, langs: ['en', 'vi'] };

/** What each format keeps of a unit; everything else is lost and said so in the table of formats. */
const FORMATS: Record<string, Holds> = {
  tmx: { ...ALL, text: legal },
  tsv: { ...ALL, text: flat },
  csv: { ...ALL, text: (text) => text.toWellFormed(), without: /\0/u },
  xlsx: { ...ALL, text: stored },
  json: { ...ALL, text: stored },
  jsonl: { ...ALL, text: stored },
  hf: { ...ALL, text: stored },
  parquet: { ...ALL, text: stored },
  xliff2: { ...ALL, text: stored, langs: ['en', 'vi'] },
  xliff1: { ...ALL, text: legal, langs: ['en', 'vi'] },
  moses: { ...ALL, text: flat, without: /\ufeff/u },
  xces: { ...LINKED, confidence: true },
  intertext: {
    ...LINKED,
    status: (status) => (['machine', 'stale', 'proposed'].includes(status) ? 'machine' : 'confirmed'),
  },
  tei: { ...LINKED, status: same, confidence: true, reason: true },
  hunalign: { ...LINKED, text: flat, without: /\ufeff/u },
};

const langsOf = ({ langs = header.langs }: Holds) => langs;
/** Trimmed and joined: what the text of a unit comes to, whatever its segments. */
const joinedText = (parts: readonly { text: string }[]) => parts.map(({ text }) => text.trim()).join(' ');

function expected(units: readonly ExportUnit[], holds: Holds) {
  const langs = langsOf(holds);
  const rows = units
    .map((one) => {
      const sides = langs.map((lang) => {
        const text = one.texts.find((t) => t.lang === lang)?.text ?? '';
        const kept = holds.text(text);
        return kept.trim();
      });
      return {
        id: holds.id ? one.id : null,
        sides,
        status: holds.status?.(one.status) ?? null,
        confidence: holds.confidence ? one.confidence : null,
        reason: holds.reason ? one.reason : null,
      };
    })
    .filter(({ sides }) => sides.some((side) => side !== ''));
  return holds.ordersNulls ? nullsInOrder(rows) : rows;
}

function nullsInOrder<Row extends { sides: string[] }>(rows: readonly Row[]): Row[] {
  const out: Row[] = [];
  let waiting: Row[] = [];
  for (const row of rows) {
    if (row.sides[0] === '') waiting.push(row);
    else if (row.sides[1] === '') out.push(row);
    else {
      out.push(...waiting, row);
      waiting = [];
    }
  }
  return [...out, ...waiting];
}

const anyUnits = (holds: Holds) =>
  fc
    .array(
      fc.record({
        en: fc.option(anyText, { freq: 4 }),
        vi: fc.option(anyText, { freq: 4 }),
        ro: fc.option(anyText, { freq: 4 }),
        status: fc.constantFrom(...BEAD_STATUSES),
        confidence: fc.option(fc.integer({ min: 0, max: 10_000 }).map((n) => n / 10_000)),
        reason: fc.option(fc.constantFrom(...NULL_REASONS)),
      }),
      { maxLength: 6 },
    )
    .map((rows) => {
      const langs = langsOf(holds);
      const clean = (text: string | null) => {
        const kept =
          text === null || !holds.without ? text : text.replace(new RegExp(holds.without, 'gu'), '');
        // A blank text is none: only such units are written by the export.
        return kept === null || holds.text(kept).trim() === '' ? null : kept;
      };
      const first = unit('first', Object.fromEntries(langs.map((lang) => [lang, `${lang} text`])));
      return [
        first,
        ...rows.map(({ status, confidence, reason, ...texts }, at) => {
          const own = Object.fromEntries(langs.map((lang) => [lang, clean(texts[lang as 'en'])]));
          const made = unit(`id-${at}`, own, { status, confidence });
          return { ...made, reason: isNullUnit(made) ? reason : null };
        }),
      ];
    });

describe('readAligned', () => {
  it('has a round trip for every format that is read and written', () => {
    expect(Object.keys(FORMATS).sort()).toEqual(
      ALIGNED_FORMATS.filter(({ writes }) => writes)
        .map(({ id }) => id)
        .sort(),
    );
  });

  it.each(Object.entries(FORMATS))('gives back %s as it was written', async (id, holds) => {
    await fc.assert(
      fc.asyncProperty(anyUnits(holds), async (units) => {
        const langs = langsOf(holds);
        const chunks = await writeAlignment({ ...header, langs }, units, id, {
          nulls: 'keep',
          properties: true,
        });
        if (!chunks.ok) throw new Error(chunks.error.code);
        const bytes = await collectBytes(chunks.value);
        const name = `x.${formatOf(id as 'tmx').extensions[0]}`;
        const read = await readAligned([{ name, bytes }]);
        if (!read.ok) throw new Error(JSON.stringify(read.error));
        expect(read.value.languages.map(({ lang }) => lang)).toEqual(langs);
        expect(
          read.value.units.map(({ sides, ...rest }) => ({ ...rest, sides: sides.map(joinedText) })),
        ).toEqual(expected(units, holds).map((row) => expect.objectContaining(row)));
      }),
      { numRuns: 60 },
    );
  });
});
