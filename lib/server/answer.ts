import 'server-only';
import { randomBytes } from 'node:crypto';
import { unstable_rethrow } from 'next/navigation';
import { err, type Result } from '@/lib/result';
import { log } from './log';
import { Rollback } from './rollback';

/**
 * Runs a use case and turns whatever it throws into an answer.
 *
 * `redirect()` and `notFound()` pass through. A failure we did not foresee is logged with its causes
 * and reaches the user as a reference number.
 */
export async function answer<T>(
  door: string,
  run: () => Promise<T>,
): Promise<T | Extract<Result<never>, { ok: false }>> {
  try {
    return await run();
  } catch (cause) {
    unstable_rethrow(cause);
    if (cause instanceof Rollback) return { ok: false, error: cause.failure };
    const reference = randomBytes(4).toString('hex').toUpperCase();
    log.error('request.unexpected', cause, { door, reference });
    return err('request.unexpected', { reference });
  }
}
