import 'server-only';
import { getDb } from '@/db/client';
import * as accessTokens from '@/db/queries/accessTokens';
import type { Actor } from '@/lib/bitext/can';
import { ok, type Result } from '@/lib/result';

export type { AccessToken } from '@/db/queries/accessTokens';

/** The person's own tokens, newest first; never their secrets, which nobody has. */
export async function listAccessTokens(actor: Actor): Promise<Result<accessTokens.AccessToken[]>> {
  return ok(await accessTokens.listAccessTokens(await getDb(), actor.id));
}
