import 'server-only';
import type { Actor } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';
import { actorOf } from './actor';
import { isSameOrigin } from './sameOrigin';

const SAFE_METHODS = ['GET', 'HEAD'];

/** Who sends the request, before anything of its body is read: what changes must come from one of our own pages. */
export async function admit({
  method,
  headers,
}: Pick<Request, 'method' | 'headers'>): Promise<Result<Actor>> {
  if (!SAFE_METHODS.includes(method) && !isSameOrigin(headers)) return err('request.foreignOrigin');
  const actor = await actorOf(headers);
  return actor ? ok(actor) : err('auth.signedOut');
}
