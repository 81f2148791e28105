import 'server-only';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { env } from './env';

/** Who is at the other end of the connection. */
export type Peer = {
  /** For counting tries: the socket's address, or what a trusted proxy reports. */
  address: string;
  /** A browser on this very machine, talking to us directly. */
  isLocal: boolean;
};

const HEADER = 'x-triptych-peer';
const FORWARDING = [
  'forwarded',
  'via',
  'x-real-ip',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
];

// Shared by all copies that the bundler makes of this module. The mark cannot be guessed, so that a
// header of this name from outside is never believed.
const KEY = Symbol.for('triptych.peer');
const holder = globalThis as { [KEY]?: { mark: string } };

/**
 * Notes the real address of every connection before Next sees the request.
 *
 * Next hands over headers only, and anyone can send `X-Forwarded-For: 127.0.0.1`. Node announces
 * each request with its socket; the address goes into a header of our own.
 */
export function watchPeers(): void {
  if (holder[KEY]) return;
  const mark = randomBytes(16).toString('hex');
  holder[KEY] = { mark };
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    const direct = FORWARDING.every((name) => request.headers[name] === undefined);
    const address = request.socket.remoteAddress ?? 'unknown';
    request.headers[HEADER] = `${mark} ${direct ? 'direct' : 'forwarded'} ${address}`;
  });
}

/**
 * @returns the peer of the request with these headers. Without a mark of ours (a request that came
 *   before `watchPeers`) nothing is known: not local, counted together with its like.
 */
export function peerOf(headers: Headers): Peer {
  const [mark, way, address] = (headers.get(HEADER) ?? '').split(' ');
  const known = holder[KEY];
  if (!known || !mark || !address || !sameText(mark, known.mark))
    return { address: 'unknown', isLocal: false };
  const isLocal =
    way === 'direct' && isLoopback(address) && isLoopbackHost(headers.get('host')) && !isPublished();
  return {
    address: (env().trustProxy && forwardedFor(headers)) || address,
    isLocal,
  };
}

/** The last entry is the one the proxy itself added; those before it are the client's own claim. */
function forwardedFor(headers: Headers): string | undefined {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
  return last && isIP(last) ? last : undefined;
}

/** A set APP_URL elsewhere means that people reach us through something, even if it hides itself. */
function isPublished(): boolean {
  const { appUrl } = env();
  return appUrl !== undefined && !isLoopbackHost(appUrl.host);
}

export function isLoopback(address: string): boolean {
  return /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(address) || address === '::1';
}

/** The name in the address bar: a foreign name that resolves to this machine (DNS rebinding) is not local. */
export function isLoopbackHost(host: string | null): boolean {
  return host !== null && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i.test(host);
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
