import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildDocx, p } from '@/tests/fixtures/formats/buildDocx';
import { readText } from './readText';
import type { ReadOptions, TextDraft, WarningCode } from './TextDraft';

async function read(text: string | Uint8Array, options: ReadOptions = {}): Promise<TextDraft> {
  const draft = await readText(typeof text === 'string' ? strToU8(text) : text, options);
  if (!draft.ok) throw new Error(JSON.stringify(draft.error));
  return draft.value;
}
const paragraphs = async (text: string, options?: ReadOptions) => (await read(text, options)).paragraphs;
const sample = (lang: string) => new Uint8Array(readFileSync(`db/samples/anna-karenina/${lang}.txt`));

describe('readText on plain text', () => {
  it('parts paragraphs at blank lines and keeps wrapped lines as typed', async () => {
    expect(await paragraphs('One line\r\nwrapped  here \r\n\r\n \u00a0\t\r\n\tTwo. \n\n\n')).toEqual([
      'One line\r\nwrapped  here ',
      '\tTwo. ',
    ]);
  });

  it('takes every line as a paragraph where no line is blank', async () => {
    for (const end of ['\n', '\r\n', '\r', '\u2028', '\u2029', '\u0085', '\f']) {
      expect(await paragraphs(`one${end}two${end}three`)).toEqual(['one', 'two', 'three']);
    }
  });

  it('says that a table with tabs is one, as Excel writes it', async () => {
    const rows = 'English\tTiếng Việt\r\nOne.\tMột.\r\nTwo.\tHai.\r\n';
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${rows}`, 'utf16le'));
    const codes = async (text: Uint8Array | string) => (await read(text)).warnings.map(({ code }) => code);
    expect(await codes('One.\tMột.\nTwo.\tHai.\n\nThree.\tBa.\r\n')).toEqual(
      expect.arrayContaining(['table', 'mixedLineEnds']),
    );
    expect(await codes(utf16)).toContain('table');
    expect(await codes('\tOne indented.\n\tAnother one.\n\n\tA third.\n')).not.toContain('table');
    expect(await codes('Chapter 1\t5\nOnce upon a time.\nAnd so on.\nThe end.\n')).not.toContain('table');
  });

  it('takes long lines as paragraphs even where blank lines part sections', async () => {
    const line = (at: number) => `${at} ${'word '.repeat(40)}`;
    const draft = await read(
      `Title\n\n${[1, 2, 3, 4, 5].map(line).join('\n')}\n\n${[6, 7].map(line).join('\n')}`,
    );
    expect(draft).toMatchObject({ paragraphStyle: 'line' });
    expect(draft.paragraphs).toHaveLength(8);
    expect(await paragraphs(`a\nb\n\nc`, { paragraphStyle: 'line' })).toEqual(['a', 'b', 'c']);
    expect(await paragraphs(`a\nb`, { paragraphStyle: 'blankLine' })).toEqual(['a\nb']);
  });

  it('takes a paragraph a line when nothing else could be stored, unless it was asked for', async () => {
    const text = 'A line that is as long as all the others in this file are.\n'.repeat(2_000);
    expect(await read(text)).toMatchObject({ paragraphStyle: 'line', paragraphs: { length: 2_000 } });
    expect(await readText(strToU8(text), { paragraphStyle: 'wrapped' })).toMatchObject({
      error: { code: 'import.paragraphTooLong' },
    });
  });

  it('keeps the characters of every paragraph: nothing composed, collapsed or trimmed', async () => {
    const odd = ' ê\u0301  x\u00a0\u200b y\u00ad\ufeff ţ ';
    expect(await paragraphs(`\ufeff${odd}\n\n${odd}`)).toEqual([odd, odd]);
  });

  it('covers any text: paragraphs are slices of it, and all that is not blank is in one of them', async () => {
    const piece = fc.constantFrom(
      'a',
      'Việt',
      ' ',
      '\u00a0',
      '\n',
      '\r',
      '\r\n',
      '\u2028',
      '\f',
      '\u200b',
      '.',
      '👍',
      'e\u0301',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: piece }),
        fc.constantFrom('blankLine' as const, 'line' as const),
        async (text, style) => {
          const draft = await readText(strToU8(`x${text}`), {
            format: 'txt',
            lang: 'en',
            paragraphStyle: style,
          });
          if (!draft.ok) throw new Error(draft.error.code);
          let at = 0;
          for (const paragraph of draft.value.paragraphs) {
            const found = `x${text}`.indexOf(paragraph, at);
            expect(found).toBeGreaterThanOrEqual(at);
            expect(`x${text}`.slice(at, found).replace(/[\s\u200b]/gu, '')).toBe('');
            at = found + paragraph.length;
          }
          expect(`x${text}`.slice(at).replace(/[\s\u200b]/gu, '')).toBe('');
        },
      ),
    );
  });

  it('reads the sample texts', async () => {
    expect(await read(sample('en'))).toMatchObject({ format: 'txt', encoding: 'utf-8', lang: 'en' });
    expect((await read(sample('vi'))).paragraphs).toHaveLength(11);
    expect((await read(sample('ro'))).paragraphs).toHaveLength(5);
  });

  it('warns of what a person should know, with how often and where first', async () => {
    const text =
      'plain\n\nTie\u0302\u0301ng  Vie\u0302\u0323t\u00a0x\n\nşi ţară\u200b\u202e\rlone\n\nodd\u0007\ufffd\r\n\n' +
      'y'.repeat(6000);
    const { warnings } = await read(text, { lang: 'vi', paragraphStyle: 'blankLine' });
    const found = Object.fromEntries(
      warnings.map(({ code, params }) => [code, [params.count, params.paragraph]]),
    );
    expect(found).toEqual({
      loneCr: [1, 0],
      mixedLineEnds: [3, 0],
      nfd: [2, 2],
      zeroWidth: [1, 3],
      bidi: [1, 3],
      nbsp: [1, 2],
      cedilla: [2, 3],
      doubleSpace: [1, 2],
      controlCharacter: [1, 4],
      replacementCharacter: [1, 4],
      longParagraph: [1, 5],
    } satisfies Partial<Record<WarningCode, number[]>>);
  });
});

describe('readText on odd characters inside formats that have paragraphs of their own', () => {
  const found = async (bytes: Uint8Array, fileName: string) =>
    Object.fromEntries(
      (await read(bytes, { fileName, lang: 'vi' })).warnings.map(({ code, params }) => [
        code,
        [params.count, params.paragraph],
      ]),
    );

  it('counts line ends of other programs where they stand inside a paragraph', async () => {
    const expected = { lineSeparator: [2, 2], nextLine: [1, 2], zeroWidth: [1, 2] };
    const odd = 'a\u2028b\u2029c\u0085d\u200be';
    expect(await found(buildDocx({ body: p('x') + p(odd) }), 'a.docx')).toEqual(expected);
    expect(await found(strToU8(`<p>x<p>${odd}`), 'a.html')).toEqual(expected);
  });

  it('counts them once in a plain text that keeps them', async () => {
    const text = strToU8('one\u2028more\rlast\n\nnext');
    expect(await found(text, 'a.txt')).toEqual({
      lineSeparator: [1, 0],
      loneCr: [1, 0],
      mixedLineEnds: [2, 0],
    });
  });
});

describe('readText on Markdown', () => {
  const md = { fileName: 'a.md' };

  it('takes headings, list items, quotes and table rows as paragraphs without their marks', async () => {
    const text = [
      '---\ntitle: "Bìa sách"\nlang: vi\n---',
      '# Chương 1 #\nFirst *line*\nsecond line\n\nUnderlined\n=====\n',
      '- one\n- [x] two\n  more\n1. three\n\n***\n\n> quoted\n> on\n',
      '| a | b |\n|---|:-:|\n| c | d |\n\n```js\nlet x;\n\n# no heading\n```\n#hashtag',
    ].join('\n');
    expect(await read(text, md)).toMatchObject({
      format: 'md',
      title: 'Bìa sách',
      paragraphs: [
        'Chương 1',
        'First *line*\nsecond line',
        'Underlined',
        'one',
        'two\n  more',
        '1. three',
        'quoted\non',
        'a',
        'b',
        'c',
        'd',
        'let x;',
        '# no heading',
        '#hashtag',
      ],
    });
  });

  it('takes the first heading as the title', async () => {
    expect((await read('text\n\n## Tựa\n\nmore', md)).title).toBe('Tựa');
  });
});

