import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readText } from '../readText';

/** A page that draws a form, which draws a form … each of them a thousand times. */
function nested(depth: number, text: string): Uint8Array {
  const stream = (content: string, rest = '') =>
    `<< ${rest}/Length ${content.length} >>\nstream\n${content}\nendstream`;
  const draw = '/X Do\n'.repeat(1000);
  const form = (at: number, content: string) =>
    stream(
      content,
      `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> /XObject << /X ${at + 1} 0 R >> >> `,
    );
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> >> /Contents 5 0 R >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    stream(draw),
    ...Array.from({ length: depth }, (_, at) => form(6 + at, at === depth - 1 ? text : draw)),
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = pdf.length;
    pdf += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = pdf.length;
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return strToU8(pdf, true);
}

describe('readPdf on pages that multiply', () => {
  it.each([
    ['words', 'BT /F1 10 Tf 72 700 Td (word) Tj ET\n'],
    ['lines without words', '0 0 m 9 9 l S\n'],
  ])('gives up forms that draw a billion %s, soon and in little memory', async (_, text) => {
    const before = process.memoryUsage().rss;
    const read = await readText(nested(3, text));
    expect(read).toEqual({ ok: false, error: { code: 'import.tooComplex' } });
    expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(400);
  });

  it('reads forms in forms that do not', async () => {
    const pdf = nested(1, 'BT /F1 10 Tf 72 700 Td (Some words) Tj ET\n');
    expect(await readText(pdf)).toMatchObject({ value: { paragraphs: ['Some words'] } });
  });
});
