import 'server-only';
import { z } from 'zod';
import { ok, type Result } from '@/lib/result';
import { getAuth } from '../auth';
import type { Visitor } from '../visitor';

export const SignOutInput = z.object({});

/** Ends this browser's session, on the server too. Signing out twice is no failure. */
export async function signOut(visitor: Visitor): Promise<Result<null>> {
  const auth = await getAuth();
  await auth.api.signOut({ headers: visitor.headers });
  return ok(null);
}
