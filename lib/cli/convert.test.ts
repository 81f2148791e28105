import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { ALIGNED_FORMATS, EXPORT_FORMATS } from '@/lib/formats/formats';
import { main } from './main';

const folder = mkdtempSync(join(tmpdir(), 'triptych-convert-'));
const path = (name: string) => join(folder, name);
const put = (name: string, content: string) => {
  writeFileSync(path(name), content);
  return path(name);
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

async function convert(...args: string[]): Promise<{ code: number; said: Record<string, unknown> }> {
  let out = '';
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  const code = await main(['convert', ...args]);
  spy.mockRestore();
  return { code, said: /^[{[]/.test(out) ? JSON.parse(out) : { help: out } };
}

const TSV =
  'id\ten\tvi\tstatus\tconfidence\treason\n1\tOne.\tMột.\tapproved\t0.9000\t\n2\tTwo.\t\tconfirmed\t\tomitted\n';

describe('triptych convert', () => {
  it('names all formats in its help', async () => {
    const { code, said } = await convert('--help');
    expect(code).toBe(0);
    for (const { id } of [...ALIGNED_FORMATS, ...EXPORT_FORMATS]) expect(said.help).toContain(id);
  });

  it('goes to another format and comes back the same', async () => {
    const source = put('a.tsv', TSV);
    for (const name of ['b.tmx', 'b.xlf', 'b.xlsx', 'b.jsonl', 'b.csv']) {
      const there = await convert(source, '--out', path(name), '--nulls', 'keep');
      expect(there).toMatchObject({ code: 0, said: { from: 'tsv', units: 2 } });
      expect((await convert(path(name), '--out', path('back.tsv'))).code).toBe(0);
      expect(readFileSync(path('back.tsv'), 'utf8'), name).toBe(TSV);
    }
  });

  it('writes the same bytes for the same input, with the date that was asked for or none', async () => {
    const pair = [put('d.en.txt', 'One.\n\nTwo.\n'), put('d.vi.txt', 'Một.\n\nHai.\n')];
    const written = async (...args: string[]) => {
      expect((await convert(...args, '--out', path('d.tmx'))).code).toBe(0);
      return readFileSync(path('d.tmx'), 'utf8');
    };
    for (const args of [[put('d.tsv', TSV)], [...pair, '--align']]) {
      vi.stubEnv('SOURCE_DATE_EPOCH', '');
      const first = await written(...args);
      expect(first).not.toContain('date=');
      vi.setSystemTime(Date.now() + 86_400_000);
      expect(await written(...args)).toBe(first);
      vi.useRealTimers();
      vi.stubEnv('SOURCE_DATE_EPOCH', '1795225500');
      expect(await written(...args)).toContain(' creationdate="20261121T014500Z"');
    }
    vi.stubEnv('SOURCE_DATE_EPOCH', 'yesterday');
    expect((await convert(...pair, '--align', '--out', path('d.tmx'))).code).toBe(2);
    vi.unstubAllEnvs();
  });

  it('takes files that belong together, and chooses the format by name or by wish', async () => {
    const [en, vi] = [put('c.en', 'One\nTwo\n'), put('c.vi', 'Một\nHai\n')];
    const done = await convert(en, vi, '--out', path('c.out'), '--to', 'csv');
    expect(done).toMatchObject({ code: 0, said: { from: 'moses', to: 'csv', units: 2 } });
    expect(readFileSync(path('c.out'), 'utf8')).toContain('2,Two,Hai,machine');
    expect((await convert(en, vi, '--out', path('c.moses.zip'))).said).toMatchObject({ to: 'moses' });
  });

  it('names the languages of columns that are called otherwise, or after nothing', async () => {
    const named = put('n.csv', 'English;Tiếng Việt\nOne.;Một.\n');
    await convert(named, '--out', path('n.tmx'));
    const [en, vi] = ['en', 'vi'].map((lang) =>
      readFileSync(`db/samples/anna-karenina/${lang}.txt`, 'utf8').split('\n').filter(Boolean),
    );
    const rows = en.slice(0, 8).map((text, k) => `${text}\t${vi[k] ?? ''}`);
    const unnamed = put('u.tsv', `${rows.join('\n')}\n`);
    await convert(unnamed, '--out', path('u.tmx'));
    for (const file of ['n.tmx', 'u.tmx']) {
      const tmx = readFileSync(path(file), 'utf8');
      expect(tmx).toContain('srclang="en"');
      expect(tmx).toContain('xml:lang="vi"');
    }
  });

  it('selects by status, language, shape and order', async () => {
    const source = put(
      's.tsv',
      'id\ten\tvi\tro\tstatus\tconfidence\n1\tOne.\tMột.\tUnu.\tapproved\t0.9\n2\tTwo.\tHai.\tDoi.\tmachine\t0.2\n3\tThree.\tBa.\t\tmachine\t0.1\n',
    );
    const out = path('s.out.tsv');
    const rows = async (...options: string[]) => {
      const done = await convert(source, '--out', out, ...options);
      expect(done.code).toBe(0);
      return readFileSync(out, 'utf8').split('\n').slice(1, -1);
    };
    expect(await rows('--statuses', 'approved')).toHaveLength(1);
    expect(await rows('--langs', 'vi,ro', '--properties', 'no', '--ids', 'no')).toEqual([
      'Một.\tUnu.',
      'Hai.\tDoi.',
      'Ba.\t',
    ]);
    expect((await rows('--order', 'confidence'))[0]).toMatch(/^3\t/);
    const apart = await convert(
      source,
      '--out',
      path('s.tmx'),
      '--pairs',
      'apart',
      '--language-tags',
      'region',
    );
    expect(apart.code).toBe(0);
    expect(readFileSync(path('s.en-US-vi-VN.tmx'), 'utf8')).toContain('xml:lang="vi-VN"');
    expect(readFileSync(path('s.en-US-ro-RO.tmx'), 'utf8')).not.toContain('vi-VN');
    expect(await convert(source, '--out', out, '--langs', 'en,fr')).toMatchObject({
      said: { error: { code: 'text.languageUnknown' } },
    });
  });

  it('joins, marks or leaves out several segments on a side', async () => {
    const unit = {
      id: '1',
      texts: [
        { lang: 'en', text: 'A. B.', segments: 2, parts: ['A.', 'B.'] },
        { lang: 'vi', text: 'C.', segments: 1 },
      ],
    };
    const source = put('m.jsonl', `${JSON.stringify(unit)}\n`);
    const tsv = async (how: string) => {
      await convert(source, '--out', path('m.tsv'), '--many-to-many', how);
      return readFileSync(path('m.tsv'), 'utf8');
    };
    expect(await tsv('join')).toContain('A. B.\tC.');
    expect(await tsv('mark')).toContain('A. ~~~ B.\tC.');
    expect(await tsv('leaveOut')).not.toContain('C.');
  });

  it('writes on standard output, and the report on standard error', async () => {
    const source = put('o.tsv', TSV);
    const folderBefore = readdirSync('.');
    let [out, report] = ['', ''];
    const outSpy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      out += Buffer.from(text as Uint8Array).toString();
      return true;
    });
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      report += String(text);
      return true;
    });
    const code = await main(['convert', source, '--to', 'csv', '--out', '-']);
    outSpy.mockRestore();
    expect(code).toBe(0);
    expect(out).toBe(TSV.replaceAll('\t', ',').replaceAll('\n', '\r\n'));
    expect(JSON.parse(report)).toMatchObject({ to: 'csv', file: '-', units: 2 });
    expect(readdirSync('.')).toEqual(folderBefore);
  });

  it('says what a format leaves out that nobody asked it to', async () => {
    const source = put('l.tsv', TSV);
    const said: string[] = [];
    const leaving = async (...options: string[]) => {
      const done = await convert(source, '--out', path('l.tmx'), ...options);
      said.push(...vi.mocked(process.stderr.write).mock.calls.map(([text]) => String(text)));
      vi.mocked(process.stderr.write).mockClear();
      return done.said;
    };
    expect(await leaving()).toMatchObject({
      leftOut: { null: 1 },
      warnings: [{ code: 'nullsLeftOut', params: { count: 1 } }],
    });
    expect(said.splice(0).join('')).toMatch(/1 without counterpart.*--nulls keep/u);
    expect(await leaving('--nulls', 'leaveOut')).toMatchObject({ leftOut: { null: 1 }, warnings: [] });
    expect(await leaving('--nulls', 'keep')).toMatchObject({ units: 2, warnings: [] });
    expect(said).toEqual([]);
  });

  it('aligns two texts that nobody has aligned', async () => {
    const [en, vi] = ['en', 'vi'].map((lang) => `db/samples/anna-karenina/${lang}.txt`);
    const done = await convert(en, vi, '--align', '--out', path('aligned.tmx'));
    expect(done).toMatchObject({ code: 0, said: { from: 'txt, txt', to: 'tmx', units: 11 } });
    expect(readFileSync(path('aligned.tmx'), 'utf8')).toContain('x-confidence');
  });

  it.each([
    [
      1,
      'import.linesDiffer',
      () => [put('d.en', 'One\n'), put('d.vi', 'Một\nHai\n'), '--out', path('d.tmx')],
    ],
    [1, 'export.unknownFormat', () => [put('a.tsv', TSV), '--out', path('a.nope')]],
    [1, 'cli.noFile', () => [path('missing.tmx'), '--out', path('a.tsv')]],
    [1, 'cli.cannotWrite', () => [put('a.tsv', TSV), '--out', path('no/where.tmx')]],
    [2, 'cli.usage', () => [put('a.tsv', TSV)]],
    [2, 'cli.usage', () => ['--out', path('x.tmx')]],
    [2, 'cli.usage', () => [put('a.tsv', TSV), '--out', '-']],
    [2, 'cli.usage', () => [put('a.tsv', TSV), '--out', '-', '--to', 'tmx', '--pairs', 'apart']],
    [2, 'cli.usage', () => [put('a.tsv', TSV), '--out', path('x.tmx'), '--statuses', 'good']],
    [2, 'cli.usage', () => [put('a.tsv', TSV), '--out', path('x.tmx'), '--align']],
    [2, 'cli.usage', () => [put('a.tsv', TSV), '--out', path('x.tmx'), '--convert-font', 'vni']],
    [2, 'cli.usage', () => [put('a.tsv', TSV), '--out', path('x.tmx'), '--nulls', 'maybe']],
  ])('answers %i with %s', async (code, error, args) => {
    expect(await convert(...args())).toMatchObject({ code, said: { error: { code: error } } });
  });
});
