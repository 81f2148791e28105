import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { collect, collectBytes, header, unit } from '@/tests/fixtures/formats/units';
import { EXPORT_FORMATS, FORMATS, findFormat, formatOfFile, IMPORT_ACCEPT, IMPORT_FORMATS } from './formats';
import { joinSegments } from './joinSegments';
import { languageTag } from './languageTag';
import { buildManifest } from './manifest';
import { READERS, WRITERS } from './registry';
import { countLeftOut, emptyReport, leaveOut } from './WriteReport';
import { writeAlignment } from './writeAlignment';

const units = [
  unit('1', { en: 'one', vi: 'một', ro: 'unu' }, { status: 'approved' }),
  unit('2', { en: 'two', vi: null, ro: null }, { status: 'approved' }),
  unit('3', { en: 'three', vi: 'ba', ro: 'trei' }),
];

/** The export in its default shape; of formats for two languages, the first two. */
async function written(id: string): Promise<Uint8Array> {
  const pair = findFormat(id)?.pairOnly
    ? units.map((one) => ({ ...one, texts: one.texts.slice(0, 2) }))
    : units;
  const langs = header.langs.slice(0, pair === units ? 3 : 2);
  const chunks = await writeAlignment({ ...header, langs }, pair, id);
  if (!chunks.ok) throw new Error(chunks.error.code);
  return collectBytes(chunks.value);
}

/** The text of a file, or of all files in it. */
const contentOf = (bytes: Uint8Array) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b
    ? Object.values(unzipSync(bytes))
        .map((file) => strFromU8(file))
        .join('\n')
    : strFromU8(bytes);

describe('writeAlignment', () => {
  it.each(EXPORT_FORMATS.map(({ id }) => id))('writes %s twice to the same bytes', async (id) => {
    const bytes = await written(id);
    expect(contentOf(bytes)).toContain('một');
    expect(await written(id)).toEqual(bytes);
  });

  it('keeps nulls only where the format has a place for them', async () => {
    for (const { id, holdsNulls } of EXPORT_FORMATS) {
      expect(contentOf(await written(id)).includes('two'), id).toBe(holdsNulls);
    }
  });

  it('refuses a format that nothing is written in', async () => {
    for (const id of ['docx', 'nope']) {
      expect(await writeAlignment(header, units, id)).toMatchObject({
        error: { code: 'export.unknownFormat' },
      });
    }
  });

  it('refuses more languages than the format holds', async () => {
    expect(await writeAlignment(header, units, 'xliff2')).toMatchObject({
      error: { code: 'export.pairOnly' },
    });
  });
});

describe('buildManifest', () => {
  it('says what was exported and what was left out and why', async () => {
    const report = emptyReport(header.langs);
    const approved = leaveOut(units, report, ({ status }) => (status === 'approved' ? null : 'status'));
    const chunks = await writeAlignment(header, approved, 'tmx', { report });
    await collect(chunks.ok ? chunks.value : (null as never));
    countLeftOut(report, 'disputed', 4);
    const file = { name: 'a.tmx', format: 'tmx', sha256: 'ab', revision: 7, statuses: ['approved'] };
    expect(buildManifest(header, report, file)).toEqual({
      manifest: 'triptych-export',
      version: 1,
      referenceLang: 'en',
      langs: ['en', 'vi', 'ro'],
      title: 'Anna Karenina',
      createdAt: '2026-11-21T01:02:03.000Z',
      toolVersion: '0.1.0',
      file,
      exported: 1,
      leftOut: { status: 1, null: 1, disputed: 4, stale: 0, manyToMany: 0 },
      perStatus: { approved: 1 },
      perLang: { en: { units: 1, chars: 3 }, vi: { units: 1, chars: 3 }, ro: { units: 1, chars: 3 } },
      replacedCharacters: 0,
      flattenedBreaks: 0,
      guardedCells: 0,
    });
  });
});

describe('registry', () => {
  it('names every format and extension once', () => {
    const ids = FORMATS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const extensions = FORMATS.flatMap((format) => [...format.extensions]);
    expect(new Set(extensions).size).toBe(extensions.length);
  });

  it('finds formats by id and by file name', () => {
    expect(findFormat('tmx')?.name).toBe('TMX 1.4b');
    expect(formatOfFile('C:\\texts\\A.B.TMX')?.id).toBe('tmx');
    expect(formatOfFile('x.htm')?.id).toBe('html');
    expect(formatOfFile('x.csv')?.id).toBe('csv');
    expect(formatOfFile('x.sheet.csv')?.id).toBe('sheet-csv');
    expect(formatOfFile('a.b.moses.zip')?.id).toBe('moses');
    expect(formatOfFile('noextension')).toBeUndefined();
    expect(formatOfFile('dir.tmx/none')).toBeUndefined();
    expect(IMPORT_FORMATS.map(({ id }) => id)).toEqual([
      'txt',
      'md',
      'docx',
      'odt',
      'html',
      'epub',
      'pdf',
      'srt',
      'vtt',
    ]);
    expect(IMPORT_ACCEPT).toContain('.docx');
  });

  it('loads every reader and writer it names', async () => {
    for (const load of [...Object.values(READERS), ...Object.values(WRITERS)]) {
      expect(await load()).toBeTypeOf('function');
    }
    expect(Object.keys(READERS)).toEqual(IMPORT_FORMATS.map(({ id }) => id));
    expect(Object.keys(WRITERS)).toEqual(EXPORT_FORMATS.map(({ id }) => id));
  });
});

describe('joinSegments', () => {
  it('puts one space between segments and none at the ends', () => {
    expect(joinSegments(['  Một. ', '\u00a0Hai\nba.\n'])).toBe('Một. Hai\nba.');
    expect(joinSegments(['', ' ', 'x'])).toBe('x');
    expect(joinSegments([])).toBe('');
  });
});

describe('languageTag', () => {
  it('keeps what is no BCP 47 tag', () => {
    expect(languageTag('x!', 'region')).toBe('x!');
    expect(languageTag('zh_Hant', 'region')).toBe('zh-TW');
  });
});
