import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MIXED_RO } from '@/tests/fixtures/formats/mixedRomanian';
import { readText } from './readText';

const FOLDER = 'tests/fixtures/texts/real';
const read = async (fileName: string) => {
  const draft = await readText(new Uint8Array(readFileSync(`${FOLDER}/${fileName}`)), { fileName });
  if (!draft.ok) throw new Error(JSON.stringify(draft.error));
  return draft.value;
};

const VI = [
  'Ghi chép bên bến nước',
  'Chương một: Bến nước',
  'Mặt nước lặng như gương, và con đò cũ nằm nghiêng bên bãi cỏ ướt sương. Người lái đò già ngồi hút thuốc, mắt dõi theo những đám mây bay thấp trên dãy núi xa mờ; ông không nói gì suốt cả buổi sáng hôm ấy.',
  '“Ông ơi, chiều nay có đò sang bên kia không?” – cô bé hỏi, giọng ngập ngừng.',
  'Gạo nếp thơm',
  'Đường phèn, mứt gừng',
  'Nước mắm Phú Quốc',
  ...['Thứ', 'Giá', 'Cá lóc', 'Mười nghìn', 'Rau muống', 'Hai nghìn'],
  'Phần hai',
  'Đến nửa đêm thì gió nổi lên. Những cành tre quật vào mái lá, tiếng động nghe như ai gõ cửa; rồi mọi thứ lại rơi vào im lặng, chỉ còn tiếng ếch nhái kêu ran ngoài đồng.',
  'Chương hai: Trở về',
  'Sáng hôm sau trời quang. Trên bến đã đông người, kẻ gánh hàng, người dắt trâu, ai nấy đều vội vã như sợ lỡ mất chuyến đò đầu tiên của mùa nước nổi.',
];
const VI_NOTE = 'Lời chú của người chép lại: ông lái đò quê ở Thừa Thiên – Huế.';
const RO = [
  'Însemnări de la marginea apei',
  'Capitolul întâi: Țărmul',
  'Apa era liniștită ca o oglindă, iar luntrea veche zăcea într-o rână pe iarba udă de rouă. Bătrânul luntraș fuma și urmărea norii joși de deasupra munților îndepărtați; n-a scos o vorbă toată dimineața aceea.',
  '„Moșule, trece vreo luntre dincolo după-amiază?” – întrebă fetița cu glas șovăitor.',
  'Orez și făină',
  'Zahăr, dulceață de ghimbir',
  'Pește sărat',
  ...['Lucru', 'Preț', 'Știucă', 'Zece lei', 'Țelină', 'Doi lei'],
  'Partea a doua',
  'Pe la miezul nopții s-a stârnit vântul. Crengile băteau în acoperișul de șindrilă și se auzea ca și cum cineva ar fi ciocănit la ușă; apoi totul a căzut din nou în tăcere.',
  'Capitolul al doilea: Întoarcerea',
  'A doua zi dimineața cerul era senin. Pe țărm se strânsese lume multă, unii cu desagi, alții cu vite, toți grăbiți de parcă s-ar fi temut să nu piardă prima luntre.',
];
const RO_NOTE = 'Nota celui care a copiat însemnările: luntrașul era din Țara Oașului.';

