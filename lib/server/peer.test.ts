import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLoopback, isLoopbackHost, type Peer, peerOf, watchPeers } from './peer';

let server: Server;
beforeAll(async () => {
  watchPeers();
  server = createServer((incoming, response) => {
    const headers = new Headers(
      Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
    );
    response.end(JSON.stringify(peerOf(headers)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

function ask(headers: Record<string, string>): Promise<Peer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, headers }, (response) => {
      response.setEncoding('utf8').on('data', (text: string) => resolve(JSON.parse(text)));
    })
      .on('error', reject)
      .end();
  });
}

describe('peerOf', () => {
  it('knows a browser on this machine by its socket', async () => {
    expect(await ask({})).toEqual({ address: '127.0.0.1', isLocal: true });
  });
  it.each([
    ['came through a proxy', { 'x-forwarded-for': '203.0.113.9' }],
    ['claims to be local in a header', { 'x-forwarded-for': '127.0.0.1' }],
    ['came through a standard proxy', { forwarded: 'for=203.0.113.9' }],
    ['uses a foreign name for this machine', { host: 'evil.example:3000' }],
  ])('takes nobody for local who %s', async (_, headers) => {
    expect(await ask(headers)).toEqual({ address: '127.0.0.1', isLocal: false });
  });
  it('believes no header of our own name from outside', async () => {
    const forged = 'x'.repeat(32);
    expect(await ask({ 'x-triptych-peer': `${forged} direct 127.0.0.1`, via: 'x' })).toMatchObject({
      isLocal: false,
    });
    expect(
      peerOf(new Headers({ 'x-triptych-peer': `${forged} direct 127.0.0.1`, host: 'localhost' })),
    ).toEqual({
      address: 'unknown',
      isLocal: false,
    });
  });
});

describe('isLoopback', () => {
  it.each(['127.0.0.1', '127.8.0.1', '::1', '::ffff:127.0.0.1'])('takes %s', (address) =>
    expect(isLoopback(address)).toBe(true),
  );
  it.each(['10.0.0.1', '::ffff:10.0.0.1', '1127.0.0.1', '127.0.0.1.example', ''])('refuses %s', (address) =>
    expect(isLoopback(address)).toBe(false),
  );
});

describe('isLoopbackHost', () => {
  it.each(['localhost:3000', '127.0.0.1', '[::1]:3000'])('takes %s', (host) =>
    expect(isLoopbackHost(host)).toBe(true),
  );
  it.each(['localhost.example', 'example.org', '127.0.0.1.example', '', null])('refuses %s', (host) =>
    expect(isLoopbackHost(host)).toBe(false),
  );
});
