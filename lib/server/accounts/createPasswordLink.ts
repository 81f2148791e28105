import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import { readActor } from '@/db/queries/members';
import type { Actor } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';
import { UserId } from '../inputs';
import { newPasswordLink } from './passwordLink';

export const CreatePasswordLinkInput = z.object({ userId: UserId });

/**
 * Makes a link by which somebody who forgot their password sets a new one. There is no mail server, so
 * an owner of the instance hands it over. It works once, for a day; a newer one replaces it.
 */
export async function createPasswordLink(
  actor: Actor,
  { userId }: z.output<typeof CreatePasswordLinkInput>,
): Promise<Result<{ token: string }>> {
  // To everyone else no account but their own exists here.
  if (!actor.isOwner) return err('member.notFound');
  const db = await getDb();
  if (!(await readActor(db, userId))) return err('member.notFound');
  return ok({ token: await newPasswordLink(db, userId) });
}
