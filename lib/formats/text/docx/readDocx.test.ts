import { describe, expect, it } from 'vitest';
import { buildDocx, type DocxParts, p } from '@/tests/fixtures/formats/buildDocx';
import { Archive } from '../archive/Archive';
import { readDocx } from './readDocx';

const readBytes = (bytes: Uint8Array) => {
  const archive = Archive.open(bytes, 'docx');
  return archive.ok ? readDocx(archive.value) : archive;
};

function read(parts: DocxParts) {
  const draft = readBytes(buildDocx(parts));
  if (!draft.ok) throw new Error(JSON.stringify(draft.error));
  return draft.value;
}
const paragraphs = (body: string) => read({ body }).paragraphs;

describe('readDocx', () => {
  it('reads paragraphs, headings and lists in order and leaves out empty ones', () => {
    const body = [
      p('Tiêu đề', '<w:pStyle w:val="Title"/>'),
      p(''),
      p(' một  hai '),
      p('•', '<w:numPr/>'),
      '<w:p/>',
    ].join('');
    expect(read({ body })).toMatchObject({ paragraphs: ['Tiêu đề', ' một  hai ', '•'], title: 'Tiêu đề' });
  });

  it('joins runs and turns elements that are characters into characters', () => {
    expect(
      paragraphs(
        '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/></w:r>' +
          '<w:hyperlink><w:r><w:t>c</w:t><w:noBreakHyphen/><w:softHyphen/><w:sym w:font="X" w:char="00E9"/></w:r></w:hyperlink></w:p>',
      ),
    ).toEqual(['a\tb\nc\u2011\u00adé']);
  });

  it('drops white space at the ends of w:t unless it is preserved', () => {
    expect(
      paragraphs('<w:p><w:r><w:t>\n  a </w:t><w:t xml:space="preserve"> b &amp; c </w:t></w:r></w:p>'),
    ).toEqual(['a b & c ']);
  });

  it('reads tables cell by cell', () => {
    const cell = (text: string) => `<w:tc>${p(text)}</w:tc>`;
    expect(
      paragraphs(`<w:tbl><w:tr>${cell('1')}${cell('2')}</w:tr><w:tr>${cell('3')}${cell('4')}</w:tr></w:tbl>`),
    ).toEqual(['1', '2', '3', '4']);
  });

  it('reads tables in cells, content controls and links where they stand', () => {
    const inner = `<w:tbl><w:tr><w:tc>${p('2a')}</w:tc><w:tc>${p('2b')}</w:tc></w:tr></w:tbl>`;
    const control = `<w:sdt><w:sdtPr><w:alias w:val="no text"/></w:sdtPr><w:sdtContent>${p('4')}</w:sdtContent></w:sdt>`;
    expect(
      paragraphs(
        `<w:tbl><w:tr><w:tc>${p('1')}</w:tc><w:tc>${inner}${p('3')}</w:tc></w:tr></w:tbl>${control}` +
          '<w:p><w:smartTag><w:r><w:t>5</w:t></w:r></w:smartTag><w:sdt><w:sdtContent><w:r><w:t>6</w:t></w:r></w:sdtContent></w:sdt></w:p>',
      ),
    ).toEqual(['1', '2a', '2b', '3', '4', '56']);
  });

  it('leaves out rows of a table that were deleted', () => {
    const gone = '<w:rPr><w:del w:id="1"/></w:rPr>';
    const deleted = (text: string) =>
      `<w:tc><w:p><w:pPr>${gone}</w:pPr><w:del w:id="1"><w:r><w:delText>${text}</w:delText></w:r></w:del></w:p></w:tc>`;
    expect(
      paragraphs(
        `<w:tbl><w:tr><w:tc>${p('a')}</w:tc><w:tc>${p('b')}</w:tc></w:tr><w:tr><w:trPr><w:del w:id="1"/></w:trPr>${deleted('x')}${deleted('y')}</w:tr></w:tbl>${p('c')}`,
      ),
    ).toEqual(['a', 'b', 'c']);
  });

  it('takes tracked changes as accepted', () => {
    expect(
      paragraphs(
        '<w:p><w:r><w:t>keep</w:t></w:r><w:del><w:r><w:delText> gone</w:delText></w:r></w:del>' +
          '<w:ins><w:r><w:t xml:space="preserve"> new</w:t></w:r></w:ins><w:moveFrom><w:r><w:t> away</w:t></w:r></w:moveFrom>' +
          '<w:moveTo><w:r><w:t xml:space="preserve"> here</w:t></w:r></w:moveTo></w:p>',
      ),
    ).toEqual(['keep new here']);
  });

  it('joins paragraphs whose mark was deleted', () => {
    const deleted = '<w:rPr><w:del w:id="1"/></w:rPr>';
    expect(paragraphs(p('one ', deleted) + p('two') + p('three', deleted))).toEqual(['one two', 'three']);
    expect(paragraphs(p('a', '<w:rPr><w:ins w:id="1"/></w:rPr>') + p('b'))).toEqual(['a', 'b']);
  });

  it('reads text boxes once, after the paragraph they hang on', () => {
    const box = (content: string) => `<w:txbxContent>${content}</w:txbxContent>`;
    expect(
      paragraphs(
        `<w:p><w:r><w:t>outer</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps">${box(p('box'))}</mc:Choice>` +
          `<mc:Fallback>${box(p('box'))}</mc:Fallback></mc:AlternateContent><w:t> end</w:t></w:r></w:p>` +
          `<w:p><w:r><mc:AlternateContent><mc:Fallback>${box(p('only'))}</mc:Fallback></mc:AlternateContent></w:r></w:p>`,
      ),
    ).toEqual(['outerend', 'box', 'only']);
  });

  it('leaves out hidden text, as old translation programs leave it behind', () => {
    const run = (text: string, properties = '') =>
      `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    expect(
      paragraphs(
        `<w:p>${run('{0&gt;Source&lt;}0{&gt;', '<w:vanish/>')}${run('Đích')}${run('&lt;0}', '<w:b/><w:vanish w:val="true"/>')}</w:p>` +
          `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run('shown', '<w:vanish w:val="0"/>')}</w:p>`,
      ),
    ).toEqual(['Đích', 'shown']);
  });

  it('takes page breaks for line breaks only inside a paragraph', () => {
    const br = '<w:br w:type="page"/>';
    expect(
      paragraphs(
        `<w:p><w:r>${br}<w:t>one</w:t></w:r></w:p><w:p><w:r><w:t>two</w:t>${br}</w:r></w:p><w:p><w:r>${br}</w:r></w:p><w:p><w:r><w:t>a</w:t>${br}<w:t>b</w:t><w:br/></w:r></w:p>`,
      ),
    ).toEqual(['one', 'two', 'a\nb\n']);
  });

  it('leaves out field codes and ruby, keeps field results and formulas', () => {
    expect(
      paragraphs(
        '<w:p><w:r><w:instrText>PAGEREF x</w:instrText></w:r><w:r><w:t>7</w:t></w:r><w:r><w:ruby><w:rt><w:r><w:t>ka</w:t></w:r></w:rt>' +
          '<w:rubyBase><w:r><w:t>蚊</w:t></w:r></w:rubyBase></w:ruby></w:r><m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath></w:p>',
      ),
    ).toEqual(['7蚊x+1']);
  });

  it('puts footnotes, then endnotes at the end, without their separators', () => {
    const separator = `<w:footnote w:type="separator" w:id="-1">${p('---')}</w:footnote>`;
    const draft = read({
      body: '<w:p><w:r><w:t>text</w:t><w:footnoteReference w:id="1"/></w:r></w:p>',
      footnotes: `${separator}<w:footnote w:id="1">${p('note')}</w:footnote>`,
      endnotes: `<w:endnote w:id="1">${p('end')}</w:endnote>`,
      coreTitle: 'Thuyền',
    });
    expect(draft).toMatchObject({ paragraphs: ['text', 'note', 'end'], title: 'Thuyền' });
  });

  it('reads strict documents, another main part, and UTF-16', () => {
    const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
    expect(read({ body: p('x', '<w:pStyle w:val="Title"/>'), namespace: strict })).toMatchObject({
      paragraphs: ['x'],
      title: 'x',
    });
    expect(read({ body: p('x'), main: 'document2.xml' }).paragraphs).toEqual(['x']);
    const xml =
      '\ufeff<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Việt</w:t></w:r></w:p></w:body></w:document>';
    const utf16 = new Uint8Array(Uint16Array.from(xml, (c) => c.charCodeAt(0)).buffer);
    expect(read({ body: '', extra: { 'word/document.xml': utf16 } }).paragraphs).toEqual(['Việt']);
  });

  it('names the part and the position of broken XML', () => {
    const broken = buildDocx({ body: '<w:p><w:r></w:p>' });
    expect(readBytes(broken)).toMatchObject({
      error: {
        code: 'import.brokenFile',
        params: { part: 'word/document.xml', position: expect.any(Number) },
      },
    });
    const latin = buildDocx({
      body: '',
      extra: { 'word/document.xml': Uint8Array.of(0x3c, 0x61, 0x3e, 0xe9, 0x3c) },
    });
    expect(readBytes(latin)).toMatchObject({ error: { code: 'import.brokenFile' } });
  });
});
