import type { ErrorCode } from '@/lib/result';

const EXACT: Partial<Record<ErrorCode, number>> = {
  'request.foreignOrigin': 403,
  'request.tooLarge': 413,
  'import.tooLarge': 413,
  'request.noRoute': 404,
  'request.wrongMethod': 405,
  'request.unexpected': 500,
  'request.busy': 503,
  'auth.signedOut': 401,
  'auth.wrongPassword': 401,
  'auth.tooManyTries': 429,
  'token.missing': 401,
  'token.invalid': 401,
  'token.scopeMissing': 403,
  'bead.stale': 409,
  'bead.changedByOther': 409,
  'history.changedSince': 409,
  'history.nothing': 409,
  'history.nothingToRedo': 409,
};

/** The HTTP status that says the same as the code, for clients that only look at that. */
export function httpStatus(code: ErrorCode): number {
  const exact = EXACT[code];
  if (exact !== undefined) return exact;
  if (code.endsWith('.notFound')) return 404;
  if (code.endsWith('.forbidden')) return 403;
  return 400;
}
