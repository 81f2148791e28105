import { describe, expect, it } from 'vitest';
import { joinSegments } from '@/lib/formats/joinSegments';
import { contentOf } from '@/tests/fixtures/formats/contentOf';
import { collectBytes, header, unit } from '@/tests/fixtures/formats/units';
import type { ExportHeader, ExportUnit } from './ExportUnit';
import { EXPORT_FORMATS, type ExportFormatId } from './formats';
import type { WriteOptions } from './WriteOptions';
import { emptyReport } from './WriteReport';
import { writeAlignment } from './writeAlignment';

/** What each option does in each format; where a format has no place for something, that is said here. */
type Has = {
  /** The ids of units: on wish, always, or not at all. */
  ids: 'wish' | 'always' | 'never';
  /** Our own words for statuses, on wish. */
  status: boolean;
  /** Confidence: on wish, always (a ladder has no rung without a score), or not at all. */
  confidence: 'wish' | 'always' | 'never';
  reason: boolean;
  /** Who changed it and when, on wish. */
  changes: boolean;
};
const ALL: Has = { ids: 'wish', status: true, confidence: 'wish', reason: true, changes: true };
const LINKS: Has = { ids: 'never', status: false, confidence: 'never', reason: false, changes: false };
const HAS: Record<ExportFormatId, Has> = {
  tmx: ALL,
  tsv: ALL,
  csv: ALL,
  'sheet-csv': ALL,
  xlsx: ALL,
  json: ALL,
  jsonl: ALL,
  hf: ALL,
  parquet: ALL,
  xliff2: { ...ALL, ids: 'always' },
  xliff1: { ...ALL, ids: 'always' },
  moses: ALL,
  xces: { ...LINKS, confidence: 'wish' },
  intertext: LINKS,
  tei: { ...LINKS, status: true, confidence: 'wish', reason: true },
  hunalign: { ...LINKS, confidence: 'always' },
};

const change = { by: ['Lan Anh', 'Ion'], at: '2026-11-21T04:05:06.000Z' };
const side = (lang: string, ...words: string[]) => ({
  lang,
  text: joinSegments(words),
  segments: words.length,
  parts: words.map((text, k) => ({ text, opens: k === 0 })),
});
const UNITS: ExportUnit[] = [
  {
    ...unit('first-id', { en: 'First.', vi: 'Đầu.' }, { status: 'self-reviewed', confidence: 0.4321 }),
    change,
  },
  { ...unit('lone-id', { en: 'Lone source.', vi: null }, { reason: 'omitted', confidence: 0.4321 }), change },
  { ...unit('added-id', { en: null, vi: 'Lẻ đích.' }, { reason: 'added', confidence: 0.4321 }), change },
  {
    ...unit(
      'many-id',
      {},
      { texts: [side('en', 'Many a.', 'Many b.'), side('vi', 'Nhiều.')], confidence: 0.4321 },
    ),
    change,
  },
];
const PAIR: ExportHeader = { ...header, langs: ['en', 'vi'] };

/** One unit or segment a line, and nothing to quote it with. */
const LINE_FORMATS = ['tsv', 'moses', 'hunalign', 'sheet-csv', 'hf', 'jsonl'];
/** What `str.splitlines` ends a line at; JSON keeps the last three, which its readers never split at. */
const PYTHON_ENDS = '\r\n|[\n\r\v\f\x1c-\x1e';
const pythonLines = (content: string): string[] =>
  content.split(new RegExp(`${PYTHON_ENDS}${content.startsWith('{') ? '' : '\x85\u2028\u2029'}]`, 'u'));

async function written(id: string, options: WriteOptions, about = PAIR, units = UNITS) {
  const report = emptyReport(about.langs);
  const chunks = await writeAlignment(about, units, id, { ...options, report });
  if (!chunks.ok) throw new Error(chunks.error.code);
  return { content: await contentOf(await collectBytes(chunks.value)), report };
}

