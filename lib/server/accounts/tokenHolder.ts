import 'server-only';
import { getDb } from '@/db/client';
import { findAccessToken, noteUse } from '@/db/queries/accessTokens';
import { readActor } from '@/db/queries/members';
import { narrowToProject, type TokenScope } from '@/lib/bitext/accessTokens';
import type { Actor } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';
import { peerOf } from '../peer';
import { countTry, TOKEN_PER_ADDRESS } from '../rateLimit';
import { bearerOf, hashAccessToken } from './accessToken';

/** A person as far as their token reaches. */
export type TokenHolder = {
  actor: Actor;
  token: { name: string; scopes: TokenScope[]; projectId: string | null; expiresAt: Date };
};

/**
 * Who a program acts for. Unknown, ended and withdrawn tokens look alike, and are counted by address; cookies are not
 * looked at. A token that is good for one project makes a person who is in no other.
 */
export async function tokenHolder(headers: Headers, now = new Date()): Promise<Result<TokenHolder>> {
  if (!headers.has('authorization')) return err('token.missing');
  const db = await getDb();
  const sent = bearerOf(headers);
  const found = sent && (await findAccessToken(db, hashAccessToken(sent)));
  const person = found && found.expiresAt > now ? await readActor(db, found.userId) : null;
  if (!found || !person) {
    const waitSeconds = await countTry(db, TOKEN_PER_ADDRESS, peerOf(headers).address);
    return waitSeconds > 0 ? err('auth.tooManyTries', { seconds: waitSeconds }) : err('token.invalid');
  }
  await noteUse(db, found.id, now);
  const { name, scopes, projectId, expiresAt } = found;
  const actor = projectId === null ? person : narrowToProject(person, projectId);
  return ok({ actor, token: { name, scopes, projectId, expiresAt } });
}