describe('readText on HTML', () => {
  it('takes blocks as paragraphs, collapses white space and decodes entities', async () => {
    const html = `<!DOCTYPE html><html lang="vi"><head><title>Tựa &amp; đề</title><style>p{}</style></head>
      <body><nav><p>menu</p></nav><h1> Một   <b>hai</b>\n ba </h1><p>a&nbsp;&nbsp;b<br> c &lt;d&gt; &eacute;</p>
      text <i>loose</i><div>in<div>side</div>after</div><script>if (a < b) "<p>x</p>"</script>
      <table><tr><td>1</td><td>2</td></tr></table><pre>\n  x\n   y\n</pre><ul><li>l<p>m</p></ul><svg><text>s</text></svg><p>end`;
    expect(await read(html, { fileName: 'a.htm' })).toMatchObject({
      format: 'html',
      title: 'Tựa & đề',
      paragraphs: [
        'Một hai ba',
        'a\u00a0\u00a0b\nc <d> é',
        'text loose',
        'in',
        'side',
        'after',
        '1',
        '2',
        '  x\n   y',
        'l',
        'm',
        'end',
      ],
    });
  });

  it('knows HTML without a name', async () => {
    expect((await read('\n<!-- c --><!doctype html><p>x')).format).toBe('html');
    expect((await read('a < b <html>')).format).toBe('txt');
  });

  it('is read in the encoding that it declares', async () => {
    const bytes = strToU8('<meta charset="windows-1251"><p>', true);
    const russian = Uint8Array.of(...bytes, 0xc4, 0xe0);
    expect(await read(russian, { fileName: 'a.html' })).toMatchObject({
      encoding: 'windows-1251',
      paragraphs: ['Да'],
    });
  });

  it('leaves out marks of footnotes and what is hidden', async () => {
    const html =
      '<p>One.<a href="#fn" role="doc-noteref"><sup>1</sup></a> Two.<sup class="reference"><a>[2]</a></sup> x<sup>2</sup></p>' +
      '<div hidden><div>no</div>no</div><p>Note <a role="doc-backlink">↩</a></p>';
    expect(await paragraphs(html, { format: 'html' })).toEqual(['One. Two. x2', 'Note']);
  });

  it('loses no text to an element that is never closed', async () => {
    expect(await paragraphs('<nav>menu</nav><p>a<button>b<p>c<div hidden>d<p>e', { format: 'html' })).toEqual(
      ['ab', 'c', 'd', 'e'],
    );
    expect(await paragraphs('<p>a<script>b<p>c', { format: 'html' })).toEqual(['a']);
  });

  it('forgets an unclosed head when the body starts', async () => {
    expect(await paragraphs('<html><head><meta name="x"><body><p>text</p>')).toEqual(['text']);
  });
});

