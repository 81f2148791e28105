import 'server-only';
import { createHash, randomBytes } from 'node:crypto';

/** What every token begins with, so that people and scanners of leaked secrets know it when they see it. */
const MARK = 'tri_';
const PREFIX_CHARS = MARK.length + 6;
const FORM = /^tri_[A-Za-z0-9_-]{43}$/;

/** A fresh token of 256 random bits. */
export const newAccessToken = (): string => MARK + randomBytes(32).toString('base64url');

/** What we keep of it. A plain hash is enough for a secret that is random throughout. */
export const hashAccessToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** What its owner knows it by later; 220 bits stay secret. */
export const prefixOf = (token: string): string => token.slice(0, PREFIX_CHARS);

/** The token of an Authorization header (RFC 6750, section 2.1); null when it has none that could be ours. */
export function bearerOf(headers: Headers): string | null {
  const [, token] = /^Bearer +(\S+) *$/i.exec(headers.get('authorization') ?? '') ?? [];
  return token !== undefined && FORM.test(token) ? token : null;
}
