import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';

/** HMAC-SHA256 in base64. */
const SIGNATURE_CHARS = 44;

/**
 * The session token in a Cookie header, if it bears our signature; null if there is none or somebody
 * else made it. The form is better-auth's own: `token.signature`, percent-encoded.
 */
export function sessionToken(cookies: string, name: string, secret: string): string | null {
  const sent = cookies
    .split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(`${name}=`));
  if (!sent) return null;
  const value = decoded(sent.slice(name.length + 1));
  const dot = value.lastIndexOf('.');
  if (dot < 1 || value.length - dot - 1 !== SIGNATURE_CHARS) return null;
  const token = value.slice(0, dot);
  const ours = createHmac('sha256', secret).update(token).digest();
  const theirs = Buffer.from(value.slice(dot + 1), 'base64');
  return theirs.length === ours.length && timingSafeEqual(ours, theirs) ? token : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ''; // Not percent-encoded, and so not ours.
  }
}
