import 'server-only';
import { env } from './env';

/**
 * Whether a changing request comes from one of our own pages.
 *
 * Next checks no origin on route handlers, and lets server actions without an Origin header run.
 * Browsers send Origin with every changing request, so one without it is refused.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return false;
  const origin = headers.get('origin');
  if (origin === null || !URL.canParse(origin)) return false; // also "null", from sandboxed frames
  const { appUrl, trustProxy } = env();
  const { host, origin: normal } = new URL(origin);
  if (normal === appUrl?.origin) return true;
  return host === ((trustProxy && headers.get('x-forwarded-host')) || headers.get('host'));
}
