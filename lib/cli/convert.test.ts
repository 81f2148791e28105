import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  return { code, said: out.startsWith('{') ? JSON.parse(out) : { help: out } };
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

  it('takes files that belong together, and chooses the format by name or by wish', async () => {
    const [en, vi] = [put('c.en', 'One\nTwo\n'), put('c.vi', 'Một\nHai\n')];
    const done = await convert(en, vi, '--out', path('c.out'), '--to', 'csv');
    expect(done).toMatchObject({ code: 0, said: { from: 'moses', to: 'csv', units: 2 } });
    expect(readFileSync(path('c.out'), 'utf8')).toContain('2,Two,Hai,machine');
    expect((await convert(en, vi, '--out', path('c.moses.zip'))).said).toMatchObject({ to: 'moses' });
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
    [2, 'cli.usage', () => [put('a.tsv', TSV), '--out', path('x.tmx'), '--nulls', 'maybe']],
  ])('answers %i with %s', async (code, error, args) => {
    expect(await convert(...args())).toMatchObject({ code, said: { error: { code: error } } });
  });
});
