import { inflateRawSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ZipStream } from '@/lib/formats/zip/zipStream';
import { nativeDeflater } from './nativeDeflater';

describe('nativeDeflater', () => {
  it.each([0, 1, 3])('makes one stream of %i pieces', async (count) => {
    const deflater = nativeDeflater();
    const pieces = Array.from({ length: count }, (_, k) => Buffer.from(`Câu ${k}. `.repeat(5000)));
    const packed = await Promise.all([...pieces.map((piece) => deflater.push(piece)), deflater.end()]);
    expect(inflateRawSync(Buffer.concat(packed.flat()))).toEqual(Buffer.concat(pieces));
  });

  it('packs zip files that others open', async () => {
    const zip = new ZipStream({ deflater: nativeDeflater });
    const text = 'Anna về nhà. '.repeat(40_000);
    const chunks: Uint8Array[] = [];
    for (const name of ['one', 'two']) zip.open(name);
    for (const name of ['two', 'one']) {
      zip.write(name, `${name} ${text}`);
      for await (const chunk of zip.take()) chunks.push(chunk);
    }
    for await (const chunk of zip.end()) chunks.push(chunk);
    const files = unzipSync(Buffer.concat(chunks));
    for (const name of ['one', 'two']) expect(Buffer.from(files[name]).toString()).toBe(`${name} ${text}`);
    expect(Buffer.concat(chunks).length).toBeLessThan(text.length / 20);
  });
});
