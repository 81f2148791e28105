import { englishError } from '@/lib/i18n/englishError';
import type { Failure } from '@/lib/result';

export const EXIT_BAD_INPUT = 1;
export const EXIT_USAGE = 2;

/** Says what is wrong: for people on stderr, for programs as JSON on stdout. Answers the exit code. */
export function fail(failure: Failure<string>): number {
  const { code, params = {} } = failure;
  const message = englishError(failure);
  process.stdout.write(`${JSON.stringify({ error: { code, message, params } }, null, 2)}\n`);
  process.stderr.write(`triptych: ${code}: ${message}\n`);
  return EXIT_BAD_INPUT;
}

/** Wrong arguments: what is wrong, and where the help is. Answers the exit code. */
export function failUsage(detail: string, command = ''): number {
  const message = englishError({ code: 'cli.usage', params: { detail } });
  process.stdout.write(
    `${JSON.stringify({ error: { code: 'cli.usage', message, params: { detail } } }, null, 2)}\n`,
  );
  process.stderr.write(
    `triptych: ${message}\nTry: npm run -s triptych -- ${command ? `${command} ` : ''}--help\n`,
  );
  return EXIT_USAGE;
}
