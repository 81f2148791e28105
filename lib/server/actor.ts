import 'server-only';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { getDb } from '@/db/client';
import { readActor } from '@/db/queries/members';
import type { Actor } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';
import { getAuth } from './auth';

/** Who is signed in with these headers, and what they may do. */
export async function actorOf(requestHeaders: Headers): Promise<Actor | null> {
  // Most strangers have no cookie at all: no need to ask the database.
  if (!requestHeaders.get('cookie')?.includes('triptych.session_token')) return null;
  const auth = await getAuth();
  const session = await auth.api.getSession({ headers: requestHeaders });
  return session && readActor(await getDb(), session.user.id);
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
