import { deflateSync } from 'node:zlib';
import { strToU8 } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { buildPdf } from '@/tests/fixtures/formats/buildPdf';
import { readText } from '../readText';

const LONG = 'These are words enough to fill the line up to its right margin';
async function read(bytes: Uint8Array) {
  const draft = await readText(bytes, {});
  if (!draft.ok) throw new Error(JSON.stringify(draft.error));
  return draft.value.paragraphs;
}
/** Lines from the top of the page down, twelve points apart. */
const lines = (texts: readonly string[], { x = 72, y = 700, size = 10 } = {}) =>
  texts.map((text, at) => ({ text, x, y: y - 12 * at, size }));

describe('readPdf', () => {
  it('takes the bytes of a Buffer, which PDF.js does not', async () => {
    const bytes = Buffer.from(buildPdf([lines(['Words.'])]));
    expect(await read(bytes)).toEqual(['Words.']);
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  });

  it('tells what PDF.js failed at, unless the file is cut off', async () => {
    const { loadPdfJs } = await import('./loadPdfJs');
    const bytes = buildPdf([lines(['Words.'])]);
    const failing = async (cause: Error) => {
      const unpdf = await import('unpdf');
      vi.doMock('unpdf', () => ({ ...unpdf, getDocumentProxy: () => Promise.reject(cause) }));
      const opened = await (await loadPdfJs()).open(bytes);
      vi.doUnmock('unpdf');
      return opened;
    };
    const named = (name: string) => Object.assign(new Error('Some reason'), { name });
    expect(await failing(named('InvalidPDFException'))).toMatchObject({
      error: { code: 'import.brokenFile' },
    });
    expect(await failing(named('PasswordException'))).toMatchObject({ error: { code: 'import.encrypted' } });
    expect(await failing(named('Error'))).toEqual({
      ok: false,
      error: { code: 'import.pdfUnreadable', params: { reason: 'Some reason' } },
    });
  });

  it('joins the lines of a paragraph, and parts paragraphs by room, indent and short lines', async () => {
    const page = [
      ...lines([`${LONG},`, `${LONG},`, 'and the end.']),
      ...lines([`Next: ${LONG.slice(6)}`, 'with its end.'], { y: 664 }),
      ...lines([`${LONG}.`], { y: 640, x: 90 }),
    ];
    expect(await read(buildPdf([page]))).toEqual([
      `${LONG}, ${LONG}, and the end.`,
      `Next: ${LONG.slice(6)} with its end.`,
      `${LONG}.`,
    ]);
  });

  it('joins words at hyphens of lines, and keeps those of words', async () => {
    const page = lines([
      `A well-known ship, ${LONG.slice(0, 38)} transla-`,
      `tion, and it is as we said well-known; ${LONG.slice(0, 19)} well-`,
      `known too; ${LONG.slice(0, 42)} s-`,
      'a dus.',
    ]);
    const [paragraph] = await read(buildPdf([page]));
    expect(paragraph).toContain('translation, and');
    expect(paragraph).toContain('well-known too');
    expect(paragraph).toContain('s-a dus.');
  });

  it('leaves out running heads, footers and page numbers, and goes on over pages', async () => {
    const page = (n: number, texts: readonly string[]) => [
      { text: 'Anna Karenina', x: 250, y: 760, size: 9 },
      ...lines(texts),
      { text: `– ${n} –`, x: 280, y: 40, size: 9 },
    ];
    const pages = [
      page(1, [`${LONG},`, `${LONG},`]),
      page(2, [`${LONG},`, `${LONG},`]),
      page(3, ['and the end, on page 3.']),
    ];
    expect(await read(buildPdf(pages))).toEqual([`${`${LONG}, `.repeat(4)}and the end, on page 3.`]);
  });

  it('reads two columns one after the other, below what stands over both', async () => {
    const column = (x: number, word: string) =>
      lines(
        Array.from({ length: 8 }, (_, at) =>
          at === 7 ? `${word} ends.` : `${word} goes on and on in a column`,
        ),
        { x, y: 660 },
      );
    const title = { text: 'A title that stands over both of the columns here', x: 150, y: 700, size: 16 };
    const [first, left, right] = await read(
      buildPdf([[title, ...column(72, 'left'), ...column(320, 'right')]]),
    );
    expect(first).toBe(title.text);
    expect(left).toMatch(/^left.*left ends\.$/u);
    expect(right).toMatch(/^right.*right ends\.$/u);
  });

  it('puts notes at the foot of a page last', async () => {
    const pages = [
      [
        ...lines([`${LONG},`, `${LONG},`, `${LONG}`]),
        ...lines(['1 A note in small letters.'], { y: 100, size: 7 }),
      ],
      lines(['goes on here.']),
    ];
    const paragraphs = await read(buildPdf(pages));
    expect(paragraphs.at(-1)).toBe('1 A note in small letters.');
    expect(paragraphs[0]).toMatch(/goes on here\.$/u);
  });

  it('refuses streams that unpack beyond reason, before anything is unpacked as a whole', async () => {
    const packed = deflateSync(Buffer.alloc(300 * 1024 * 1024, ' '));
    const pdf = (filter: string) =>
      Buffer.concat([
        Buffer.from(`%PDF-1.4\n4 0 obj\n<< /Length ${packed.length} /Filter ${filter} >>\nstream\n`),
        packed,
        Buffer.from('\nendstream\nendobj\n%%EOF\n'),
      ]);
    for (const filter of ['/FlateDecode', '[/FlateDecode /FlateDecode]'])
      expect(await readText(new Uint8Array(pdf(filter)))).toMatchObject({
        error: { code: 'import.unpacksTooLarge' },
      });
  });

  it('says when there are only pictures, and when the file is no PDF any more', async () => {
    expect(await readText(buildPdf([[], []]))).toEqual({
      ok: false,
      error: { code: 'import.noTextLayer', params: { pages: 2 } },
    });
    expect(await readText(strToU8('%PDF-1.7\nnothing of the kind'))).toMatchObject({
      error: { code: 'import.brokenFile', params: { format: 'pdf' } },
    });
  });
});
