import { describe, expect, it } from 'vitest';
import { buildPdf, type PdfText } from '@/tests/fixtures/formats/buildPdf';
import { readText } from '../readText';

async function read(...pages: PdfText[][]) {
  const draft = await readText(buildPdf(pages), {});
  if (!draft.ok) throw new Error(JSON.stringify(draft.error));
  return draft.value.paragraphs;
}
/** Lines from the top of the page down, twelve points apart. */
const lines = (texts: readonly string[], { x = 72, y = 700, size = 10 } = {}): PdfText[] =>
  texts.map((text, at) => ({ text, x, y: y - 12 * at, size }));
const FULL = 'These words are enough to fill a line of the page from its left margin up to its right one';
const HALF = 'words that go on in a column of';

describe('readPdf, by where lines stand', () => {
  it('reads columns of only a few lines, as at the end of a chapter', async () => {
    const left = lines([`Left ${HALF}`, `more ${HALF}`, 'it ends.'], { y: 660 });
    const right = lines([`Right ${HALF}`, `more ${HALF}`, 'it ends.'], { x: 320, y: 660 });
    expect(await read([...left, ...right])).toEqual([
      `Left ${HALF} more ${HALF} it ends.`,
      `Right ${HALF} more ${HALF} it ends.`,
    ]);
  });

  it('reads columns below lines over the whole page', async () => {
    const wide = [...Array.from({ length: 12 }, () => `${FULL},`), 'so it ends.'];
    const left = lines([`Left ${HALF}`, `more ${HALF}`, `more ${HALF}`, 'it ends.'], { y: 520 });
    const right = lines([`Right ${HALF}`, `more ${HALF}`, `more ${HALF}`, 'it ends.'], { x: 320, y: 520 });
    expect(await read([...lines(wide), ...left, ...right, ...lines([FULL], { y: 440 })])).toEqual([
      wide.join(' '),
      `Left ${HALF} more ${HALF} more ${HALF} it ends.`,
      `Right ${HALF} more ${HALF} more ${HALF} it ends.`,
      FULL,
    ]);
  });

  it('takes each row of a table for a paragraph, and joins what only stands wide', async () => {
    const rows = [
      ['Name', 'Year'],
      ['Anna', '1877'],
      ['The Brothers Karamazov', '1880'],
    ].flatMap((cells, at) =>
      cells.map((text, column) => ({ text, x: 72 + 250 * column, y: 640 - 12 * at, size: 10 })),
    );
    expect(
      await read([...lines([FULL, FULL, FULL, 'ends.']), ...rows, ...lines([FULL], { y: 590 })]),
    ).toEqual([
      `${FULL} ${FULL} ${FULL} ends.`,
      'Name Year',
      'Anna 1877',
      'The Brothers Karamazov 1880',
      FULL,
    ]);
    const gap: PdfText[] = [
      { text: FULL.slice(0, 30), x: 72, y: 688, size: 10 },
      { text: FULL.slice(30).trim(), x: 72 + 170, y: 688, size: 10 },
    ];
    expect(await read([...lines([FULL]), ...gap, ...lines([FULL, 'ends.'], { y: 676 })])).toEqual([
      `${FULL} ${FULL} ${FULL} ends.`,
    ]);
  });

  it('joins a quotation that ends short of the margin on both sides, and keeps verse in lines', async () => {
    const quote = lines(
      ['A quotation that stands alone and is set off from the page', 'that holds it, on both sides.'],
      {
        x: 110,
        y: 640,
      },
    );
    const verse = lines(['The sea is calm to-night,', 'The tide is full'], { x: 110, y: 600 });
    expect(await read([...lines([FULL, FULL, FULL, 'ends.']), ...quote, ...verse])).toEqual([
      `${FULL} ${FULL} ${FULL} ends.`,
      'A quotation that stands alone and is set off from the page that holds it, on both sides.',
      'The sea is calm to-night,',
      'The tide is full',
    ]);
  });

  it('puts no space beside a dash at a line end, unless the text does so elsewhere', async () => {
    const start = FULL.slice(0, 76);
    expect(
      await read(lines([`He\u2014so ${start}\u2014`, `then ${FULL.slice(6)}`, '\u2014he ends.'])),
    ).toEqual([`He\u2014so ${start}\u2014then ${FULL.slice(6)}\u2014he ends.`]);
    expect(
      await read(lines([`He \u2014 so ${start} \u2014`, `then ${FULL.slice(6)}`, '\u2014 he ends.'])),
    ).toEqual([`He \u2014 so ${start} \u2014 then ${FULL.slice(6)} \u2014 he ends.`]);
  });

  it('takes marks of notes off the text and the note, and leaves raised signs without a note', async () => {
    const raised = (text: string, x: number): PdfText => ({ text, x, y: 704, size: 6 });
    const words = { text: 'Some words', x: 72, y: 700, size: 10 };
    const after = { text: 'and others, of 10 m', x: 130, y: 700, size: 10 };
    const page = [words, raised('1', 123.5), after, raised('2', 216), ...lines([FULL], { y: 664 })];
    const note = lines(['1The note itself.'], { y: 100, size: 7 });
    expect(await read([...page, ...note])).toEqual([
      'Some words and others, of 10 m2',
      FULL,
      'The note itself.',
    ]);
    expect((await read(page))[0]).toBe('Some words1 and others, of 10 m2');
  });

  it('keeps a line of the text that stands twice at the top of a page', async () => {
    const page = (name: string, at: number) => [
      { text: 'Anna Karenina', x: 250, y: 760, size: 9 },
      ...lines([
        at % 3 === 0 ? FULL : `${name} ${FULL.slice(6)}`,
        `${name} ${FULL.slice(6)}`,
        `${name} ends.`,
      ]),
    ];
    const names = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth'];
    const text = (await read(...names.map(page))).join(' ');
    expect(text.match(/words are enough/gu)).toHaveLength(12);
    expect(text).not.toContain('Karenina');
  });

  it('begins a paragraph at each line of a dialogue, where paragraphs are indented', async () => {
    const half = `${HALF} words to the margin`;
    const page = [
      ...lines([`\u2013 Who are you, my dear?`], { x: 84 }),
      ...lines([`Irresponsibility ${HALF} words`], { x: 84, y: 688 }),
      ...lines([half, half, half, half, 'ends.'], { y: 676 }),
    ];
    expect(await read(page)).toEqual([
      '\u2013 Who are you, my dear?',
      `Irresponsibility ${HALF} words ${half} ${half} ${half} ${half} ends.`,
    ]);
  });

  it('takes lines that are stretched to the margin for no rows of a table', async () => {
    const stretched = (y: number): PdfText[] =>
      ['wide', 'stretched', 'line'].map((text, at) => ({ text, x: [72, 170, 284][at]!, y, size: 10 }));
    const filled = 'words enough that fill the column to the margin';
    const page = [
      ...lines([filled, filled]),
      ...stretched(676),
      ...stretched(664),
      ...lines([filled, 'ends.'], { y: 652 }),
    ];
    expect(await read(page)).toEqual([
      `${filled} ${filled} wide stretched line wide stretched line ${filled} ends.`,
    ]);
  });

  it.each(['\u00b7', '1.', '\u2013'])(
    'joins the lines of an item that hang behind its sign: %s',
    async (sign) => {
      const item = (y: number, texts: readonly string[]): PdfText[] => [
        { text: sign, x: 80, y, size: 10 },
        ...lines(texts, { x: 95, y }),
      ];
      const filled = FULL.slice(0, 84);
      const page = [
        ...lines([FULL, FULL, FULL, 'ends.']),
        ...item(640, [`${filled}`, `goes on ${filled.slice(8)}`, 'and ends.']),
        ...item(604, [`${filled}`, 'and ends too.']),
      ];
      const mark = sign === '\u00b7' ? '' : `${sign} `;
      expect(await read(page)).toEqual([
        `${FULL} ${FULL} ${FULL} ends.`,
        `${mark}${filled} goes on ${filled.slice(8)} and ends.`,
        `${mark}${filled} and ends too.`,
      ]);
    },
  );
});