describe.each(EXPORT_FORMATS.map((format) => [format.id, format] as const))('%s', (id, format) => {
  const has = HAS[id as ExportFormatId];

  it('keeps or leaves out what has no counterpart, and counts it', async () => {
    const kept = await written(id, { nulls: 'keep' });
    expect(kept.content).toContain('Lone source.');
    expect(kept.content).toContain('Lẻ đích.');
    expect(kept.report).toMatchObject({ units: 4, leftOut: { null: 0 } });
    const without = await written(id, { nulls: 'leaveOut' });
    expect(without.content).not.toMatch(/Lone source|Lẻ đích/u);
    expect(without.report).toMatchObject({ units: 2, leftOut: { null: 2 } });
    const usual = await written(id, {});
    expect(usual.report.units).toBe(format.holdsNulls ? 4 : 2);
  });

  it('has language tags as they are, or with the region', async () => {
    const plain = (await written(id, {})).content;
    const region = (await written(id, { languageTags: 'region' })).content;
    expect(plain).not.toMatch(/vi-VN|en-US/u);
    for (const tag of ['vi-VN', 'en-US']) expect(region).toContain(tag);
    expect(plain + region).not.toMatch(/vi_VN|en_US/u);
  });

  it('has tags with hyphens however a project writes them, and no byte order mark that nobody asked for', async () => {
    const about = { ...PAIR, referenceLang: 'en_US', langs: ['en_US', 'vi_VN'] };
    const units = UNITS.map((one) => ({
      ...one,
      texts: one.texts.map((text) => ({ ...text, lang: text.lang === 'en' ? 'en_US' : 'vi_VN' })),
    }));
    const { content } = await written(id, {}, about, units);
    expect(content).toMatch(/vi-VN/u);
    expect(content).not.toMatch(/vi_VN|en_US/u);
    // By that mark Excel knows UTF-8, and everything else takes it for a letter.
    expect(content.startsWith('\ufeff')).toBe(id === 'sheet-csv');
  });

  it('has ids on wish', async () => {
    const [on, off] = [await written(id, {}), await written(id, { ids: false })];
    expect(on.content.includes('first-id')).toBe(has.ids !== 'never');
    expect(off.content.includes('first-id')).toBe(has.ids === 'always');
  });

  it('has status, confidence and reason on wish', async () => {
    const on = (await written(id, { properties: true, nulls: 'keep' })).content;
    const off = (await written(id, { properties: false, nulls: 'keep' })).content;
    const told = (content: string, word: string | RegExp) => content.search(word) >= 0;
    const own = id === 'tei' ? /ana="#status\.self-reviewed"/u : 'self-reviewed';
    expect([told(on, own), told(off, own)]).toEqual([has.status, false]);
    expect([told(on, '0.4321'), told(off, '0.4321')]).toEqual([
      has.confidence !== 'never',
      has.confidence === 'always',
    ]);
    expect([told(on, 'omitted'), told(off, 'omitted')]).toEqual([has.reason, false]);
  });

  it('says who changed what and when on wish', async () => {
    const on = (await written(id, { changes: true })).content;
    const off = (await written(id, { properties: true })).content;
    const at = id === 'tmx' ? 'changedate="20261121T040506Z"' : '2026-11-21T04:05:06.000Z';
    for (const word of ['Lan Anh', 'Ion', at]) expect(on.includes(word), word).toBe(has.changes);
    expect(off).not.toMatch(/Lan Anh|04:05:06|T040506Z/u);
  });

  it('has units in the order they come in', async () => {
    const { content } = await written(id, { nulls: 'keep' });
    for (const words of [
      ['First.', 'Lone source.', 'Many a.'],
      ['Đầu.', 'Lẻ đích.', 'Nhiều.'],
    ]) {
      const places = words.map((word) => content.indexOf(word));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
  });

  it('holds several segments joined, or one by one where it holds the texts', async () => {
    const { content } = await written(id, {});
    expect(content.includes('Many a. Many b.')).toBe(!('holdsTexts' in format));
    expect(content).toMatch(/Many a\..*Many b\./su);
  });

  it('has one line for what is one line, whoever splits it', async () => {
    if (!LINE_FORMATS.includes(id)) return;
    const breaks = '\t \n \r \r\n \u000b \u000c \u001c \u001d \u001e \u0085 \u2028 \u2029 \0';
    const units = [
      unit('1', { en: `a ${breaks} b`, vi: `c ${breaks} d` }),
      unit(`2 ${breaks}`, { en: 'e', vi: 'f' }),
    ];
    const lines = async (some: ExportUnit[]) =>
      pythonLines((await written(id, { properties: true }, PAIR, some)).content).length;
    expect(await lines(units)).toBe(await lines([UNITS[0], UNITS[0]]));
  });

  it('tells documents apart where it can hold several', async () => {
    if (!format.holdsDocuments) return;
    const about = { ...PAIR, documents: ['Doc A', 'Doc B'] };
    const units = [
      { ...UNITS[0], document: 0 },
      { ...UNITS[3], document: 1 },
    ];
    const { content } = await written(id, {}, about, units);
    if (id === 'xces') expect(content.match(/<linkGrp /gu)).toHaveLength(2);
    else for (const title of about.documents) expect(content).toContain(title);
  });
});