describe('readText on bad input', () => {
  const code = async (bytes: Uint8Array, options: ReadOptions = {}) => {
    const draft = await readText(bytes, options);
    return draft.ok ? null : draft.error;
  };

  it('refuses what holds no text', async () => {
    for (const text of ['', ' \n\u00a0\r\n\u200b', '\ufeff'])
      expect(await code(strToU8(text))).toEqual({ code: 'import.empty' });
    expect(await code(strToU8('<html><script>x</script>'))).toEqual({ code: 'import.empty' });
    expect(await code(buildDocx({ body: '<w:p/>' }), { fileName: 'a.docx' })).toEqual({
      code: 'import.empty',
    });
  });

  it.each([
    ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]],
    ['doc', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
    ['jpeg', [0xff, 0xd8, 0xff, 0xe0]],
    ['rtf', [...'{\\rtf1'].map((c) => c.charCodeAt(0))],
  ])('says that a file is %s, whatever its name', async (kind, bytes) => {
    for (const fileName of ['a.txt', 'a.docx', undefined]) {
      expect(await code(Uint8Array.from(bytes), { fileName })).toEqual({
        code: 'import.binary',
        params: { kind, offset: 0 },
      });
    }
  });

  it('keeps a text with a stray NUL, and says so', async () => {
    const draft = await read('with a \0 in it, and \0 again');
    expect(draft.paragraphs).toEqual(['with a \ufffd in it, and \ufffd again']);
    expect(draft.warnings).toContainEqual({ code: 'nul', params: { count: 2, paragraph: 0 } });
  });

  it('refuses data that is full of NULs, naming the first', async () => {
    expect(await code(strToU8('café\0\u0001\0\u0001\0\0'))).toEqual({
      code: 'import.binary',
      params: { kind: 'other', offset: 5 },
    });
  });

  it('refuses what is no running text by its name, unless it is asked to', async () => {
    for (const extension of ['tmx', 'tsv', 'xliff', 'json', 'po']) {
      const error = { code: 'import.unknownFormat', params: { extension } };
      expect(await code(strToU8('text'), { fileName: `a.${extension.toUpperCase()}` })).toEqual(error);
    }
    expect((await read('1\ntext', { fileName: 'a.srt', format: 'txt' })).paragraphs).toEqual(['1', 'text']);
    expect((await read('text', { fileName: 'README' })).format).toBe('txt');
    expect((await read('text', { fileName: 'a.odd' })).format).toBe('txt');
  });

  it('reads a docx by its content, and refuses a docx that is none', async () => {
    expect(await read(buildDocx({ body: p('x') }), { fileName: 'a.txt' })).toMatchObject({
      format: 'docx',
      encoding: 'utf-8',
    });
    expect(await code(strToU8('text'), { fileName: 'a.docx' })).toMatchObject({
      code: 'import.brokenFile',
      params: { part: 'zip' },
    });
  });
});
