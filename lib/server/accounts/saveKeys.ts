import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as preferences from '@/db/queries/preferences';
import type { Actor } from '@/lib/bitext/can';
import { ok, type Result } from '@/lib/result';

const Shortcut = z.string().min(1).max(40);
export const SaveKeysInput = z.object({
  /** Shortcuts by command, for the commands whose keys differ from those delivered; all of them at once. */
  keys: z
    .record(z.string().max(40), z.array(Shortcut).max(4))
    .refine((keys) => Object.keys(keys).length <= 200),
});

/** Keeps one's own keys with one's account. */
export async function saveKeys(
  actor: Actor,
  { keys }: z.output<typeof SaveKeysInput>,
): Promise<Result<null>> {
  await preferences.saveKeys(await getDb(), actor.id, keys);
  return ok(null);
}
