import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { validateFiles } from '@/lib/formats/validate/validateFiles';
import { CASES } from '@/tests/fixtures/formats/findingCases';
import { findingMessage } from './findingMessages';
import { main } from './main';

const folder = mkdtempSync(join(tmpdir(), 'triptych-validate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const put = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

async function validate(...args: string[]): Promise<{ code: number; out: string }> {
  let out = '';
  const silent = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  const code = await main(['validate', ...args]);
  spy.mockRestore();
  silent.mockRestore();
  return { code, out };
}

const GOOD = 'id\ten\tvi\n1\tOne\tMột\n';
const BAD = 'id\ten\tvi\n1\tOne\tMột\tmore\n2\tTwo\n';

describe('triptych validate', () => {
  it('says nothing and answers 0 when all is well', async () => {
    expect(await validate(put('good.tsv', GOOD))).toEqual({ code: 0, out: '' });
  });

  it('says what is wrong as compilers do, and answers 1', async () => {
    const file = put('bad.tsv', BAD);
    expect(await validate(file)).toEqual({
      code: 1,
      out: `${file}:2: error table.ragged: The row has 4 cells where the first one has 3. (2 times)\n`,
    });
  });

  it('prints JSON for programs', async () => {
    const file = put('bad.tsv', BAD);
    const { code, out } = await validate(file, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      files: [{ name: file, as: 'tsv' }],
      counts: { error: 1, warning: 0, note: 0 },
      findings: [
        {
          code: 'table.ragged',
          severity: 'error',
          message: 'The row has 4 cells where the first one has 3.',
          count: 2,
          places: [
            { file, line: 2, unit: null },
            { file, line: 3, unit: null },
          ],
          params: { expected: 3, found: 4 },
        },
      ],
    });
  });

  it('is as strict as it is told', async () => {
    const file = put('formula.tsv', 'id\ten\tvi\n1\t-One\tMột\n');
    expect((await validate(file)).code).toBe(1);
    expect((await validate(file, '--fail-on', 'error')).code).toBe(0);
  });

  it('takes files that belong together, and what they are', async () => {
    const [en, vi] = [put('c.one', 'One\nTwo\n'), put('c.two', 'Một\n')];
    const { code, out } = await validate(en, vi, '--as', 'moses');
    expect(code).toBe(1);
    expect(out).toContain('moses.lineCount: 1 line here, 2 in');
  });

  it('reads standard input under a name', async () => {
    vi.spyOn(process, 'stdin', 'get').mockReturnValue(
      Readable.from([Buffer.from(BAD)]) as typeof process.stdin,
    );
    expect((await validate('-', '--name', 'x.tsv')).out).toMatch(/^x\.tsv:2: error table\.ragged/);
    vi.restoreAllMocks();
  });

  it.each([
    [2, []],
    [2, ['a', '--as', 'nonsense']],
    [2, ['a', '--fail-on', 'never']],
    [1, [join(folder, 'missing.tmx')]],
  ])('answers %i to %j', async (code, args) => {
    expect((await validate(...args)).code).toBe(code);
  });

  it('has a sentence for everything that is found', async () => {
    for (const [, files] of CASES) {
      const done = await validateFiles(
        Object.entries(files).map(([name, content]) => ({ name, bytes: Buffer.from(content) })),
      );
      if (!done.ok) throw new Error(done.error.code);
      // A missing argument throws.
      for (const finding of done.value.findings) expect(findingMessage(finding)).toMatch(/\S[.]$/);
    }
  });
});
