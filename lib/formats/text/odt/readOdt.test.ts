import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readText } from '../readText';

const NAMESPACES = ['office', 'text', 'table', 'draw:drawing', 'svg:svg-compatible', 'meta']
  .map((name) => name.split(':'))
  .map(([prefix, name = prefix]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');
const MIME = 'application/vnd.oasis.opendocument.text';

function odt(body: string, extra: Record<string, string> = {}): Uint8Array {
  const content = `<?xml version="1.0"?><office:document-content ${NAMESPACES}><office:automatic-styles/><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  const meta = `<office:document-meta ${NAMESPACES} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title> Tựa </dc:title><dc:language>vi-VN</dc:language></office:meta></office:document-meta>`;
  const files = { mimetype: MIME, 'content.xml': content, 'meta.xml': meta, ...extra };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}
async function read(bytes: Uint8Array) {
  const draft = await readText(bytes, {});
  if (!draft.ok) throw new Error(JSON.stringify(draft.error));
  return draft.value;
}
const paragraphs = async (body: string) => (await read(odt(body))).paragraphs;

describe('readOdt', () => {
  it('reads paragraphs, headings, lists and tables cell by cell, and the title of the metadata', async () => {
    const body =
      '<text:h text:outline-level="1">Một</text:h><text:p/><text:list><text:list-item><text:p>a</text:p><text:list><text:list-item><text:p>b</text:p></text:list-item></text:list></text:list-item></text:list>' +
      '<table:table><table:table-row><table:table-cell><text:p>1</text:p></table:table-cell><table:table-cell><text:p>2</text:p></table:table-cell><table:covered-table-cell><text:p>gone</text:p></table:covered-table-cell></table:table-row></table:table>';
    expect(await read(odt(body))).toMatchObject({
      format: 'odt',
      paragraphs: ['Một', 'a', 'b', '1', '2'],
      title: 'Tựa',
    });
  });

  it('collapses white space, and keeps what is an element: spaces, tabs, line breaks', async () => {
    expect(
      await paragraphs(
        '<text:p>\n  a <text:span> b</text:span>\n c<text:s text:c="3"/>d<text:tab/>e<text:line-break/>f</text:p>',
      ),
    ).toEqual(['a b c   d\te\nf']);
    expect(await paragraphs('<text:p>a<text:s text:c="999999999"/>b</text:p>')).toEqual([
      `a${' '.repeat(200)}b`,
    ]);
    expect(await paragraphs('<text:p>a<text:s text:c="x"/>b</text:p>')).toEqual(['a b']);
    const flood = await readText(odt(`<text:p>a${'<text:s text:c="200"/>'.repeat(20_000)}b</text:p>`));
    expect(flood).toMatchObject({
      error: { code: 'import.paragraphTooLong', params: { length: expect.any(Number) } },
    });
    expect(flood.ok || Number(flood.error.params?.length)).toBeLessThan(200_000);
  });

  it('takes tracked changes as accepted', async () => {
    const changes =
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>deleted</text:p></text:deletion></text:changed-region></text:tracked-changes>';
    expect(
      await paragraphs(
        `${changes}<text:p>kept<text:change text:change-id="1"/><text:change-start text:change-id="2"/> new<text:change-end text:change-id="2"/></text:p>`,
      ),
    ).toEqual(['kept new']);
  });

  it('puts notes at the end and leaves out their marks, remarks, readings and hidden text', async () => {
    expect(
      await paragraphs(
        '<text:p>A<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Note one</text:p><text:p>more</text:p></text:note-body></text:note>B' +
          '<office:annotation><text:p>remark</text:p></office:annotation><text:hidden-text>h</text:hidden-text></text:p>' +
          '<text:p><text:ruby><text:ruby-base>字</text:ruby-base><text:ruby-text>zi</text:ruby-text></text:ruby></text:p>' +
          '<text:section text:display="none"><text:p>hidden</text:p></text:section>',
      ),
    ).toEqual(['AB', '字', 'Note one', 'more']);
  });

  it('reads text boxes after their paragraph, once', async () => {
    expect(
      await paragraphs(
        '<text:p>before<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box><svg:title>alt</svg:title></draw:frame>after</text:p><text:p>next</text:p>',
      ),
    ).toEqual(['beforeafter', 'box', 'next']);
  });

  it('reads the same document as one XML file', async () => {
    const flat = `<?xml version="1.0"?><office:document ${NAMESPACES} office:mimetype="${MIME}"><office:meta/><office:master-styles><text:p>header</text:p></office:master-styles><office:body><office:text><text:p>Văn bản</text:p></office:text></office:body></office:document>`;
    expect(await read(strToU8(flat))).toMatchObject({ format: 'odt', paragraphs: ['Văn bản'] });
  });

  it('refuses what is locked, what is no text, what is broken, with the place', async () => {
    const encrypted = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`;
    expect(await readText(odt('', { 'META-INF/manifest.xml': encrypted }))).toEqual({
      ok: false,
      error: { code: 'import.encrypted', params: { format: 'odt' } },
    });
    const sheet = { mimetype: 'application/vnd.oasis.opendocument.spreadsheet' };
    expect(await readText(odt('', sheet))).toMatchObject({
      error: { code: 'import.binary', params: { kind: 'ods' } },
    });
    expect(await readText(odt('<text:p>open'))).toMatchObject({
      error: {
        code: 'import.brokenFile',
        params: { format: 'odt', part: 'content.xml', position: expect.any(Number) },
      },
    });
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>';
    expect(await readText(odt('', { 'content.xml': laughs }))).toMatchObject({
      error: { code: 'import.brokenFile' },
    });
  });
});