describe('readText on files of other programs', () => {
  it.each([
    ['libreoffice-vi.odt', 'odt', 'vi', [...VI, ` ${VI_NOTE}`]],
    ['pandoc-ro.odt', 'odt', 'ro', [...RO, RO_NOTE]],
    ['libreoffice-ro.docx', 'docx', 'ro', [...RO, ` ${RO_NOTE}`]],
    ['pandoc-vi.docx', 'docx', 'vi', [...VI, ` ${VI_NOTE}`]],
    ['libreoffice-vi.html', 'html', 'vi', [...VI, VI_NOTE]],
  ])('reads %s with every letter', async (fileName, format, lang, paragraphs) => {
    const draft = await read(fileName);
    expect(draft).toMatchObject({ format, lang, title: paragraphs[0] });
    expect(draft.paragraphs.map((paragraph) => paragraph.replace(/\s+$/u, ''))).toEqual(paragraphs);
  });

  it.each([
    ['pandoc-ro-3.epub', RO],
    ['pandoc-vi-2.epub', VI],
  ])('reads the chapters of %s', async (fileName, paragraphs) => {
    const { chapters, title, paragraphs: found } = await read(fileName);
    const [book, first, second, third] = [paragraphs[0], paragraphs[1], paragraphs[13], paragraphs[15]];
    expect(chapters?.map((chapter) => chapter.title)).toEqual([book, first, second, third]);
    expect(title).toBe(book);
    // The table of LibreOffice's own export lacks its first row; pandoc's books are whole, notes at the end of chapters.
    for (const paragraph of paragraphs) expect(found).toContain(paragraph);
    expect(chapters?.reduce((sum, { paragraphCount }) => sum + paragraphCount, 0)).toBe(found.length);
  });

  it('reads the chapters of libreoffice-vi.epub', async () => {
    const { chapters } = await read('libreoffice-vi.epub');
    expect(chapters).toHaveLength(3);
    expect(chapters?.slice(1).map(({ title }) => title)).toEqual([VI[1], VI[15]]);
  });

  it('rebuilds the paragraphs of a PDF', async () => {
    const { paragraphs, title, lang } = await read('libreoffice-ro.pdf');
    expect({ title, lang }).toEqual({ title: RO[0], lang: 'ro' });
    expect(paragraphs).toContain(RO[2]);
    // Cells of a table stand side by side: they are lines here.
    for (const whole of [RO[1], RO[3], RO[4], RO[14], RO[16]]) expect(paragraphs).toContain(whole);
    expect(paragraphs.at(-1)).toBe(RO_NOTE);
  });

  it.each(['libreoffice-vi-pages.pdf', 'libreoffice-vi-columns.pdf'])(
    'finds letters drawn from another font, pages and columns in %s',
    async (fileName) => {
      const essay = readFileSync('db/samples/anna-karenina/vi.txt', 'utf8')
        .split('\n')
        .map((line) => line.replace(/\s+/gu, ' ').trim())
        .filter((line) => line !== '');
      const expected = [1, 2, 3].flatMap((n) => [`Chương ${n}`, ...essay]);
      expect((await read(fileName)).paragraphs.map((paragraph) => paragraph.replace(/\s+/gu, ' '))).toEqual(
        expected,
      );
    },
  );

  it('reads a Word file of LibreOffice with all that a text can have, tracked changes as accepted', async () => {
    expect((await read('libreoffice-ro-mixed.docx')).paragraphs).toEqual(MIXED_RO);
  });

  it('reads the same as a PDF: short columns below a table, running heads out, notes last', async () => {
    const { paragraphs } = await read('libreoffice-ro-mixed.pdf');
    const found = new Set(paragraphs);
    const missing = MIXED_RO.filter((paragraph) => !found.has(paragraph));
    expect(missing).toEqual([
      // LibreOffice prints what was deleted, and the numbers of lists; the sign of an endnote is on another page.
      expect.stringContaining('cuvinte adăugate.'),
      ...['Punctul numerotat unu', 'Punctul numerotat doi'],
      expect.stringContaining('A fost odată ca-n povești'),
      ...['Nume', 'An', 'Anna', '1877', 'Frații Karamazov, un roman', '1880'],
      'O notă la sfârșit de tot.',
    ]);
    for (const row of ['Nume An', 'Anna 1877', 'Frații Karamazov, un roman 1880'])
      expect(found).toContain(row);
    expect(paragraphs.join(' ')).not.toContain('TITLUL CURENT');
    expect(paragraphs.slice(-2)).toEqual(MIXED_RO.slice(-3, -1));
  });

  it('reads a book of calibre', async () => {
    const { paragraphs, title } = await read('calibre-ro-mixed.epub');
    expect(title).toBe(MIXED_RO[0]);
    expect(paragraphs.every((paragraph) => MIXED_RO.includes(paragraph))).toBe(true);
    // Made from HTML, in which nothing was tracked, boxed or noted.
    expect(MIXED_RO.filter((paragraph) => !paragraphs.includes(paragraph))).toEqual([
      expect.stringContaining('cuvinte adăugate.'),
      'Text în chenar.',
      ...MIXED_RO.slice(-3),
    ]);
  });

  it('joins the lines that pandoc has wrapped', async () => {
    const { paragraphs, paragraphStyle } = await read('pandoc-ro-wrapped.txt');
    expect(paragraphStyle).toBe('wrapped');
    expect(paragraphs).toContain(`${RO[2]}[1]`);
    expect(paragraphs.find((paragraph) => paragraph.includes('Orez'))).toContain('\n-   Zahăr');
  });

  it('says that a PDF wants a password', async () => {
    const fileName = 'libreoffice-password.pdf';
    expect(await readText(new Uint8Array(readFileSync(`${FOLDER}/${fileName}`)), { fileName })).toEqual({
      ok: false,
      error: { code: 'import.encrypted', params: { format: 'pdf' } },
    });
  });

  it('has been tried on every file of the folder', () => {
    const source = readFileSync('lib/formats/text/real.test.ts', 'utf8');
    for (const file of readdirSync(FOLDER)) if (file !== 'README.md') expect(source).toContain(file);
  });
});
