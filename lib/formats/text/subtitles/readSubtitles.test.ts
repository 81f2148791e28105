import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readText } from '../readText';

async function read(text: string, fileName?: string) {
  const draft = await readText(strToU8(text), { fileName });
  if (!draft.ok) throw new Error(JSON.stringify(draft.error));
  return draft.value;
}
const T = '00:00:01,000 --> 00:00:02,000';

describe('readSubtitles', () => {
  it('reads SubRip: a cue a paragraph, its lines joined, markup out', async () => {
    const srt = `\ufeff1\r\n${T}\r\n<i>Chào</i> anh,\r\n{\\an8}khỏe không?\r\n\r\n2\r\n${T} X1:1 X2:2\r\n- Có.\r\n- <font color="#fff">Tốt.</font>\r\n\r\n3\r\n${T}\r\n<b></b>\r\n`;
    const draft = await read(srt, 'a.srt');
    expect(draft).toMatchObject({ format: 'srt', paragraphs: ['Chào anh, khỏe không?', '- Có. - Tốt.'] });
  });

  it('keeps what only looks like markup', async () => {
    expect((await read(`1\n${T}\na < b, <3 &amp; {x}\n`, 'a.srt')).paragraphs).toEqual([
      'a < b, <3 &amp; {x}',
    ]);
  });

  it.each([
    ['missing numbers', `${T}\na\n\n${T}\nb\n`, ['a', 'b']],
    ['missing blank lines', `1\n${T}\na\n2\n${T}\nb\n3\n${T}\nc`, ['a', 'b', 'c']],
    ['blank lines inside a cue', `1\n${T}\na\n\nb\n\n2\n${T}\nc\n`, ['a b', 'c']],
    ['numbers as text', `1\n${T}\n1984\n\n2\n${T}\n7\n`, ['1984', '7']],
    ['other ways to write times', '1\n0:0:1.5-->0:0:2.25\na\n\n2\n00:01 -> 00:02\nb', ['a', 'b']],
    ['lone carriage returns', `1\r${T}\ra\r\r2\r${T}\rb\r`, ['a', 'b']],
    ['half a file', `1\n${T}\na\n\n2\n${T}\nb thì`, ['a', 'b thì']],
  ])('reads SubRip with %s', async (_, srt, paragraphs) => {
    expect((await read(srt, 'a.srt')).paragraphs).toEqual(paragraphs);
  });

  it('reads WebVTT: header, notes, styles and regions out, voices, times and entities', async () => {
    const vtt =
      'WEBVTT - Tựa\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\nNOTE\nmột lời ghi\n\nintro\n00:01.000 --> 00:02.000 line:0\n<v.loud Anna>Chào <00:01.500><c.x>anh</c> &amp; em&nbsp;&#x1EBF;</v>\n' +
      'dòng hai\n\nNOTE không\n\n00:03.000 --> 00:04.000\n{\\an8}<ruby>字<rt>zi</rt></ruby>\n\n00:05.000 --> 00:06.000\n<i></i>\n';
    expect(await read(vtt)).toMatchObject({
      format: 'vtt',
      paragraphs: ['Chào anh & em\u00a0ế dòng hai', '字'],
    });
  });

  it('is known by its content, and refuses what has no times', async () => {
    expect((await read(`1\n${T}\na\n`)).format).toBe('srt');
    expect(await readText(strToU8('plain text'), { fileName: 'a.srt' })).toEqual({
      ok: false,
      error: { code: 'import.noCues' },
    });
  });
});
