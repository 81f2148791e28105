import { headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import type { Actor } from '@/lib/bitext/can';
import { redirect } from '@/lib/i18n/navigation';
import { hasAccounts } from '@/lib/server/accounts/createOwner';
import { currentActor } from '@/lib/server/actor';

/**
 * Whoever is signed in. Others are sent to sign in and come back afterwards; on a fresh instance,
 * to set up. For pages only: it decides what to show, and protects nothing.
 */
export async function signedIn(): Promise<Actor> {
  const actor = await currentActor();
  if (actor) return actor;
  const locale = await getLocale();
  if (!(await hasAccounts())) return redirect({ href: '/setup', locale });
  const next = (await headers()).get('x-triptych-path');
  return redirect({ href: { pathname: '/sign-in', query: next ? { next } : {} }, locale });
}
