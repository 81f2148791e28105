import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildEpub, type EpubParts } from '@/tests/fixtures/formats/buildEpub';
import { readText } from '../readText';
import type { ReadOptions } from '../TextDraft';

async function read(parts: EpubParts, options: ReadOptions = {}) {
  const draft = await readText(buildEpub(parts), options);
  if (!draft.ok) throw new Error(JSON.stringify(draft.error));
  return draft.value;
}
const titles = async (parts: EpubParts) => (await read(parts)).chapters?.map(({ title }) => title);

const BOOK: EpubParts = {
  documents: {
    'cover.xhtml': '<p>Bìa</p>',
    'one.xhtml': '<h1>Một</h1><p>Lời đầu.</p><h2 id="b">Hai</h2><p>Lời sau.</p>',
    'notes.xhtml': '<p>Chú thích</p>',
    'three.xhtml': '<h1>Ba</h1><p>Hết.</p>',
  },
  aside: ['notes.xhtml'],
  contents: [
    ['Một', 'one.xhtml'],
    ['Hai', 'one.xhtml#b'],
    ['Ba', 'three.xhtml'],
  ],
};

describe('readEpub', () => {
  it.each([2, 3] as const)(
    'reads EPUB %i in spine order, chapters by the table of contents',
    async (version) => {
      const { chapters, paragraphs, title, format } = await read({ ...BOOK, version });
      expect({ title, format }).toEqual({ title: 'Sách', format: 'epub' });
      expect(paragraphs).toEqual(['Bìa', 'Một', 'Lời đầu.', 'Hai', 'Lời sau.', 'Ba', 'Hết.']);
      expect(chapters?.map((one) => [one.title, one.opening, one.paragraphCount, one.linear])).toEqual([
        [null, 'Bìa', 1, true],
        ['Một', 'Lời đầu.', 2, true],
        ['Hai', 'Lời sau.', 2, true],
        [null, 'Chú thích', 1, false],
        ['Ba', 'Hết.', 2, true],
      ]);
    },
  );

  it('takes the chapters that are asked for, asides too', async () => {
    const { chapters, paragraphs } = await read(BOOK, { chapters: [3, 4] });
    expect(paragraphs).toEqual(['Hai', 'Lời sau.', 'Chú thích']);
    expect(chapters?.map(({ chosen }) => chosen)).toEqual([false, false, true, true, false]);
    expect(await readText(buildEpub(BOOK), { chapters: [99] })).toMatchObject({
      error: { code: 'import.empty' },
    });
  });

  it('lets a document without a name go on with the chapter before it', async () => {
    const documents = { 'a.xhtml': '<h1>A</h1><p>1</p>', 'a2.xhtml': '<p>2</p>', 'b.xhtml': '<h1>B</h1>' };
    expect(
      await titles({
        documents,
        contents: [
          ['A', 'a.xhtml'],
          ['B', 'b.xhtml'],
        ],
      }),
    ).toEqual(['A', 'B']);
    expect(await titles({ documents })).toEqual(['A', null, 'B']);
  });

  it('tells chapters of one name apart by their parts', async () => {
    const documents = { 'a.xhtml': '<p>1</p>', 'b.xhtml': '<p>2</p>' };
    const contents = [
      ['Phần I', 'p1.xhtml', [['Chương 1', 'a.xhtml']]],
      ['Phần II', 'p2.xhtml', [['Chương 1', 'b.xhtml']]],
    ] as const;
    for (const version of [2, 3] as const)
      expect(await titles({ documents, contents, version })).toEqual([
        'Phần I · Chương 1',
        'Phần II · Chương 1',
      ]);
  });

  it('reads XHTML as XML: elements that close themselves, notes and page numbers out, entities in', async () => {
    const body =
      '<p>a<a id="x"/>&#x1EBF;<a epub:type="noteref" href="#n">1</a><span epub:type="pagebreak" title="2">2</span>&nbsp;b</p><script/><p>c</p>';
    expect((await read({ documents: { 'a.xhtml': body } })).paragraphs).toEqual(['aế\u00a0b', 'c']);
  });

  it('finds its way through names with spaces and folders above', async () => {
    const documents = { '../Text/Chương 1.xhtml': '' };
    const extra = { 'Text/Chương 1.xhtml': '<p>x</p>' };
    expect((await read({ documents, extra })).paragraphs).toEqual(['x']);
  });

  it('says that a book is copy protected, and minds fonts that are not', async () => {
    const encryption = (uri: string, algorithm: string) => ({
      'META-INF/encryption.xml': `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><enc:EncryptedData xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="${uri}"/></enc:CipherData></enc:EncryptedData></encryption>`,
    });
    const aes = 'http://www.w3.org/2001/04/xmlenc#aes128-cbc';
    expect(await readText(buildEpub({ ...BOOK, extra: encryption('OEBPS/one.xhtml', aes) }))).toEqual({
      ok: false,
      error: { code: 'import.encrypted', params: { format: 'epub' } },
    });
    const font = encryption('OEBPS/font.otf', 'http://www.idpf.org/2008/embedding');
    expect((await read({ ...BOOK, extra: font })).paragraphs).toHaveLength(7);
  });

  it('names the part that is missing or broken', async () => {
    const broken = async (extra: Record<string, string>) => {
      const draft = await readText(buildEpub({ ...BOOK, extra }));
      return draft.ok ? null : draft.error;
    };
    expect(await broken({ 'OEBPS/content.opf': 'no package' })).toMatchObject({
      code: 'import.brokenFile',
      params: { format: 'epub', part: 'OEBPS/content.opf' },
    });
    // A broken table of contents is as good as none.
    expect(await broken({ 'OEBPS/nav.xhtml': '<nav' })).toBeNull();
  });

  it('reads a document once, however often the spine names it', async () => {
    const itemref = '<itemref idref="d0"/>';
    const whole = buildEpub({ documents: { 'a.xhtml': '<p>x</p>', 'b.xhtml': '<p>y</p>' } });
    const opf = strFromU8(unzipSync(whole)['OEBPS/content.opf']!).replace(
      '</spine>',
      `${itemref.repeat(9)}</spine>`,
    );
    const bytes = buildEpub({
      documents: { 'a.xhtml': '<p>x</p>', 'b.xhtml': '<p>y</p>' },
      extra: { 'OEBPS/content.opf': opf },
    });
    expect(await readText(bytes)).toMatchObject({ value: { paragraphs: ['x', 'y'] } });
  });
});
