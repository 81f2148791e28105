import 'server-only';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { getDb } from '@/db/client';
import { readActor } from '@/db/queries/members';
import { findByToken } from '@/db/queries/sessions';
import type { Actor } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';
import { getAuth, SESSION_DAYS } from './auth';
import { sessionToken } from './sessionToken';

const DAY_MS = 86_400_000;

/**
 * Who is signed in with these headers, and what they may do.
 *
 * Asked at every request, so it is one query of our own. better-auth, which takes three and more time
 * than most use cases, comes in when the session has run out or is due to be prolonged.
 */
export async function actorOf(requestHeaders: Headers): Promise<Actor | null> {
  const cookies = requestHeaders.get('cookie');
  // Most strangers have no cookie at all: no need to ask the database.
  if (!cookies?.includes('triptych.session_token')) return null;
  const auth = await getAuth();
  const { authCookies, secret } = await auth.$context;
  const token = sessionToken(cookies, authCookies.sessionToken.name, secret);
  if (!token) return null;
  const db = await getDb();
  const found = await findByToken(db, token);
  if (!found) return null;
  const remainsMs = found.expiresAt.getTime() - Date.now();
  if (remainsMs > (SESSION_DAYS - 1) * DAY_MS) return found.actor;
  const session = await auth.api.getSession({ headers: requestHeaders });
  return session && readActor(db, session.user.id);
}

/**
 * The signed-in person of the running request; read once a request.
 *
 * The cookies come from their own store: after an action that changes the session, Next renders the
 * page in the same request, and the headers still carry the cookie that was sent with it.
 */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const withCookies = new Headers(await headers());
  withCookies.set('cookie', (await cookies()).toString());
  return actorOf(withCookies);
});

export async function requireActor(): Promise<Result<Actor>> {
  const actor = await currentActor();
  return actor ? ok(actor) : err('auth.signedOut');
}
