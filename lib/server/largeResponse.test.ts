import { describe, expect, it } from 'vitest';
import { ok } from '@/lib/result';
import { largeResponse } from './largeResponse';

const cacheControl = (host: string) =>
  largeResponse(new Request('http://any/', { headers: { host } }), ok([1])).headers.get('cache-control');

describe('largeResponse', () => {
  it.each(['localhost', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000'])('is not packed for %s', (host) => {
    expect(cacheControl(host)).toBe('no-store, no-transform');
  });
  it.each(['triptych.example.org', '192.168.0.7:3000', 'localhost.example.org', ''])(
    'is packed for %s',
    (host) => {
      expect(cacheControl(host)).toBe('no-store');
    },
  );
});
