import type { ErrorCode, Failure } from '@/lib/result';

/**
 * Thrown inside a transaction to undo it and still answer with a code. Returning `err(…)` from a
 * transaction keeps what was written before.
 */
export class Rollback extends Error {
  readonly failure: Failure;
  constructor(code: ErrorCode, params?: Record<string, string | number>) {
    super(code);
    this.name = 'Rollback';
    this.failure = params ? { code, params } : { code };
  }
}
