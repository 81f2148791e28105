import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readText } from '../readText';

const PAGE = `<html><body><header><a href="/">Trang chủ</a><h1>Tựa bài</h1></header><nav>menu</nav>
<div class="breadcrumbs">A › B</div><main><article><p>Đoạn một dài hơn một chút.</p><p>Đoạn hai <a href="x">nối</a> tiếp.</p></article></main>
<div class="related"><p>Đọc thêm</p></div><ul><li><a href="1">Một</a></li><li><a href="2">Hai</a></li></ul><footer><p>Bản quyền</p></footer></body></html>`;
const read = async (text: string, boilerplate?: 'keep' | 'leaveOut', fileName = 'a.html') => {
  const draft = await readText(strToU8(text), { boilerplate, fileName });
  if (!draft.ok) throw new Error(JSON.stringify(draft.error));
  return draft.value;
};

describe('readText on what stands around a text', () => {
  it('keeps it, and says how much it is', async () => {
    const { paragraphs, boilerplate } = await read(PAGE);
    expect(paragraphs).toContain('Bản quyền');
    expect(boilerplate).toEqual({ count: paragraphs.length - 2, leftOut: false });
  });

  it('leaves it out when that is wanted', async () => {
    const { paragraphs, boilerplate } = await read(PAGE, 'leaveOut');
    expect(paragraphs).toEqual(['Đoạn một dài hơn một chút.', 'Đoạn hai nối tiếp.']);
    expect(boilerplate?.leftOut).toBe(true);
  });

  it('keeps a title that stands in the header, where no main part is marked', async () => {
    const page = '<header><a href="/">Trang chủ</a><h1>Tựa</h1></header><p>Văn bản.</p><footer>chân</footer>';
    expect((await read(page, 'leaveOut')).paragraphs).toEqual(['Tựa', 'Văn bản.']);
  });

  it('never leaves out everything', async () => {
    expect(await read('<footer><p>chỉ có chân trang</p></footer>', 'leaveOut')).toMatchObject({
      paragraphs: ['chỉ có chân trang'],
      boilerplate: null,
    });
  });

  it('survives a box that is never closed', async () => {
    expect(
      (await read('<div class="sidebar"><p>x<p>all the rest of the page', 'leaveOut')).paragraphs,
    ).toEqual(['x', 'all the rest of the page']);
  });

  it('leaves out the licence of Project Gutenberg', async () => {
    const book =
      'The Project Gutenberg eBook\n\n*** START OF THE PROJECT GUTENBERG EBOOK ANNA ***\n\nHappy families.\n\n*** END OF THE PROJECT GUTENBERG EBOOK ANNA ***\n\nlicence';
    expect((await read(book, 'leaveOut', 'a.txt')).paragraphs).toEqual(['Happy families.']);
    expect((await read(book, 'keep', 'a.txt')).boilerplate).toEqual({ count: 4, leftOut: false });
  });
});
