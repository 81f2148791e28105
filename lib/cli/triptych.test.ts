import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDtd } from '@/lib/formats/tmx/checkDtd';
import packageJson from '@/package.json';
import { buildBundle, bundleRows } from '@/tests/fixtures/formats/buildBundle';
import { buildDocx, p } from '@/tests/fixtures/formats/buildDocx';
import { buildEpub } from '@/tests/fixtures/formats/buildEpub';
import { parseTmx } from '@/tests/fixtures/formats/parseTmx';
import { alignFiles } from './alignFiles';
import { main } from './main';

const SAMPLES = 'db/samples/anna-karenina';
const folder = mkdtempSync(join(tmpdir(), 'triptych-cli-'));
const path = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the real program, as `npm run -s triptych -- …` does. */
function triptych(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'lib/cli/triptych.ts', ...args]);
    let out = '';
    let err = '';
    child.stdout.on('data', (data) => {
      out += data;
    });
    child.stderr.on('data', (data) => {
      err += data;
    });
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

/** Runs a command in this process: the same without a second's start. */
async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' };
  const into = (name: 'out' | 'err') => (text: unknown) => {
    written[name] += String(text);
    return true;
  };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(into('out'));
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(into('err'));
  try {
    return { code: await main(args), ...written };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

describe('triptych', () => {
  it('helps on every level', async () => {
    const top = await run('--help');
    expect(top).toMatchObject({ code: 0, err: '' });
    for (const command of ['align', 'convert', 'inspect', 'validate']) {
      expect(top.out).toContain(command);
      const own = await run(command, '--help');
      expect(own).toMatchObject({ code: 0, err: '' });
      expect(own.out).toContain(`triptych ${command}`);
      expect((await run('help', command)).out).toBe(own.out);
    }
  });

  it('says its version', async () => {
    expect(await triptych('--version')).toEqual({ code: 0, out: `${packageJson.version}\n`, err: '' });
  });

  it('answers wrong usage with code 2 and a way to the help', async () => {
    for (const args of [
      [],
      ['nope'],
      ['inspect'],
      ['inspect', 'a', '--as', 'b'],
      ['inspect', '--bogus'],
      ['toString'],
    ]) {
      const { code, out, err } = await run(...args);
      expect(code, args.join(' ')).toBe(2);
      expect(JSON.parse(out)).toMatchObject({ error: { code: 'cli.usage' } });
      expect(err).toContain('--help');
    }
  });
});

describe('triptych inspect', () => {
  beforeAll(() => {
    writeFileSync(path('bad.txt'), Uint8Array.of(0x61, 0x0a, 0x62, 0, 1, 2, 0, 0, 0x63));
    writeFileSync(path('empty.txt'), '');
    writeFileSync(path('cut.docx'), buildDocx({ body: p('x'.repeat(3000)) }).subarray(0, 900));
    writeFileSync(path('good.docx'), buildDocx({ body: p('Xin chào. Tôi là Anna.') + p('Hai.') }));
    writeFileSync(path('latin.txt'), Uint8Array.of(0x63, 0x61, 0x66, 0xe9));
  });

  it.each([
    ['en', 10],
    ['vi', 11],
    ['ro', 5],
  ])('describes the %s sample', async (lang, paragraphs) => {
    const { code, out, err } = await (lang === 'vi' ? triptych : run)('inspect', `${SAMPLES}/${lang}.txt`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const report = JSON.parse(out);
    expect(report).toMatchObject({
      file: `${lang}.txt`,
      bytes: readFileSync(`${SAMPLES}/${lang}.txt`).length,
      format: 'txt',
      encoding: 'utf-8',
      language: lang,
      warnings: expect.any(Array),
    });
    if (lang !== 'en') expect(report.paragraphs).toBe(paragraphs);
    expect(report.sentences).toBeGreaterThan(report.paragraphs);
  });

  it('shows text of an old font, menus and chapters, and reads as it is told', async () => {
    const html =
      '<main><p>Ngöôøi daân ôû Haø Noäi vaãn nhôù nhöõng ñeâm möa.</p></main><footer><p>Home</p></footer>';
    writeFileSync(path('old.html'), `<html><meta charset="utf-8">${html}`);
    expect(JSON.parse((await run('inspect', path('old.html'))).out)).toMatchObject({
      language: 'vi',
      paragraphs: 2,
      boilerplate: { count: 1, leftOut: false },
      fontText: { font: 'vni', count: 1, converted: false, after: expect.stringContaining('Hà Nội') },
      chapters: null,
    });
    const chosen = await run(
      'inspect',
      path('old.html'),
      '--boilerplate',
      'leaveOut',
      '--convert-font',
      'vni',
    );
    expect(JSON.parse(chosen.out)).toMatchObject({
      paragraphs: 1,
      first: [['Người dân ở Hà Nội vẫn nhớ những đêm mưa.']],
      boilerplate: { leftOut: true },
      fontText: { converted: true },
    });
    const titles = ['One', 'Two', 'Three', 'Four'];
    const book4 = buildEpub({
      documents: Object.fromEntries(
        titles.map((title) => [`${title}.xhtml`, `<h1>${title}</h1><p>Text of ${title}.</p>`]),
      ),
      contents: titles.map((title) => [title, `${title}.xhtml`]),
    });
    writeFileSync(path('book.epub'), book4);
    const book = JSON.parse((await run('inspect', path('book.epub'), '--chapters', '2, 4-4')).out);
    expect(book.chapters.map((one: { chosen: boolean }) => one.chosen)).toEqual([false, true, false, true]);
    for (const wrong of ['0', '3-1', 'x', ''])
      expect((await run('inspect', path('book.epub'), '--chapters', wrong)).code).toBe(2);
    expect((await run('inspect', path('book.epub'), '--convert-font', 'abc')).code).toBe(2);
  });

  it('reads a docx and shows its sentences on wish', async () => {
    const { out } = await run('inspect', path('good.docx'), '--texts', '--json');
    expect(JSON.parse(out)).toMatchObject({
      format: 'docx',
      language: 'vi',
      paragraphs: 2,
      sentences: 3,
      texts: [['Xin chào. ', 'Tôi là Anna.'], ['Hai.']],
    });
  });

  it('describes aligned data, and several texts at once', async () => {
    const tsv = path('pair.tsv');
    writeFileSync(tsv, 'id\ten\tvi\tstatus\n1\tOne.\tMột.\tapproved\n2\tTwo.\t\tmachine\n');
    expect(JSON.parse((await run('inspect', tsv)).out)).toMatchObject({
      kind: 'aligned',
      files: ['pair.tsv'],
      format: 'tsv',
      units: 2,
      statuses: { approved: 1, machine: 1 },
      languages: [
        { lang: 'en', segments: 2, missing: 0 },
        { lang: 'vi', segments: 1, missing: 1 },
      ],
      first: [
        { id: '1', texts: ['One.', 'Một.'] },
        { id: '2', texts: ['Two.', null] },
      ],
    });
    const both = await run('inspect', `${SAMPLES}/en.txt`, `${SAMPLES}/ro.txt`);
    expect(JSON.parse(both.out).map(({ language }: { language: string }) => language)).toEqual(['en', 'ro']);
    for (const lang of ['en', 'vi']) writeFileSync(path(`pair.${lang}`), 'One\nTwo\n');
    const moses = await run('inspect', path('pair.en'), path('pair.vi'));
    expect(JSON.parse(moses.out)).toMatchObject({ kind: 'aligned', format: 'moses', units: 2 });
    expect(JSON.parse((await run('inspect', tsv, '--format', 'txt')).out)).toMatchObject({ kind: 'text' });
  });

  it('lists the documents that files hold, and says what belongs together', async () => {
    const table = 'document\ten\tvi\nPart 1\tOne.\tMột.\nPart 2\tTwo.\tHai.\n';
    writeFileSync(path('parts.tsv'), table);
    const told = JSON.parse((await run('inspect', path('parts.tsv'))).out);
    expect(told).toMatchObject({
      units: 2,
      documents: [
        { number: 1, title: 'Part 1', units: 1, languages: ['en', 'vi'], from: ['parts.tsv'] },
        { number: 2, title: 'Part 2', units: 1 },
      ],
    });
    const tmx = (lang: string, en: string) =>
      `<tmx><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>${en}</seg></tuv><tuv xml:lang="${lang}"><seg>x</seg></tuv></tu></body></tmx>`;
    writeFileSync(path('b.en-vi.tmx'), tmx('vi', 'One.'));
    writeFileSync(path('b.en-ro.tmx'), tmx('ro', 'Other.'));
    const apart = JSON.parse((await run('inspect', path('b.en-vi.tmx'), path('b.en-ro.tmx'))).out);
    expect(apart.documents).toHaveLength(2);
    expect(apart.apart).toMatchObject({ lang: 'en', place: 1 });
  });

  it('tells from which unit on a pair of files drifts, and shows the place', async () => {
    const long = (k: number) => k % 2;
    const rows = Array.from({ length: 60 }, (_, k) => [
      `Row ${k} ${'word '.repeat(long(k) ? 3 : 40)}`,
      `Dòng ${k} ${'chữ ấy '.repeat(long(k) ? 3 : 40)}`,
    ]);
    const [en, vi] = [0, 1].map((side) => rows.map((row) => row[side]));
    writeFileSync(path('drift.en'), `${en.join('\n')}\n`);
    writeFileSync(path('drift.vi'), `${[...vi.slice(0, 30), ...vi.slice(31), 'Hết.'].join('\n')}\n`);
    const told = JSON.parse((await run('inspect', path('drift.en'), path('drift.vi'))).out);
    expect(told).toMatchObject({ format: 'moses', units: 60, reference: 0 });
    const [drift] = told.suspicions;
    expect(drift).toMatchObject({ code: 'drift', language: 1, from: 31, count: -1 });
    expect(drift.around.map(({ ordinal }: { ordinal: number }) => ordinal)).toContain(31);
    expect(told.languages[1].lengthRatio).toBeGreaterThan(1);
  });

  it.each([
    ['bad.txt', [], 'import.binary', { kind: 'other', offset: 3 }],
    ['empty.txt', [], 'import.empty', {}],
    ['cut.docx', [], 'import.brokenFile', { part: 'zip' }],
    ['latin.txt', ['--encoding', 'utf-8'], 'import.wrongEncoding', { line: 1, offset: 3 }],
    ['missing.txt', [], 'cli.noFile', { reason: 'missing' }],
    ['.', [], 'cli.noFile', { reason: 'folder' }],
  ])('answers %s with code 1, a code and a sentence', async (name, options, error, params) => {
    const { code, out, err } = await (name === 'bad.txt' ? triptych : run)('inspect', path(name), ...options);
    expect(code).toBe(1);
    const answer = JSON.parse(out);
    expect(answer.error).toMatchObject({ code: error, params });
    expect(err).toBe(`triptych: ${error}: ${answer.error.message}\n`);
  });
});

describe('triptych align', () => {
  const files = ['--source', `${SAMPLES}/en.txt`, '--target', `${SAMPLES}/vi.txt`];

  it('sets two files against each other and says so', async () => {
    const out = path('cli.tmx');
    const done = await triptych('align', ...files, '--target-lang', 'vi', '--out', out);
    expect(done).toMatchObject({ code: 0, out: '' });
    expect(done.err).toContain('en-vi');
    expect(parseTmx([readFileSync(out, 'utf8')]).units).toHaveLength(11);
  });

  it('does the tasks of a file', async () => {
    const task = {
      id: 't',
      lang: 'vi',
      source: ['Hello Anna.', 'Goodbye.'],
      target: ['Chào Anna. Tạm biệt.'],
    };
    writeFileSync(path('tasks.json'), JSON.stringify(task));
    expect(await run('align', '--tasks', path('tasks.json'), '--out', path('pred.json'))).toMatchObject({
      code: 0,
    });
    expect(JSON.parse(readFileSync(path('pred.json'), 'utf8'))).toEqual([
      { id: 't', beads: expect.any(Array) },
    ]);
  });

  it('answers wrong usage and bad input', async () => {
    expect(await run('align', ...files)).toMatchObject({ code: 2 });
    expect(await run('align', '--source', 'x', '--out', 'y')).toMatchObject({ code: 2 });
    const missing = await run(
      'align',
      '--source',
      path('no'),
      '--target',
      path('no'),
      '--out',
      path('x.tmx'),
    );
    expect(missing.code).toBe(1);
    expect(JSON.parse(missing.out)).toMatchObject({ error: { code: 'cli.noFile' } });
  });
});

describe('alignFiles', () => {
  const align = (target: string, out: string) =>
    alignFiles({ source: `${SAMPLES}/en.txt`, target: `${SAMPLES}/${target}.txt`, out: path(out) });

  it('writes a valid TMX of the sample, every translated paragraph once', async () => {
    const aligned = await align('vi', 'vi.tmx');
    expect(aligned).toMatchObject({ ok: true, value: { sourceLang: 'en', targetLang: 'vi' } });
    const tmx = readFileSync(path('vi.tmx'), 'utf8');
    expect(checkDtd(tmx, readFileSync('tests/schemas/tmx14.dtd', 'utf8'))).toEqual([]);
    const { units } = parseTmx([tmx]);
    expect(units).toHaveLength(11);
    expect(units.map(({ texts }) => texts.map(({ lang }) => lang))).toEqual(units.map(() => ['en', 'vi']));
  });

  it('writes TSV and JSON with what has no counterpart', async () => {
    expect(await align('ro', 'ro.tsv')).toMatchObject({ ok: true });
    const lines = readFileSync(path('ro.tsv'), 'utf8').trimEnd().split('\n');
    expect(lines[0]).toBe('id\ten\tro\tstatus\tconfidence\treason');
    expect(lines.filter((line) => line.split('\t')[2] !== '')).toHaveLength(6);
    const json = await align('ro', 'ro.json');
    expect(JSON.parse(readFileSync(path('ro.json'), 'utf8')).units).toHaveLength(
      json.ok ? json.value.units : -1,
    );
  });

  it('writes nothing when something is wrong', async () => {
    expect(await align('vi', 'x.xyz')).toMatchObject({ error: { code: 'export.unknownFormat' } });
    expect(await align('nope', 'x.tmx')).toMatchObject({ error: { code: 'cli.noFile' } });
    expect(await align('vi', 'no/such/folder/x.tmx')).toMatchObject({
      error: { code: 'cli.cannotWrite', params: { reason: 'missing' } },
    });
    expect(() => readFileSync(path('x.tmx'))).toThrow();
  });
});

describe('inspect of a bundle', () => {
  it('says what the import page says of it', async () => {
    writeFileSync(path('small.triptych'), buildBundle(bundleRows()));
    const { code, out } = await run('inspect', path('small.triptych'));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      ...{ kind: 'bundle', file: 'small.triptych', title: 'Small', version: 1, people: ['Thu'] },
      texts: [
        { lang: 'en', isReference: true, statuses: null },
        { lang: 'vi', statuses: { approved: 1, machine: 1 } },
      ],
      ...{ openDisputes: 1, unexplained: 0, rows: { beads: 2, events: 1 } },
    });
  });

  it('names the row that does not fit', async () => {
    const rows = bundleRows();
    writeFileSync(path('gap.triptych'), buildBundle({ ...rows, beads: rows.beads.slice(1) }));
    const { code, out } = await run('inspect', path('gap.triptych'));
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      error: { code: 'import.brokenBundle', params: { reason: 'chain', file: 'beads.jsonl', line: 1 } },
    });
  });
});
