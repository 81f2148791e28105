import { describe, expect, it } from 'vitest';
import {
  BOTH,
  CASES,
  LINKED,
  LINKS,
  lineTexts,
  opus,
  TEXT,
  TEXTS,
  TU,
  tei,
  tmx,
  tuv,
  unit,
  xliff1,
  xliff2,
} from '@/tests/fixtures/formats/findingCases';
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

/** Fires only where the reader of texts is in doubt, which takes a text that fits two encodings. */
const NOT_ALONE: FindingCode[] = ['text.uncertainEncoding'];

/** Sources and targets that are none of the text: what memoQ keeps, and resources of XLIFF 2. */
const BESIDE = '<mq:historical-unit><source/><target state="whatever"/></mq:historical-unit>';
const RESOURCES =
  '<res:resourceData><res:resourceItem id="r"><res:source/><res:target/></res:resourceItem></res:resourceData>';

describe('validateFiles', () => {
  it.each(CASES)('finds %s, and nothing else', async (code, files, ...besides) => {
    expect(await codesOf(files)).toEqual([code, ...besides].sort());
  });

  it('has a case for every rule', () => {
    const covered = new Set(CASES.map(([code]) => code));
    expect(FINDING_CODES.filter((code) => !covered.has(code) && !NOT_ALONE.includes(code))).toEqual([]);
  });

  it('is silent where all is well', async () => {
    const good: Record<string, string>[] = [
      { 'a.tmx': tmx(TU) },
      { 'a.xlf': xliff2(unit('1', BOTH)) },
      { 'a.xliff': xliff1(`<trans-unit id="1">${BOTH}</trans-unit>`) },
      { 'a.xliff': xliff1(`<trans-unit id="1" translate="no"><source>One</source></trans-unit>`) },
      { 'a.xliff': xliff1(`<trans-unit id="1">${BOTH}${BESIDE}</trans-unit>`) },
      { 'a.xlf': xliff2(unit('1', BOTH).replace('<segment>', `${RESOURCES}<segment>`)) },
      {
        'a.xlf': xliff1(`<trans-unit id="1">${BOTH}</trans-unit>`)
          .replaceAll(/<(\/?)(?=\w)/gu, '<$1x:')
          .replace('xmlns', 'xmlns:x'),
      },
      {
        'a.xlf': xliff1(`<trans-unit id="1">${BOTH}</trans-unit>`)
          .replace(/ xmlns="[^"]*"/u, '')
          .replace('"1.2"', '"1.0"'),
      },
      { 'a.tmx': tmx(TU.replace('<tu>', '<tu srclang="ro">').replace('"en"', '"ro"')) },
      { 'a.xml': opus(LINKS), ...TEXTS },
      { 'a.xml': tei(LINKED) },
      { 'a.tsv': 'id\ten\tvi\n1\tOne\tMột\n' },
      { 'a.csv': 'en,vi\r\n"One, ""two""",Một\r\n' },
      { 'c.en': 'One\n', 'c.vi': 'Một\n' },
      { 'a.jsonl': '{"en":"One","vi":"Một"}\n{"en":"Two","vi":"Hai"}\n' },
      { 'l.ladder': '0\t0\t0.5\n1\t1\t0.5\n2\t2\t0\n', ...lineTexts(2) },
      { 'l.vecalign': '[0]:[0]:0.1\n[1]:[1]:0.1\n', ...lineTexts(2) },
      { 'a.txt': TEXT },
    ];
    for (const files of good) expect(await codesOf(files), Object.keys(files)[0]).toEqual([]);
  });

  it('asks for the target language only where there are targets', async () => {
    const source = xliff2(unit('1', '<source>One</source>'), '');
    expect(await codesOf({ 'a.xlf': source })).toEqual(['xliff.noTarget']);
  });

  it('tells missing attributes apart, up to a number', async () => {
    const bare = tmx(TU).replace(/<header[^>]*>/, '<header srclang="en"/>');
    expect((await codesOf({ 'a.tmx': bare })).filter((code) => code === 'tmx.attributeMissing')).toHaveLength(
      6,
    );
    const many = Array.from({ length: 100 }, (_, k) => `x${k}="1"`).join(' ');
    expect(await codesOf({ 'a.tmx': tmx(TU).replace('<tu>', `<tu ${many}>`) })).toHaveLength(21);
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
