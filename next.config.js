import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  // Writes messages/en.d.json.ts: keys and ICU arguments of every message become types.
  experimental: { createMessagesDeclaration: './messages/en.json' },
});

/** Sent with every answer. The page's own Content-Security-Policy, with its nonce, comes from proxy.ts. */
const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  // Invitation links carry a secret in the path: no address ever leaves this site.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  },
];

/** Answers of /api are data: even opened as a page they may load, run and frame nothing. */
const DATA_POLICY =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

const appUrl = process.env.APP_URL;

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  typedRoutes: true,
  poweredByHeader: false,
  // PGlite loads its WebAssembly from beside its own file, which bundling would move.
  serverExternalPackages: ['@electric-sql/pglite', 'pg'],
  outputFileTracingIncludes: {
    '/**': ['./db/migrations/**', './db/samples/**'],
  },
  experimental: {
    serverActions: {
      // A wide confirmation names tens of thousands of beads.
      bodySizeLimit: '8mb',
      allowedOrigins: appUrl ? [new URL(appUrl).host] : undefined,
    },
  },
  async headers() {
    return [
      { source: '/:path*', headers: SECURITY_HEADERS },
      {
        source: '/api/:path*',
        headers: [{ key: 'Content-Security-Policy', value: DATA_POLICY }],
      },
    ];
  },
};

export default withNextIntl(config);
