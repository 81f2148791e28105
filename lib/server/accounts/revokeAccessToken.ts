import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import { deleteAccessToken } from '@/db/queries/accessTokens';
import type { Actor } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';

export const RevokeAccessTokenInput = z.object({ tokenId: z.uuid() });

/** Takes a token of one's own back: the next request with it is refused. */
export async function revokeAccessToken(
  actor: Actor,
  { tokenId }: z.output<typeof RevokeAccessTokenInput>,
): Promise<Result<null>> {
  return (await deleteAccessToken(await getDb(), actor.id, tokenId)) ? ok(null) : err('token.notFound');
}
