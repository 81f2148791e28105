import 'server-only';
import { createHmac, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const Flag = z
  .string()
  .optional()
  .transform((text) => text === '1' || text === 'true');

/** Everything that can be set from outside. The README's configuration table lists the same names. */
const EnvInput = z.object({
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('PostgreSQL; without it the database is a folder'),
  TRIPTYCH_DATA: z.string().min(1).default('./data'),
  APP_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('the address people use, when it is not the one we listen on'),
  AUTH_SECRET: z.string().min(32).optional(),
  TRIPTYCH_TRUST_PROXY: Flag,
  TRIPTYCH_NO_SAMPLE: Flag,
  TRIPTYCH_PASSWORD_LINK: z.string().min(1).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  NODE_ENV: z.string().default('development'),
});

export type Env = {
  databaseUrl: string | undefined;
  /** Absolute. Holds the embedded database and the generated secret. */
  dataFolder: string;
  appUrl: URL | undefined;
  trustProxy: boolean;
  sample: boolean;
  /** Address of an account whose link to set a password is printed at the start. */
  passwordLinkFor: string | undefined;
  host: string;
  port: number;
  production: boolean;
  /** Next leaves SIGTERM and SIGINT to us. */
  ownSignals: boolean;
  /** Set while pages are being built: there is no database then, and must be none. */
  building: boolean;
};

/** The configuration makes no sense. Its message is for whoever starts the server. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

let cached: Env | undefined;

/**
 * The configuration, read once. The only place that looks at `process.env`.
 *
 * @throws ConfigError when a variable makes no sense; its value is not repeated.
 */
export function env(): Env {
  cached ??= readEnv();
  return cached;
}

function readEnv(): Env {
  // An empty variable means "not set": compose files and shells write it that way.
  const set = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const parsed = EnvInput.safeParse(set);
  if (!parsed.success) {
    const names = [
      ...new Set(parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`)),
    ];
    throw new ConfigError(`The configuration cannot be used. ${names.join('. ')}.`);
  }
  const data = parsed.data;
  return {
    databaseUrl: data.DATABASE_URL,
    dataFolder: resolve(/* turbopackIgnore: true */ data.TRIPTYCH_DATA),
    appUrl: data.APP_URL ? new URL(data.APP_URL) : undefined,
    trustProxy: data.TRIPTYCH_TRUST_PROXY,
    sample: !data.TRIPTYCH_NO_SAMPLE,
    passwordLinkFor: data.TRIPTYCH_PASSWORD_LINK,
    host: data.HOST,
    port: data.PORT,
    production: data.NODE_ENV === 'production',
    ownSignals: Boolean(process.env.NEXT_MANUAL_SIG_HANDLE),
    building: process.env.NEXT_PHASE === 'phase-production-build',
  };
}

/** Whether there is a key that several instances on one database can share. */
export const hasSharedSecret = (): boolean => Boolean(process.env.AUTH_SECRET);

/** The key that signs session cookies: AUTH_SECRET, or one made once and kept in the data folder. */
export function authSecret(): string {
  return process.env.AUTH_SECRET || secretFromFile(env().dataFolder);
}

function secretFromFile(folder: string): string {
  const file = join(folder, 'auth-secret');
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Linked into place, so that two processes starting at once agree on one secret.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, {
    mode: 0o600,
  });
  try {
    linkSync(draft, file);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8').trim();
}

/**
 * What proves, before there is any account, that a visitor can read the server's log.
 *
 * Derived and not stored: instances that share a secret print and accept the same one.
 */
export function setupToken(): string {
  return createHmac('sha256', authSecret()).update('triptych set-up').digest('base64url').slice(0, 32);
}
