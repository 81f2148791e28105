import 'server-only';
import type { Result } from '@/lib/result';
import { toResponse } from './defineRoute';

const THIS_MACHINE = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/**
 * A large answer as JSON. The server packs it on its way, which pays over a network; to a browser on the same machine
 * packing takes longer than sending.
 */
export function largeResponse<T>(request: Request, result: Result<T>): Response {
  const response = toResponse(result);
  if (THIS_MACHINE.test(request.headers.get('host') ?? ''))
    response.headers.set('cache-control', 'no-store, no-transform');
  return response;
}
