import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readText } from '../readText';

async function read(html: string, boilerplate?: 'leaveOut') {
  const draft = await readText(strToU8(html), { fileName: 'a.html', boilerplate });
  if (!draft.ok) throw new Error(JSON.stringify(draft.error));
  return draft.value;
}
const paragraphs = async (html: string) => (await read(html)).paragraphs;

describe('readText on HTML as programs write it', () => {
  it('knows the running heads of LibreOffice', async () => {
    const html =
      '<div title="header"><p>Đầu trang</p></div><p>Văn bản.</p><div title="footer"><p><sdfield type=PAGE>2</sdfield></p></div>';
    expect(await read(html)).toMatchObject({
      paragraphs: ['Đầu trang', 'Văn bản.', '2'],
      boilerplate: { count: 2 },
    });
    expect((await read(html, 'leaveOut')).paragraphs).toEqual(['Văn bản.']);
  });

  it('leaves out the bullets that calibre and Word put before items, and the ways back of notes', async () => {
    expect(
      await paragraphs(
        '<div><span class="bullet_">◦ </span><span class="c">Mục con</span></div>' +
          "<p class=MsoListParagraph><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>Mục</p>" +
          '<dl class="footnote"><dt>[<a href="#b">←1</a>]</dt><dd><p>Lời chú.</p></dd></dl><p>[←1]</p>',
      ),
    ).toEqual(['Mục con', 'Mục', 'Lời chú.', '[←1]']);
  });

  it('leaves out what Wikipedia puts between the words of an article', async () => {
    expect(
      await paragraphs(
        '<h2>Tiểu sử<span class="mw-editsection">[<a href="e">sửa</a>]</span></h2><p>Ông sinh năm 1828.<sup id="cite_ref-1" class="reference"><a href="#n">[1]</a></sup></p>' +
          '<ol><li><span class="mw-cite-backlink"><b><a href="#r">^</a></b></span> Nguồn.</li></ol>',
      ),
    ).toEqual(['Tiểu sử', 'Ông sinh năm 1828.', 'Nguồn.']);
  });

  it('reads past what a document type declares of its own, and expands none of it', async () => {
    const subset =
      '[<!ENTITY nbsp "&#160;"><!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]';
    for (const head of [
      `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "x.dtd" ${subset}>`,
      `<!DOCTYPE html ${subset} >`,
    ])
      expect(
        await paragraphs(`<?xml version="1.0"?>\n${head}<html><p>một&nbsp;hai &b; &x;</p></html>`),
      ).toEqual(['một\u00a0hai &b; &x;']);
  });

  it('takes the number off a note when it is the way back, as in books of LibreOffice, publishers and Gutenberg', async () => {
    const notes = [
      '<aside epub:type="footnote" id="f"><p><sup><a href="#c">2</a></sup>Lời chú.</p></aside>',
      '<div class="footnote"><p><a href="#FNanchor_1"><span class="label">[1]</span></a> Lời chú.</p></div>',
      '<section role="doc-endnotes"><ol><li><p>[<a href="ch1.xhtml#r">iv</a>]. Lời chú.</p></li></ol></section>',
      '<aside epub:type="footnote"><p><a href="#c">*</a> Lời chú.</p></aside>',
    ];
    for (const note of notes) expect(await paragraphs(note)).toEqual(['Lời chú.']);
    expect(
      await paragraphs('<aside epub:type="footnote"><p><a href="#c">Chương 3</a> nói rõ.</p></aside>'),
    ).toEqual(['Chương 3 nói rõ.']);
    expect(await paragraphs('<p><a href="#c">1</a> Lời.</p>')).toEqual(['1 Lời.']);
    expect(await paragraphs('<div class="footnote"><p><a href="#c">1</a></p><p>Lời chú.</p></div>')).toEqual([
      'Lời chú.',
    ]);
  });
});
