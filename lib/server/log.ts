import 'server-only';
import { DrizzleQueryError } from 'drizzle-orm/errors';

type Fields = Record<string, string | number | boolean | null | undefined>;

const SECRET = /pass|token|secret|cookie|authorization|email/i;

/** One line an event, to the server's own log. Never hand it what users typed or uploaded. */
export const log = {
  info: (event: string, fields: Fields = {}): void => console.log(line(event, fields)),
  warn: (event: string, fields: Fields = {}): void => console.warn(line(event, fields)),
  /** With the whole chain of causes; a stack trace names our code, not the user's data. */
  error: (event: string, cause: unknown, fields: Fields = {}): void =>
    console.error(`${line(event, fields)}\n${describe(cause)}`),
};

function line(event: string, fields: Fields): string {
  const shown = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${SECRET.test(name) ? '…' : JSON.stringify(value)}`);
  return [new Date().toISOString(), event, ...shown].join(' ');
}

/** The causes, outermost first. A failed query is shown without its parameters: they may be secrets. */
export function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return `  ${typeof cause}: not an error object`;
  const head =
    cause instanceof DrizzleQueryError
      ? `${frames(cause)}\n  query: ${cause.query}`
      : `${cause.name}: ${cause.message}\n${frames(cause)}`;
  return cause.cause === undefined ? `  ${head}` : `  ${head}\n  caused by\n${describe(cause.cause)}`;
}

function frames(cause: Error): string {
  return (cause.stack ?? '')
    .split('\n')
    .filter((row) => /^\s+at /.test(row))
    .slice(0, 12)
    .join('\n');
}
