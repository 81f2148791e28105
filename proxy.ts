import { NextRequest, type NextResponse } from 'next/server';
import { hasLocale } from 'next-intl';
import createMiddleware from 'next-intl/middleware';
import { routing } from '@/lib/i18n/routing';

const YEAR_SECONDS = 31_536_000;
const localise = createMiddleware(routing);

/**
 * Chooses the locale and sends the page's Content-Security-Policy with a fresh nonce.
 *
 * Next reads the nonce from the request's policy header and puts it on its own scripts. Nothing is
 * authorised here: that is each use case's own work.
 */
export default function proxy(request: NextRequest): NextResponse {
  const policy = contentSecurityPolicy(crypto.randomUUID().replaceAll('-', ''));
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  // Pages cannot see their own address; after signing in, people come back to it.
  headers.set('x-triptych-path', pathWithoutLocale(request));
  const response = localise(new NextRequest(request, { headers }));
  response.headers.set('content-security-policy', policy);
  // Only where people come by https: on plain http a browser would ignore it, on a shared host it would stick.
  if (process.env.APP_URL?.startsWith('https:'))
    response.headers.set('strict-transport-security', `max-age=${YEAR_SECONDS}`);
  return response;
}

function pathWithoutLocale({ nextUrl }: NextRequest): string {
  const [, first = '', ...rest] = nextUrl.pathname.split('/');
  const path = hasLocale(routing.locales, first) ? `/${rest.join('/')}` : nextUrl.pathname;
  return path + nextUrl.search;
}

function contentSecurityPolicy(nonce: string): string {
  // React needs eval for its stack traces, in development only.
  const dev = process.env.NODE_ENV === 'development';
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${dev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // The virtualised grid places its rows by style attributes; those cannot run anything.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

// Everything but data, built assets and the icon: no page is ever sent without a policy.
export const config = {
  matcher: '/((?!api/|_next/static/|_next/image|icon\\.svg|favicon\\.ico).*)',
};
