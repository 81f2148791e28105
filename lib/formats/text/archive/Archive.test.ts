import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Archive } from './Archive';
import { crc32 } from './crc32';
import { unpackPart } from './streamPart';

const open = (bytes: Uint8Array) => {
  const archive = Archive.open(bytes, 'zip');
  if (!archive.ok) throw new Error(JSON.stringify(archive.error));
  return archive.value;
};
const textOf = (archive: Archive, name: string) => {
  const part = unpackPart(archive, name, 1024);
  return part.ok ? part.value && new TextDecoder().decode(part.value) : part.error;
};
const FILES = { 'a.txt': strToU8('văn bản'), 'Thư mục/b.txt': strToU8('b'.repeat(100)) };

describe('Archive', () => {
  it('finds parts whatever their case, stored or deflated, behind a comment', () => {
    for (const level of [0, 9] as const) {
      const archive = open(zipSync(FILES, { level, comment: 'PK\u0005\u0006 no end' }));
      expect(textOf(archive, '/A.TXT')).toBe('văn bản');
      expect(textOf(archive, 'thư mục\\B.txt')).toBe('b'.repeat(100));
      expect(textOf(archive, 'c')).toBeNull();
    }
  });

  it('believes the directory, not what lies between', () => {
    const hidden = zipSync({ 'a.txt': strToU8('hidden') }, { level: 0 });
    const zip = zipSync({ junk: hidden, 'a.txt': strToU8('shown') }, { level: 0 });
    expect(textOf(open(zip), 'a.txt')).toBe('shown');
  });

  it('knows a part that is damaged, longer than it may be, or locked', () => {
    const zip = zipSync({ 'a.txt': strToU8('0123456789') }, { level: 0 });
    const damaged = zip.slice();
    damaged[damaged.indexOf(0x35)] = 0x36;
    expect(textOf(open(damaged), 'a.txt')).toEqual({
      code: 'import.brokenFile',
      params: { format: 'zip', part: 'a.txt', position: 10 },
    });
    expect(unpackPart(open(zip), 'a.txt', 9)).toMatchObject({ error: { code: 'import.unpacksTooLarge' } });
    const locked = zip.slice();
    const directory = new DataView(locked.buffer).getUint32(locked.length - 6, true);
    locked[directory + 8] = 1;
    expect(textOf(open(locked), 'a.txt')).toEqual({ code: 'import.encrypted', params: { format: 'zip' } });
  });

  it('refuses half an archive', () => {
    const zip = zipSync(FILES);
    for (let length = 0; length < zip.length; length++)
      expect(Archive.open(zip.subarray(0, length), 'zip')).toMatchObject({ ok: false });
  });

  it('sums as the standard does', () => {
    expect(crc32(0, strToU8('123456789'))).toBe(0xcbf43926);
    expect(crc32(crc32(0, strToU8('1234')), strToU8('56789'))).toBe(0xcbf43926);
  });
});
