import { describe, expect, it } from 'vitest';
import type { BeadStatus } from '@/lib/bitext/types';
import { collectBytes, header } from '@/tests/fixtures/formats/units';
import type { ExportUnit, UnitLink } from '../ExportUnit';
import { type ExportFormatId, formatOf } from '../formats';
import { writeAlignment } from '../writeAlignment';
import { readAligned } from './readAligned';

const said = (status: BeadStatus, confidence: number | null = null) => ({ status, confidence, reason: null });
const link = (i0: number, i1: number, j0: number, j1: number, about = said('machine', 0.5)): UnitLink => ({
  ...{ i0, i1, j0, j1 },
  ...about,
});
const side = (lang: string, ...words: string[]) => ({
  lang,
  text: words.join(' ') || null,
  segments: words.length,
  parts: words.map((text, k) => ({ text, opens: k === 0 })),
});

/** English beside Vietnamese, which is one bead confirmed, and Romanian, which is two and one without counterpart. */
const UNITS: ExportUnit[] = [
  {
    id: '1',
    texts: [side('en', 'One.', 'Two.', 'Three.'), side('vi', 'Một hai ba.'), side('ro', 'Unu.', 'Doi.')],
    ...said('machine'),
    links: [
      [link(0, 3, 0, 1, said('confirmed'))],
      [link(0, 1, 0, 1, said('machine', 0.75)), link(1, 2, 1, 2, said('proposed')), link(2, 3, 2, 2)],
    ],
  },
  {
    id: '2',
    texts: [side('en', 'Four.'), side('vi', 'Bốn.'), side('ro', 'Patru.')],
    ...said('machine'),
    links: [[link(0, 1, 0, 1, said('approved'))], [link(0, 1, 0, 1, said('machine', 0.25))]],
  },
  {
    id: '3',
    texts: [side('en', 'Five.'), side('vi', 'Năm.'), side('ro', 'Cinci.')],
    ...said('machine', 0.5),
  },
];

/** Each bead of a translation as it came back: its sides, and what is said of it. */
async function beadsBack(format: ExportFormatId, lang: string) {
  const options = { nulls: 'keep', properties: true, ids: true } as const;
  const written = await writeAlignment({ ...header, langs: ['en', 'vi', 'ro'] }, UNITS, format, options);
  if (!written.ok) throw new Error(written.error.code);
  const bytes = await collectBytes(written.value);
  const read = await readAligned([{ name: `book.${formatOf(format).extensions[0]}`, bytes }]);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const at = read.value.languages.findIndex((one) => one.lang === lang);
  return read.value.units.flatMap(({ sides, links, status, confidence }) => {
    const whole = [{ i0: 0, i1: sides[0].length, j0: 0, j1: sides[at].length, status, confidence }];
    const words = (parts: readonly { text: string }[]) => parts.map(({ text }) => text).join(' ');
    return (links?.[at] ?? whole).map((one) => ({
      beads: `${words(sides[0].slice(one.i0, one.i1))} = ${words(sides[at].slice(one.j0, one.j1))}`,
      status: one.status,
      confidence: one.confidence,
    }));
  });
}

const VI = ['One. Two. Three. = Một hai ba.', 'Four. = Bốn.', 'Five. = Năm.'];
const RO = ['One. = Unu.', 'Two. = Doi.', 'Three. = ', 'Four. = Patru.', 'Five. = Cinci.'];

describe('translations that are aligned otherwise, in one file', () => {
  it.each<ExportFormatId>(['json', 'jsonl', 'tei', 'xces', 'intertext', 'hunalign'])(
    '%s gives each of them its own beads back',
    async (format) => {
      expect((await beadsBack(format, 'vi')).map(({ beads }) => beads)).toEqual(VI);
      expect((await beadsBack(format, 'ro')).map(({ beads }) => beads)).toEqual(RO);
    },
  );

  it.each<ExportFormatId>(['json', 'jsonl', 'tei'])('%s says of each what is known of it', async (format) => {
    const [vi, ro] = [await beadsBack(format, 'vi'), await beadsBack(format, 'ro')];
    expect(vi.map(({ status }) => status)).toEqual(['confirmed', 'approved', 'machine']);
    expect(ro.map(({ status }) => status)).toEqual(['machine', 'proposed', 'machine', 'machine', 'machine']);
    expect(ro.map(({ confidence }) => confidence)).toEqual([0.75, null, 0.5, 0.25, 0.5]);
  });
});
