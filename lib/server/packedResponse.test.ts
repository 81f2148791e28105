import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { err, ok } from '@/lib/result';
import { packedResponse } from './packedResponse';

const asking = (encoding?: string) =>
  new Request(
    'http://localhost/',
    encoding === undefined ? {} : { headers: { 'accept-encoding': encoding } },
  );

describe('packedResponse', () => {
  it('says the same packed and unpacked', async () => {
    const value = { words: 'ba bức tranh '.repeat(500) };
    const packed = await packedResponse(asking('gzip, deflate, br'), ok(value));
    const bytes = Buffer.from(await packed.arrayBuffer());
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(Number(packed.headers.get('content-length'))).toBe(bytes.length);
    expect(JSON.parse(gunzipSync(bytes).toString())).toEqual({ value });
    const plain = await packedResponse(asking(), ok(value));
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.json()).toEqual({ value });
  });

  it('leaves errors as they are', async () => {
    const answer = await packedResponse(asking('gzip'), err('document.notFound'));
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({ error: { code: 'document.notFound' } });
  });
});
