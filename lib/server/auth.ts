import 'server-only';
import { randomUUID } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { nextCookies } from 'better-auth/next-js';
import { getDb } from '@/db/client';
import * as authSchema from '@/db/schema/auth';
import { authSecret, env } from './env';

export const PASSWORD_MIN_CHARS = 10;
/** scrypt takes time in proportion: without a ceiling a long password is a way to keep us busy. */
export const PASSWORD_MAX_CHARS = 128;

/** A session is prolonged to this length once a day while it is used. */
export const SESSION_DAYS = 30;
const DAY_SECONDS = 86_400;

const KEY = Symbol.for('triptych.auth');
const holder = globalThis as { [KEY]?: { auth: Auth; db: unknown } };

/**
 * better-auth on our own database, built at first use because it needs the database.
 *
 * None of its HTTP endpoints is mounted: the use cases in `lib/server/accounts` are the only doors,
 * so sign-up stays closed and everything goes through the same checks.
 */
export async function getAuth(): Promise<Auth> {
  const db = await getDb();
  if (holder[KEY]?.db !== db) holder[KEY] = { auth: buildAuth(db), db };
  return holder[KEY].auth;
}

type Auth = ReturnType<typeof buildAuth>;

function buildAuth(db: Awaited<ReturnType<typeof getDb>>) {
  const { appUrl, host, port } = env();
  const baseURL = appUrl?.origin ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return betterAuth({
    appName: 'Triptych',
    baseURL,
    secret: authSecret(),
    telemetry: { enabled: false },
    logger: { disabled: true }, // The use cases log what matters, without addresses.
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: authSchema,
      transaction: false,
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN_CHARS,
      maxPasswordLength: PASSWORD_MAX_CHARS,
    },
    session: { expiresIn: SESSION_DAYS * DAY_SECONDS, updateAge: DAY_SECONDS },
    user: {
      additionalFields: {
        role: { type: 'string', input: false, required: true },
      },
    },
    // Ours counts per account as well; better-auth's would only see its own endpoints.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'triptych',
      useSecureCookies: baseURL.startsWith('https:'),
      database: { generateId: () => randomUUID() },
    },
    plugins: [nextCookies()],
  });
}
