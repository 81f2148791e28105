import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as accounts from '@/db/queries/accounts';
import type { Actor } from '@/lib/bitext/can';
import { ok, type Result } from '@/lib/result';
import { Name } from '../inputs';

export const RenameAccountInput = z.object({ name: Name });

/** Changes one's own name, as the others see it. */
export async function renameAccount(
  actor: Actor,
  { name }: z.output<typeof RenameAccountInput>,
): Promise<Result<{ name: string }>> {
  await accounts.renameAccount(await getDb(), actor.id, name);
  return ok({ name });
}
